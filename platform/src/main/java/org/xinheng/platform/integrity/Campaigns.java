package org.xinheng.platform.integrity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.IdGenerator;
import org.xinheng.kernel.pack.Basis;
import org.xinheng.platform.access.AccessError;
import org.xinheng.platform.access.Permission;
import org.xinheng.platform.audit.AsOf;
import org.xinheng.platform.audit.Change;
import org.xinheng.platform.audit.Changes;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.packs.Packs;
import org.xinheng.platform.record.StoredRecord;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.Role;
import org.xinheng.platform.shared.SubjectId;

/**
 * Campaigns of the credit office, over the records of everybody, and of an agency, over the records it decided itself. A rule
 * finds, people see to each; every step is in the one order.
 */
@Component
public class Campaigns {

    /** More than this nobody can see to one by one. */
    public static final int MOST = 1000;

    private final Ledgers ledgers;
    private final FindSubjects find;
    private final Readers readers;
    private final Packs packs;
    private final Order order;
    private final Changes changes;
    private final IdGenerator ids;

    Campaigns(
            Ledgers ledgers,
            FindSubjects find,
            Readers readers,
            Packs packs,
            Order order,
            Changes changes,
            IdGenerator ids) {
        this.ledgers = ledgers;
        this.find = find;
        this.readers = readers;
        this.packs = packs;
        this.order = order;
        this.changes = changes;
        this.ids = ids;
    }

    /** A campaign about to begin. */
    public record Planned(
            @Nullable String title,
            @Nullable String purpose,
            @Nullable String document,
            @Nullable String article,
            @Nullable String item,
            int atLeast,
            int months,
            @Nullable String division,
            @Nullable String agency,
            @Nullable LocalDate due) {}

    /** Begins a campaign and finds its first subjects. */
    @Transactional
    public UUID open(Planned planned, Actor actor) {
        if (!actor.may(Role.CREDIT_OFFICE)) {
            Permission.require(actor, Role.DETERMINER);
        }
        var content = new Campaign.Content(
                Written.required(planned.title(), "title", Written.LINE),
                Written.required(planned.purpose(), "purpose", Written.TEXT),
                basis(planned),
                rule(planned, actor));
        var today = order.today();
        var due = planned.due();
        if (due != null && due.isBefore(today)) {
            throw new CreditException(IntegrityError.ENTRY_DAYS_CROSSED, due);
        }
        var change = changes.open(actor);
        var id = ids.next();
        var agency = actor.requiredAgency();
        ledgers.open(
                Campaign.LEDGER,
                new LedgerEntry<>(
                        id,
                        null,
                        agency,
                        null,
                        today,
                        due,
                        content,
                        List.of(new LedgerStep<>(1, "OPENED", today, actor.id(), null))),
                change);
        change.publish(new CampaignMoved(null, id, agency, null, false));
        add(id, agency, content.rule(), new HashSet<>(), change);
        return id;
    }

    private Basis basis(Planned planned) {
        var basis = new Basis(
                Written.required(planned.document(), "document", Written.LINE),
                Written.required(planned.article(), "article", Written.LINE));
        var rules = packs.today();
        var document = rules.documents().get(basis.document());
        if (document == null || !document.inForceOn(order.today()) || !document.covers(rules.division())) {
            throw new CreditException(IntegrityError.CAMPAIGN_WITHOUT_BASIS, basis.document());
        }
        return basis;
    }

    /** An agency's own lawful data are what it decided itself; a county's credit office looks into its own division. */
    private CampaignRule rule(Planned planned, Actor actor) {
        var item = Written.required(planned.item(), "item", Written.LINE);
        var rules = packs.today();
        if (!rules.items().containsKey(item)
                || planned.atLeast() < 1
                || planned.months() < 1
                || planned.months() > CampaignRule.MOST_MONTHS) {
            throw new CreditException(IntegrityError.CAMPAIGN_RULE_INVALID);
        }
        var division = Written.optional(planned.division(), "division", 6);
        var agency = Written.optional(planned.agency(), "agency", Written.LINE);
        if (division != null && !division.matches("\\d{2}|\\d{4}|\\d{6}")
                || agency != null && !rules.agencies().containsKey(agency)) {
            throw new CreditException(IntegrityError.CAMPAIGN_RULE_INVALID);
        }
        if (!actor.may(Role.CREDIT_OFFICE)) {
            agency = actor.requiredAgency().value();
        } else if (!AgencyId.CREDIT_OFFICE.equals(actor.agency())) {
            var own = rules.agencies().get(actor.requiredAgency().value());
            if (own == null) {
                throw new CreditException(AccessError.OTHER_AGENCY);
            }
            division = own.division();
        }
        return new CampaignRule(item, planned.atLeast(), planned.months(), division, agency);
    }

    /** Looks again: adds those the rule finds now and did not before. Says how many. */
    @Transactional
    public int findAgain(UUID id, Actor actor) {
        var entry = running(id, actor);
        var content = entry.content();
        if (content == null) {
            throw new CreditException(IntegrityError.ENTRY_NOT_FOUND, id);
        }
        var there = new HashSet<SubjectId>();
        ledgers.of(Campaign.SUBJECTS, id).forEach(one -> {
            if (one.subject() != null) {
                there.add(one.subject());
            }
        });
        var change = changes.open(actor);
        int added = add(id, entry.agency(), content.rule(), there, change);
        ledgers.add(
                id,
                new LedgerStep<>(
                        entry.last().version() + 1,
                        "SEARCHED",
                        order.today(),
                        actor.id(),
                        new Campaign.Said(String.valueOf(added), List.of())),
                change);
        change.publish(new CampaignMoved(null, id, entry.agency(), null, false));
        return added;
    }

