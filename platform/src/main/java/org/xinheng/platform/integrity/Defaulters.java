package org.xinheng.platform.integrity;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinheng.kernel.CreditException;
import org.xinheng.platform.access.AccessError;
import org.xinheng.platform.access.Permission;
import org.xinheng.platform.audit.AsOf;
import org.xinheng.platform.audit.AuditError;
import org.xinheng.platform.audit.Changes;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.casework.CaseKind;
import org.xinheng.platform.casework.CloseCase;
import org.xinheng.platform.listing.Listings;
import org.xinheng.platform.packs.Packs;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.Role;

/** The ledger of government bodies on the court's list, and the way to zero (政府机构失信案件“清零”). */
@Component
public class Defaulters {

    private static final AgencyId COURT = new AgencyId("court");

    private final Ledgers ledgers;
    private final Listings listings;
    private final Packs packs;
    private final CloseCase closeCase;
    private final Order order;
    private final Changes changes;

    Defaulters(Ledgers ledgers, Listings listings, Packs packs, CloseCase closeCase, Order order, Changes changes) {
        this.ledgers = ledgers;
        this.listings = listings;
        this.packs = packs;
        this.closeCase = closeCase;
        this.order = order;
        this.changes = changes;
    }

    /**
     * A county on a day.
     *
     * @param open cases in the way to zero
     * @param listed of them on the court's list
     * @param closed cases that had been closed
     */
    public record County(String division, long open, long listed, long closed) {

        public boolean zero() {
            return open == 0;
        }
    }

    /** How many cases were open at the end of a month, or today in the present one. */
    public record Month(YearMonth month, LocalDate day, long open, long closed) {}

    /** The cases as the ledger holds them now, the longest open first, then the closed. */
    public List<DefaulterCase> all(Actor actor) {
        requireReader(actor);
        var now = order.now();
        return cases(now).stream()
                .filter(one -> one.begunOn(now.day()))
                .sorted((one, other) -> Boolean.compare(!one.openOn(now.day()), !other.openOn(now.day())))
                .toList();
    }

    /**
     * The cases open on a past day, by name: for the auditor, and for the court that listed them.
     *
     * @param asOf from {@link Order#at}
     */
    public List<DefaulterCase> openOn(AsOf asOf, Actor actor) {
        if (!mayNamePast(actor)) {
            throw new CreditException(AuditError.PAST_NOT_FOR_USE);
        }
        return cases(asOf).stream().filter(one -> one.openOn(asOf.day())).toList();
    }

    public static boolean mayNamePast(Actor actor) {
        return actor.may(Role.AUDITOR) || COURT.equals(actor.agency());
    }

    /** Each county on a day as known at a moment: numbers, which name nobody. */
    public List<County> counties(AsOf asOf, Actor actor) {
        requireReader(actor);
        var day = asOf.day();
        var grouped = cases(asOf).stream()
                .filter(one -> one.begunOn(day))
                .collect(groupingBy(DefaulterCase::division, TreeMap::new, toList()));
        packs.today().agencies().values().stream()
                .filter(agency -> agency.division().startsWith(city()))
                .forEach(agency -> grouped.computeIfAbsent(agency.division(), _ -> List.of()));
        return grouped.entrySet().stream()
                .map(county -> new County(
                        county.getKey(),
                        count(county.getValue(), day, DefaulterState::open),
                        count(
                                county.getValue(),
                                day,
                                state -> state == DefaulterState.LISTED || state == DefaulterState.AWAITS_COURT),
                        count(county.getValue(), day, state -> state == DefaulterState.CLOSED)))
                .toList();
    }

    private String city() {
        var division = packs.today().division();
        return division.endsWith("00") ? division.substring(0, 4) : division;
    }

    private static long count(List<DefaulterCase> cases, LocalDate day, Predicate<DefaulterState> state) {
        return cases.stream().filter(one -> state.test(one.state(day))).count();
    }

    /** The way to zero: the last {@code months} months, as known now. */
    public List<Month> months(int months, Actor actor) {
        requireReader(actor);
        var now = order.now();
        var cases = cases(now);
        var way = new ArrayList<Month>();
        for (int back = months - 1; back >= 0; back--) {
            var month = YearMonth.from(now.day()).minusMonths(back);
            var day = back == 0 ? now.day() : month.atEndOfMonth();
            var begun = cases.stream().filter(one -> one.begunOn(day)).toList();
            way.add(new Month(
                    month,
                    day,
                    count(begun, day, DefaulterState::open),
                    count(begun, day, state -> state == DefaulterState.CLOSED)));
        }
        return way;
    }

    /** Open cases a circular should name: their term has passed, or none is set, and no circular named them since. */
    public List<DefaulterCase> toCirculate(Actor actor) {
        var today = order.today();
        return all(actor).stream()
                .filter(one -> one.openOn(today))
                .filter(one -> one.term() == null || today.isAfter(one.term()))
                .filter(one -> one.circulated() == null
                        || one.term() != null && !one.circulated().on().isAfter(one.term()))
                .toList();
    }

