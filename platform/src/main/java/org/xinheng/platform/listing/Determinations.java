package org.xinheng.platform.listing;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.xinheng.kernel.CreditException;
import org.xinheng.platform.audit.Change;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.DeterminationId;
import org.xinheng.platform.shared.ListId;
import org.xinheng.platform.shared.ListingId;
import org.xinheng.platform.shared.RecordId;
import org.xinheng.platform.shared.SubjectId;

/** All determinations with their steps. */
@Repository
class Determinations {

    private final JdbcClient jdbc;

    Determinations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Head(
            UUID subjectId, UUID id, String listId, String agencyId, String proposedFor, String proposedBy) {}

    Determination get(DeterminationId id) {
        return read(id, "");
    }

    /** The same, held until this transaction ends: two officers never take a step at once. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Determination hold(DeterminationId id) {
        return read(id, " for update");
    }

    private Determination read(DeterminationId id, String lock) {
        var head = jdbc.sql("""
                        select subject_id, id, list_id, agency_id, proposed_for, proposed_by
                        from listing.determination where id = :id
                        """ + lock)
                .param("id", id.value())
                .query(Head.class)
                .optional()
                .orElseThrow(() -> new CreditException(ListingError.DETERMINATION_NOT_FOUND, id));
        var evidence =
                jdbc
                        .sql("""
                        select record_id from listing.determination_evidence
                        where subject_id = :subject and determination_id = :id order by record_id
                        """)
                        .param("subject", head.subjectId())
                        .param("id", head.id())
                        .query(UUID.class)
                        .list()
                        .stream()
                        .map(RecordId::new)
                        .toList();
        var steps = jdbc.sql("""
                        select s.version, s.act, s.state, s.account, s.day, s.due, s.change_id, c.moment
                        from listing.determination_step s join audit.change c on c.id = s.change_id
                        where s.subject_id = :subject and s.determination_id = :id order by s.version
                        """)
                .param("subject", head.subjectId())
                .param("id", head.id())
                .query((row, _) -> step(row))
                .list();
        return new Determination(
                new DeterminationId(head.id()),
                new SubjectId(head.subjectId()),
                new ListId(head.listId()),
                new AgencyId(head.agencyId()),
                new AgencyId(head.proposedFor()),
                head.proposedBy(),
                evidence,
                steps);
    }

    private static Determination.Step step(ResultSet row) throws SQLException {
        Date due = row.getDate("due");
        return new Determination.Step(
                row.getInt("version"),
                Act.valueOf(row.getString("act")),
                DeterminationState.valueOf(row.getString("state")),
                row.getString("account"),
                row.getDate("day").toLocalDate(),
                due == null ? null : due.toLocalDate(),
                row.getObject("change_id", UUID.class),
                row.getTimestamp("moment").toInstant());
    }

    /** Makes a determination; its first step is appended apart. */
    void add(Determination d, Change change) {
        jdbc.sql("""
                        insert into listing.determination
                            (subject_id, id, list_id, agency_id, proposed_for, proposed_by, change_id)
                        values (:subject, :id, :list, :agency, :proposedFor, :proposedBy, :change)
                        """)
                .param("subject", d.subject().value())
                .param("id", d.id().value())
                .param("list", d.list().value())
                .param("agency", d.agency().value())
                .param("proposedFor", d.proposedFor().value())
                .param("proposedBy", d.proposedBy())
                .param("change", change.id().value())
                .update();
        jdbc.sql("""
                        insert into listing.determination_evidence (subject_id, determination_id, record_id)
                        select :subject, :id, record from unnest(:records::uuid[]) as record
                        """)
                .param("subject", d.subject().value())
                .param("id", d.id().value())
                .param("records", d.evidence().stream().map(RecordId::value).toArray(UUID[]::new))
                .update();
    }

    void append(
            Determination d, Act act, DeterminationState state, LocalDate day, @Nullable LocalDate due, Change change) {
        jdbc.sql("""
                        insert into listing.determination_step
                            (subject_id, determination_id, version, change_id, act, state, account, day, due)
                        values (:subject, :id, :version, :change, :act, :state, :account, :day, :due)
                        """)
                .param("subject", d.subject().value())
                .param("id", d.id().value())
                .param("version", d.steps().size() + 1)
                .param("change", change.id().value())
                .param("act", act.name())
                .param("state", state.name())
                .param("account", change.actor().id())
                .param("day", day)
                .param("due", due)
                .update();
    }

    /** The decision a listing will stand on. The database refuses one by the proposer. */
    void decide(Determination d, ListingId listing, LocalDate day, byte[] documentHash, Change change) {
        jdbc.sql("""
                        insert into listing.decision
                            (subject_id, listing_id, determination_id, proposed_by, decided_by, decided_on, document_hash,
                             change_id)
                        values (:subject, :listing, :id, :proposedBy, :decidedBy, :day, :document, :change)
                        """)
                .param("subject", d.subject().value())
                .param("listing", listing.value())
                .param("id", d.id().value())
                .param("proposedBy", d.proposedBy())
                .param("decidedBy", change.actor().id())
                .param("day", day)
                .param("document", documentHash)
                .param("change", change.id().value())
                .update();
    }

    /** The listing its decision made; empty before. */
    Optional<ListingId> listing(DeterminationId id) {
        return jdbc.sql("select listing_id from listing.decision where determination_id = :id")
                .param("id", id.value())
                .query(UUID.class)
                .optional()
                .map(ListingId::new);
    }

    /** Whether somebody is already being determined for the list; two who propose at once ask one after the other. */
    boolean running(SubjectId subject, ListId list) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:subject || ' ' || :list, 0))")
                .param("subject", subject.toString())
                .param("list", list.value())
                .query((_, _) -> true)
                .single();
        return jdbc.sql("""
                        select exists (
                            select 1 from listing.determination d
                            join lateral (select state from listing.determination_step
                                          where subject_id = d.subject_id and determination_id = d.id
                                          order by version desc limit 1) last on true
                            where d.subject_id = :subject and d.list_id = :list
                              and last.state not in ('SERVED', 'PUBLISHED', 'REJECTED', 'WITHDRAWN', 'BLOCKED'))
                        """)
                .param("subject", subject.value())
                .param("list", list.value())
                .query(Boolean.class)
                .single();
    }
}
