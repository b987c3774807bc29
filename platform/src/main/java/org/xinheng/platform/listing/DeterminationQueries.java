package org.xinheng.platform.listing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.pack.CreditList;
import org.xinheng.kernel.pack.ListKind;
import org.xinheng.platform.access.AccessError;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.casework.Papers;
import org.xinheng.platform.packs.Packs;
import org.xinheng.platform.record.Records;
import org.xinheng.platform.record.StoredRecord;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.DeterminationId;
import org.xinheng.platform.shared.ListId;
import org.xinheng.platform.shared.Role;
import org.xinheng.platform.shared.SubjectId;
import org.xinheng.platform.subject.Subject;
import org.xinheng.platform.subject.Subjects;

/** What officers see of determinations. */
@Component
public class DeterminationQueries {

    private final JdbcClient jdbc;
    private final Determinations determinations;
    private final Listings listings;
    private final ListRules lists;
    private final CrossCheck crossCheck;
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
            @Nullable Listing listing) {}

    /** Refuses officers of agencies that have no part in it. */
    public View view(DeterminationId id, Actor actor) {
        var determination = determinations.get(id);
        boolean part = determination.agency().equals(actor.agency())
                || determination.proposedFor().equals(actor.agency());
        if (!part && !actor.may(Role.CREDIT_OFFICE) && !actor.may(Role.AUDITOR)) {
            throw new CreditException(AccessError.OTHER_AGENCY);
        }
        var rules = packs.today();
        var list = lists.list(determination.list(), rules);
        var subject = subjects.get(determination.subject());
        boolean publishable = lists.mayBePublic(list, subject.kind(), rules);
        var possible = Course.from(list, determination.state()).stream()
                .map(Course.Edge::act)
                .filter(act -> act != Act.BLOCK && (act != Act.PUBLISH || publishable))
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
                listing);
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
                          and last.state not in ('PUBLISHED', 'REJECTED', 'WITHDRAWN', 'BLOCKED')
                        order by d.id limit :limit
                        """)
                .param("list", list.value())
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