    public DefaulterCase get(UUID id, Actor actor) {
        requireReader(actor);
        return read(id);
    }

    private DefaulterCase read(UUID id) {
        var entry = ledgers.get(DefaulterCase.LEDGER, id);
        return DefaulterCase.read(entry, listings.get(DefaulterCase.listing(entry), order.now()));
    }

    /** What it owes and by when it is to be cleared, from a paper of the court. */
    @Transactional
    public void owes(
            UUID id, @Nullable BigDecimal yuan, @Nullable LocalDate term, @Nullable String document, Actor actor) {
        if (yuan == null || yuan.signum() < 0 || yuan.scale() > 2) {
            throw new CreditException(IntegrityError.ENTRY_INCOMPLETE, "amount");
        }
        add(
                id,
                DefaulterStep.AMOUNT_AND_TERM,
                order.today(),
                new DefaulterCase.Said(
                        Written.required(document, "document", Written.LINE), null, yuan, term, null, null),
                actor);
    }

    /** To which county it counts; the code of a body does not always say. */
    @Transactional
    public void countTo(UUID id, @Nullable String division, Actor actor) {
        if (division == null || !division.matches("\\d{6}")) {
            throw new CreditException(IntegrityError.ENTRY_INCOMPLETE, "division");
        }
        add(
                id,
                DefaulterStep.COUNTED_TO,
                order.today(),
                new DefaulterCase.Said(null, null, null, null, division, null),
                actor);
    }

    /** A circular names these cases. */
    @Transactional
    public void circulate(List<UUID> cases, @Nullable String document, @Nullable LocalDate on, Actor actor) {
        var number = Written.required(document, "document", Written.LINE);
        var day = Written.past(on, "on", order.today());
        if (cases.isEmpty()) {
            throw new CreditException(IntegrityError.ENTRY_INCOMPLETE, "cases");
        }
        for (var id : cases) {
            add(id, DefaulterStep.CIRCULATED, day, new DefaulterCase.Said(number, null, null, null, null, null), actor);
        }
    }

    /** An interview with the body took place: what was agreed, and the minutes. */
    @Transactional
    public void interviewed(
            UUID id, @Nullable LocalDate on, @Nullable String note, @Nullable String document, Actor actor) {
        add(
                id,
                DefaulterStep.INTERVIEWED,
                Written.past(on, "on", order.today()),
                new DefaulterCase.Said(
                        Written.required(document, "document", Written.LINE),
                        Written.required(note, "note", Written.TEXT),
                        null,
                        null,
                        null,
                        null),
                actor);
    }

    /** How it was cleared, by which document. The case closes once the court's list has it no longer. */
    @Transactional
    public void clear(UUID id, Clearing clearing, @Nullable LocalDate on, @Nullable String document, Actor actor) {
        var found = add(
                id,
                DefaulterStep.CLEARED,
                Written.past(on, "on", order.today()),
                new DefaulterCase.Said(
                        Written.required(document, "document", Written.LINE), null, null, null, null, clearing),
                actor);
        closeCase.close(found.id(), changes.open(actor), CaseKind.GOVERNMENT_DEFAULTER);
    }

    private DefaulterCase add(UUID id, DefaulterStep step, LocalDate on, DefaulterCase.Said said, Actor actor) {
        Permission.requireCitysOffice(actor);
        var found = read(id);
        if (found.cleared() != null || found.state(order.today()) == DefaulterState.ANNULLED) {
            throw new CreditException(IntegrityError.ENTRY_STEP_NOT_NEXT);
        }
        if (on.isBefore(found.listing().validFrom())) {
            throw new CreditException(IntegrityError.ENTRY_DAYS_CROSSED, on);
        }
        var change = changes.open(actor);
        ledgers.add(
                id, new LedgerStep<>(found.steps().getLast().version() + 1, step.name(), on, actor.id(), said), change);
        change.publish(new DefaulterMoved(found.subject(), id, found.listing().id(), step, on));
        return found;
    }

    /** For figures: how many were open on a day as known at a moment. */
    List<DefaulterCase> cases(AsOf asOf) {
        return ledgers.all(DefaulterCase.LEDGER, asOf.knownAt()).stream()
                .flatMap(entry -> listings.find(DefaulterCase.listing(entry), asOf).stream()
                        .map(listing -> DefaulterCase.read(entry, listing)))
                .toList();
    }

    /** The credit offices, the auditor and the court. */
    public static boolean mayRead(Actor actor) {
        return actor.kind() == Actor.Kind.OFFICER
                && (actor.may(Role.CREDIT_OFFICE) || actor.may(Role.AUDITOR) || COURT.equals(actor.agency()));
    }

    private static void requireReader(Actor actor) {
        if (!mayRead(actor)) {
            throw new CreditException(AccessError.NOT_PERMITTED, Role.CREDIT_OFFICE);
        }
    }
}
