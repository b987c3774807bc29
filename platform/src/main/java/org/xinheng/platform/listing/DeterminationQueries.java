package org.xinheng.platform.listing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.pack.CreditList;
import org.xinheng.kernel.pack.ListKind;
import org.xinheng.kernel.pack.ResponsibleRole;
import org.xinheng.platform.access.AccessError;
import org.xinheng.platform.access.Scope;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.casework.Papers;
import org.xinheng.platform.packs.Packs;
import org.xinheng.platform.record.Records;
import org.xinheng.platform.record.StoredRecord;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.DeterminationId;
import org.xinheng.platform.shared.ListId;
import org.xinheng.platform.shared.ListingId;
import org.xinheng.platform.shared.Role;
import org.xinheng.platform.shared.SubjectId;
import org.xinheng.platform.subject.Subject;
import org.xinheng.platform.subject.Subjects;

/** What officers see of determinations. */
@Component
public class DeterminationQueries {

    /** One served but not published still waits for its publication. */
    private static final String[] ENDED = Stream.of(DeterminationState.values())
            .filter(state -> state.ended() || state == DeterminationState.PUBLISHED)
            .map(DeterminationState::name)
            .toArray(String[]::new);

    private final JdbcClient jdbc;
    private final Determinations determinations;
    private final Listings listings;
    private final ListRules lists;
    private final CrossCheck crossCheck;
    private final NamedPersons named;
    private final Records records;
    private final Subjects subjects;
    private final Papers papers;
    private final Packs packs;
    private final Order order;

    DeterminationQueries(
            JdbcClient jdbc,
            Determinations determinations,
            Listings listings,
            ListRules lists,
            CrossCheck crossCheck,
            NamedPersons named,
            Records records,
            Subjects subjects,
            Papers papers,
            Packs packs,
            Order order) {
        this.jdbc = jdbc;
        this.determinations = determinations;
        this.listings = listings;
        this.lists = lists;
        this.crossCheck = crossCheck;
        this.named = named;
        this.records = records;
        this.subjects = subjects;
        this.papers = papers;
        this.packs = packs;
        this.order = order;
    }

    /** A step with what was filed with it. */
    public record Taken(Determination.Step step, List<Papers.Filed> papers) {}

    /**
     * A determination for one officer.
     *
     * @param open acts this officer may take now
     * @param next the act that leads on, whoever takes it; null at the end
     * @param yours whether only being its proposer keeps this officer from the next act
     * @param conflicts listings of the other kind in force
     * @param listing what it made; null before
     * @param organisation for a named person the determination about the organisation; null for others
     * @param persons those proposed with it
     * @param nameable those of them whom its decision may still name
     * @param mayName whether this officer may propose another person with it
     * @param noticeUntil last day of the public notice while it runs; null else
     * @param hearingUntil last day to ask for a hearing while there is time; null else
     */
    public record View(
            Determination determination,
            Subject subject,
            CreditList list,
            List<Act> open,
            @Nullable Act next,
            boolean yours,
            List<Taken> history,
            List<StoredRecord> evidence,
            List<Listing> conflicts,
            @Nullable Listing listing,
            @Nullable Organisation organisation,
            List<Person> persons,
            List<Person> nameable,
            boolean mayName,
            @Nullable LocalDate noticeUntil,
            @Nullable LocalDate hearingUntil) {}

    /** The determination about the organisation a person is named for. */
    public record Organisation(DeterminationId id, String name) {}

    /** A person proposed with an organisation; the name is masked. */
    public record Person(
            DeterminationId id, SubjectId subject, String name, ResponsibleRole as, DeterminationState state) {}

    /** Refuses officers of agencies that have no part in it. */
    public View view(DeterminationId id, Actor actor) {
        var determination = determinations.get(id);
        boolean part = determination.agency().equals(actor.agency())
                || determination.proposedFor().equals(actor.agency());
        if (!part && !Scope.of(actor, packs.today()).covers(determination.agency(), determination.list())) {
            throw new CreditException(AccessError.OTHER_AGENCY);
        }
        var rules = packs.today();
        var list = lists.list(determination.list(), rules);
        var subject = subjects.get(determination.subject());
        boolean publishable = lists.mayBePublic(list, subject.kind(), rules);
        var possible = Course.from(list, determination.state()).stream()
                .map(Course.Edge::act)
                .filter(act -> !act.automatic() && (act != Act.PUBLISH || publishable))
                .toList();
        var allowed = possible.stream()
                .filter(act -> actor.may(act.role()) && Steps.mayAct(determination, act, actor))
                .toList();
        boolean proposer = actor.id().equals(determination.proposedBy());
        var open = allowed.stream()
                .filter(act -> !proposer || !act.needsSecondOfficer())
                .toList();
        var next = possible.stream().filter(Act::leadsOn).findFirst().orElse(null);
        var filed = papers.of(id.value());
        var history = determination.steps().stream()
                .map(step -> new Taken(
                        step,
                        filed.stream()
                                .filter(paper -> paper.change().equals(step.change()))
                                .toList()))
                .toList();
        var now = order.now();
        var conflicts = determination.state() == DeterminationState.PROPOSED && !open.contains(Act.CROSS_CHECK)
                ? List.<Listing>of()
                : crossCheck.conflicts(list, determination.subject(), rules);
        var persons = persons(id);
        boolean undecided = determination.step(Act.DECIDE).isEmpty()
                && !determination.state().ended();
        var listing = determinations
                .listing(id)
                .filter(_ -> determination.step(Act.SERVE).isPresent() || list.kind() == ListKind.INCENTIVE)
                .map(made -> listings.get(made, now))
                .orElse(null);
        return new View(
                determination,
                subject,
                list,
                open,
                next,
                next != null && allowed.contains(next) && !open.contains(next),
                history,
                determination.evidence().stream()
                        .map(record -> records.get(record, now))
                        .toList(),
                conflicts,
                listing,
                organisation(determination),
                persons,
                persons.stream().filter(person -> !person.state().ended()).toList(),
                undecided
                        && determination.named() == null
                        && !subject.kind().personal()
                        && !list.procedure().responsible().isEmpty()
                        && actor.may(Role.DETERMINER)
                        && determination.agency().equals(actor.agency()),
                determination.state() == DeterminationState.PUBLIC_NOTICE
                        ? determination.required(Act.GIVE_PUBLIC_NOTICE).due()
                        : null,
                hearingUntil(determination, list));
    }