    private int add(UUID id, AgencyId agency, CampaignRule rule, HashSet<SubjectId> there, Change change) {
        var today = order.today();
        int added = 0;
        for (var found : find.by(rule, order.now(), MOST).entrySet()) {
            if (!there.add(found.getKey())) {
                continue;
            }
            ledgers.open(
                    Campaign.SUBJECTS,
                    new LedgerEntry<>(
                            ids.next(),
                            id,
                            agency,
                            found.getKey(),
                            today,
                            null,
                            new Campaign.Grounds(found.getValue().stream()
                                    .map(StoredRecord::id)
                                    .toList()),
                            List.of(new LedgerStep<>(
                                    1,
                                    CampaignState.FOUND.name(),
                                    today,
                                    change.actor().id(),
                                    null))),
                    change);
            change.publish(new CampaignMoved(found.getKey(), id, agency, CampaignState.FOUND, false));
            added++;
        }
        return added;
    }

    /** What was done with a subject, by evidence; what is left out, with the reason. */
    @Transactional
    public void see(
            UUID id, UUID found, CampaignState next, @Nullable String note, List<String> evidence, Actor actor) {
        var campaign = running(id, actor);
        var entry = ledgers.get(Campaign.SUBJECTS, found);
        var state = CampaignState.valueOf(entry.last().name());
        if (!id.equals(entry.parent()) || entry.subject() == null) {
            throw new CreditException(IntegrityError.ENTRY_NOT_FOUND, found);
        }
        if (!state.next().contains(next)) {
            throw new CreditException(IntegrityError.ENTRY_STEP_NOT_NEXT);
        }
        var said = new Campaign.Said(
                next == CampaignState.LEFT_OUT
                        ? Written.required(note, "note", Written.TEXT)
                        : Written.optional(note, "note", Written.TEXT),
                next == CampaignState.LEFT_OUT ? List.of() : Written.papers(evidence, "evidence"));
        var change = changes.open(actor);
        ledgers.add(
                found,
                new LedgerStep<>(entry.last().version() + 1, next.name(), order.today(), actor.id(), said),
                change);
        change.publish(new CampaignMoved(entry.subject(), id, campaign.agency(), next, false));
    }

    /** Ends a campaign; what is open then stays to be seen as open. */
    @Transactional
    public void close(UUID id, @Nullable String note, Actor actor) {
        var entry = running(id, actor);
        var change = changes.open(actor);
        ledgers.add(
                id,
                new LedgerStep<>(
                        entry.last().version() + 1,
                        "CLOSED",
                        order.today(),
                        actor.id(),
                        new Campaign.Said(Written.required(note, "note", Written.TEXT), List.of())),
                change);
        change.publish(new CampaignMoved(null, id, entry.agency(), null, true));
    }

    private LedgerEntry<Campaign.Content, Campaign.Said> running(UUID id, Actor actor) {
        var entry = ledgers.get(Campaign.LEDGER, id);
        if (!actor.may(Role.CREDIT_OFFICE)) {
            Permission.require(actor, Role.DETERMINER);
        }
        Permission.requireAgency(actor, entry.agency());
        if (entry.last().name().equals("CLOSED")) {
            throw new CreditException(IntegrityError.ENTRY_STEP_NOT_NEXT);
        }
        return entry;
    }

    /** Newest first, of the agencies the actor may look into. */
    public List<Campaign> newest(Actor actor, @Nullable UUID before, int limit) {
        var now = order.now();
        return ledgers.newest(Campaign.LEDGER, readers.agencies(actor), before, limit).stream()
                .map(entry -> read(entry, now))
                .toList();
    }

    /** How many of those the actor may look into still run. */
    public long running(Actor actor) {
        return ledgers.newest(Campaign.LEDGER, readers.agencies(actor), null, Integer.MAX_VALUE).stream()
                .filter(entry -> !entry.last().name().equals("CLOSED"))
                .count();
    }

    /** For figures: all whose last day lies before a day. */
    List<Campaign> dueBefore(LocalDate day) {
        var now = order.now();
        return ledgers.all(Campaign.LEDGER, null).stream()
                .filter(entry -> entry.due() != null && entry.due().isBefore(day))
                .map(entry -> read(entry, now))
                .toList();
    }

    public Campaign get(UUID id, Actor actor) {
        var entry = ledgers.get(Campaign.LEDGER, id);
        readers.require(actor, entry.agency());
        return read(entry, order.now());
    }

    /** Titles of campaigns that rest on a document and that the actor may look into, newest first. */
    public List<Campaign.Content> restingOn(String document, Actor actor) {
        return ledgers.newest(Campaign.LEDGER, readers.agencies(actor), null, Integer.MAX_VALUE).stream()
                .map(LedgerEntry::content)
                .filter(content -> content != null && content.basis().document().equals(document))
                .toList();
    }

    private Campaign read(LedgerEntry<Campaign.Content, Campaign.Said> entry, AsOf now) {
        var content = entry.content();
        var subjects = new ArrayList<Campaign.Found>();
        for (var one : ledgers.of(Campaign.SUBJECTS, entry.id())) {
            var subject = one.subject();
            if (subject == null) {
                continue;
            }
            var state = CampaignState.valueOf(one.last().name());
            var counted = content == null ? List.<StoredRecord>of() : find.counted(content.rule(), subject, now);
            subjects.add(new Campaign.Found(
                    one.id(),
                    subject,
                    one.openedOn(),
                    state,
                    one.steps(),
                    counted.stream().map(StoredRecord::id).toList(),
                    content != null && counted.size() >= content.rule().atLeast()));
        }
        return new Campaign(
                entry.id(),
                entry.agency(),
                entry.openedOn(),
                entry.due(),
                content,
                subjects,
                entry.last().name().equals("CLOSED") ? entry.last().on() : null);
    }
}
