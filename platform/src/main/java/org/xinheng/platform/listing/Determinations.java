package org.xinheng.platform.listing;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.pack.ResponsibleRole;
import org.xinheng.kernel.pack.Severity;
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

    /** States in which nobody is being determined any more. */
    static final String[] OVER = Stream.of(DeterminationState.values())
            .filter(state ->
                    state.ended() || state == DeterminationState.SERVED || state == DeterminationState.PUBLISHED)
            .map(DeterminationState::name)
            .toArray(String[]::new);

    private final JdbcClient jdbc;

    Determinations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Head(
            UUID subjectId,
            UUID id,
            String listId,
            String agencyId,
            String proposedFor,
            String proposedBy,
            @Nullable UUID rulesId,
            @Nullable UUID namedIn,
            @Nullable ResponsibleRole responsibleAs) {

        Determination.@Nullable Named named() {
            return namedIn == null || responsibleAs == null
                    ? null
                    : new Determination.Named(new DeterminationId(namedIn), responsibleAs);
        }
    }

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
                        select subject_id, id, list_id, agency_id, proposed_for, proposed_by, rules_id, named_in,
                               responsible_as
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
                head.rulesId(),
                head.named(),
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
        var named = d.named();
        jdbc.sql("""
                        insert into listing.determination
                            (subject_id, id, list_id, agency_id, proposed_for, proposed_by, rules_id, named_in,
                             responsible_as, change_id)
                        values (:subject, :id, :list, :agency, :proposedFor, :proposedBy, :rules, :namedIn, :as, :change)
                        """)
                .param("subject", d.subject().value())
                .param("id", d.id().value())
                .param("list", d.list().value())
                .param("agency", d.agency().value())
                .param("proposedFor", d.proposedFor().value())
                .param("proposedBy", d.proposedBy())
                .param("rules", d.rules())
                .param("namedIn", named == null ? null : named.in().value())
                .param("as", named == null ? null : named.as().name())
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
    void decide(
            Determination d,
            ListingId listing,
            LocalDate day,
            byte[] documentHash,
            @Nullable Severity degree,
            Change change) {
        jdbc.sql("""
                        insert into listing.decision
                            (subject_id, listing_id, determination_id, proposed_by, decided_by, decided_on, document_hash,
                             degree, change_id)
                        values (:subject, :listing, :id, :proposedBy, :decidedBy, :day, :document, :degree, :change)
                        """)
                .param("subject", d.subject().value())
                .param("listing", listing.value())
                .param("id", d.id().value())
                .param("proposedBy", d.proposedBy())
                .param("decidedBy", change.actor().id())
                .param("day", day)
                .param("document", documentHash)
                .param("degree", degree == null ? null : degree.name())
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
        lock(subject, list);
        return isRunning(subject, list);
    }

    private void lock(SubjectId subject, ListId list) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:subject || ' ' || :list, 0))")
                .param("subject", subject.toString())
                .param("list", list.value())
                .query((_, _) -> true)
                .single();
    }

    /** The same for reading only. */
    boolean isRunning(SubjectId subject, ListId list) {
        return jdbc.sql("""
                        select exists (
                            select 1 from listing.determination d
                            join lateral (select state from listing.determination_step
                                          where subject_id = d.subject_id and determination_id = d.id
                                          order by version desc limit 1) last on true
                            where d.subject_id = :subject and d.list_id = :list
                              and last.state <> all(:over))
                        """)
                .param("subject", subject.value())
                .param("list", list.value())
                .param("over", OVER)
                .query(Boolean.class)
                .single();
    }

    /** The degree its decision gave; null on other than watch lists. */
    @Nullable
    Severity degree(DeterminationId id) {
        return jdbc.sql("select degree from listing.decision where determination_id = :id and degree is not null")
                .param("id", id.value())
                .query(Severity.class)
                .optional()
                .orElse(null);
    }

    /** The determination a listing came from; empty for a received one. */
    Optional<DeterminationId> of(ListingId listing) {
        return jdbc.sql("select determination_id from listing.decision where listing_id = :id")
                .param("id", listing.value())
                .query(UUID.class)
                .optional()
                .map(DeterminationId::new);
    }

    /** Determinations of persons whom the decision of this one is to name, oldest first. */
    List<DeterminationId> naming(DeterminationId organisation) {
        return ids("select id from listing.determination where named_in = :id order by id", organisation.value());
    }

    /** Determinations of the subject that are not over. */
    List<DeterminationId> running(SubjectId subject) {
        return jdbc.sql("""
                        select d.id from listing.determination d
                        join lateral (select state from listing.determination_step
                                      where subject_id = d.subject_id and determination_id = d.id
                                      order by version desc limit 1) last on last.state <> all(:over)
                        where d.subject_id = :subject order by d.id
                        """).param("subject", subject.value()).param("over", OVER).query(UUID.class).list().stream()
                .map(DeterminationId::new)
                .toList();
    }

    /** Writes that the decision of the one names the person of the other. */
    void name(DeterminationId organisation, DeterminationId person, Change change) {
        jdbc.sql("""
                        insert into listing.named (determination_id, person_id, change_id)
                        values (:organisation, :person, :change)
                        """)
                .param("organisation", organisation.value())
                .param("person", person.value())
                .param("change", change.id().value())
                .update();
    }

    boolean names(DeterminationId organisation, DeterminationId person) {
        return jdbc.sql("""
                        select exists (select 1 from listing.named
                                       where determination_id = :organisation and person_id = :person)
                        """)
                .param("organisation", organisation.value())
                .param("person", person.value())
                .query(Boolean.class)
                .single();
    }

    private List<DeterminationId> ids(String sql, UUID id) {
        return jdbc.sql(sql).param("id", id).query(UUID.class).list().stream()
                .map(DeterminationId::new)
                .toList();
    }
}