    private static @Nullable LocalDate hearingUntil(Determination determination, CreditList list) {
        return determination.state() == DeterminationState.NOTICE_SERVED
                        && list.procedure().hearing() != null
                ? HoldHearing.lastDay(
                                list, determination.required(Act.GIVE_NOTICE).day())
                        .date()
                : null;
    }

    private @Nullable Organisation organisation(Determination determination) {
        var responsible = determination.named();
        if (responsible == null) {
            return null;
        }
        var about = determinations.get(responsible.in()).subject();
        return new Organisation(responsible.in(), subjects.get(about).name());
    }

    private List<Person> persons(DeterminationId organisation) {
        var found = named.proposedWith(organisation);
        var about = subjects.get(found.stream().map(Determination::subject).toList());
        return found.stream()
                .map(person -> new Person(
                        person.id(),
                        person.subject(),
                        Objects.requireNonNull(about.get(person.subject())).name(),
                        Objects.requireNonNull(person.named()).as(),
                        person.state()))
                .toList();
    }

    /** The determination a listing came from; empty for a received one. */
    public Optional<DeterminationId> of(ListingId listing) {
        return determinations.of(listing);
    }

    /** Listings of the other kind, in force, of the same subject. */
    public List<Listing> conflicts(Listing listing) {
        var rules = packs.today();
        var list = rules.lists().get(listing.list().value());
        return list == null ? List.of() : crossCheck.conflicts(list, listing.subject(), rules);
    }

    /** One determination that is not over. */
    public record Running(DeterminationId id, Subject subject, DeterminationState state, Instant since) {}

    private record Row(UUID id, UUID subject, DeterminationState state, Instant since) {}

    /** Determinations for a list that are not over, oldest first, at most {@code limit}. */
    public List<Running> running(ListId list, int limit) {
        var rows = jdbc.sql("""
                        select d.id, d.subject_id, last.state, c.moment
                        from listing.determination d
                        join audit.change c on c.id = d.change_id
                        join lateral (select state from listing.determination_step
                                      where subject_id = d.subject_id and determination_id = d.id
                                      order by version desc limit 1) last on true
                        where d.list_id = :list
                          and last.state <> all(:over)
                        order by d.id limit :limit
                        """)
                .param("list", list.value())
                .param("over", ENDED)
                .param("limit", limit)
                .query((row, _) -> new Row(
                        row.getObject("id", UUID.class),
                        row.getObject("subject_id", UUID.class),
                        DeterminationState.valueOf(row.getString("state")),
                        row.getTimestamp("moment").toInstant()))
                .list();
        var about = subjects.get(rows.stream()
                .map(row -> new SubjectId(row.subject()))
                .distinct()
                .toList());
        var running = new ArrayList<Running>();
        for (var row : rows) {
            running.add(new Running(
                    new DeterminationId(row.id()),
                    Objects.requireNonNull(about.get(new SubjectId(row.subject()))),
                    row.state(),
                    row.since()));
        }
        return running;
    }

    /** Lists this officer may propose the subject of such a record for. */
    public List<CreditList> proposable(StoredRecord record, Actor actor) {
        return packs.today().lists().values().stream()
                .filter(list -> ProposeDetermination.mayPropose(list, actor))
                .filter(list -> list.evidence().contains(record.item().value()))
                .toList();
    }

    /** The subject's records that a proposal for the list by this officer can rest on. */
    public List<StoredRecord> grounds(SubjectId subject, CreditList list, Actor actor) {
        return records.inForce(subject, order.now()).stream()
                .filter(record -> list.evidence().contains(record.item().value()))
                .filter(record ->
                        list.kind() == ListKind.INCENTIVE || record.authority().equals(actor.agency()))
                .toList();
    }
}
