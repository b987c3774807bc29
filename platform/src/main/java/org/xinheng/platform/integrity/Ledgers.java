package org.xinheng.platform.integrity;

import static java.util.stream.Collectors.groupingBy;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.xinheng.kernel.CreditException;
import org.xinheng.platform.audit.Change;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.SubjectId;
import org.xinheng.platform.vault.SealedContent;

/** Stores the ledgers: entries and their steps, what they say sealed under the entry's own key. */
@Repository
class Ledgers {

    private static final String COLUMNS = """
            select e.id, e.parent, e.agency, e.subject_id, e.opened_on, e.due, e.content from integrity.entry e
            where e.ledger = :ledger
            """;

    private final JdbcClient jdbc;
    private final SealedContent contents;

    Ledgers(JdbcClient jdbc, SealedContent contents) {
        this.jdbc = jdbc;
        this.contents = contents;
    }

    /** Opens an entry with its first step; the same thing of the same parent is entered once. */
    @Transactional(propagation = Propagation.MANDATORY)
    public <C, S> boolean open(Ledger<C, S> ledger, LedgerEntry<C, S> entry, Change change) {
        var subject = entry.subject();
        var content = entry.content();
        int opened = jdbc.sql("""
                        insert into integrity.entry
                            (id, ledger, parent, agency, subject_id, opened_on, due, change_id, content)
                        values (:id, :ledger, :parent, :agency, :subject, :on, :due, :change, :content)
                        on conflict do nothing
                        """)
                .param("id", entry.id())
                .param("ledger", ledger.name())
                .param("parent", entry.parent())
                .param("agency", entry.agency().value())
                .param("subject", subject == null ? null : subject.value())
                .param("on", entry.openedOn())
                .param("due", entry.due())
                .param("change", change.id().value())
                .param("content", content == null ? null : contents.seal(entry.id(), content))
                .update();
        if (opened == 0) {
            return false;
        }
        entry.steps().forEach(step -> add(entry.id(), step, change));
        return true;
    }

    /** Adds what happened next; refuses when somebody else was quicker. */
    @Transactional(propagation = Propagation.MANDATORY)
    public <S> void add(UUID entry, LedgerStep<S> step, Change change) {
        var said = step.said();
        try {
            jdbc.sql("""
                            insert into integrity.step
                                (entry_id, version, change_id, name, happened_on, actor, said)
                            values (:entry, :version, :change, :name, :on, :actor, :said)
                            """)
                    .param("entry", entry)
                    .param("version", step.version())
                    .param("change", change.id().value())
                    .param("name", step.name())
                    .param("on", step.on())
                    .param("actor", step.actor())
                    .param("said", said == null ? null : contents.seal(entry, said))
                    .update();
        } catch (DuplicateKeyException e) {
            throw new CreditException(IntegrityError.ENTRY_STEP_NOT_NEXT);
        }
    }

    <C, S> LedgerEntry<C, S> get(Ledger<C, S> ledger, UUID id) {
        return find(ledger, id).orElseThrow(() -> new CreditException(IntegrityError.ENTRY_NOT_FOUND, id));
    }

    <C, S> Optional<LedgerEntry<C, S>> find(Ledger<C, S> ledger, UUID id) {
        return read(
                        ledger,
                        jdbc.sql(COLUMNS + "and e.id = :id")
                                .param("ledger", ledger.name())
                                .param("id", id)
                                .query(Ledgers::row)
                                .list(),
                        null)
                .stream()
                .findFirst();
    }

    /**
     * Newest first, older than {@code before}, at most {@code limit}.
     *
     * @param agencies only of these; null = of all
     */
    <C, S> List<LedgerEntry<C, S>> newest(
            Ledger<C, S> ledger, String @Nullable [] agencies, @Nullable UUID before, int limit) {
        return read(
                ledger,
                jdbc.sql(COLUMNS + """
                                and (:agencies::text[] is null or e.agency = any(:agencies))
                                and (:before::uuid is null or e.id < :before) order by e.id desc limit :limit
                                """)
                        .param("ledger", ledger.name())
                        .param("agencies", agencies)
                        .param("before", before)
                        .param("limit", limit)
                        .query(Ledgers::row)
                        .list(),
                null);
    }

    /** All of a ledger that were known at a moment (null = now), with the steps known then, oldest first. */
    <C, S> List<LedgerEntry<C, S>> all(Ledger<C, S> ledger, @Nullable Instant knownAt) {
        return read(
                ledger,
                jdbc.sql(COLUMNS + """
                                and (:knownAt::timestamptz is null or exists (
                                    select 1 from audit.change c where c.id = e.change_id and c.moment <= :knownAt))
                                order by e.id
                                """)
                        .param("ledger", ledger.name())
                        .param("knownAt", knownAt == null ? null : Timestamp.from(knownAt))
                        .query(Ledgers::row)
                        .list(),
                knownAt);
    }

    /** Those that belong to one thing, oldest first. */
    <C, S> List<LedgerEntry<C, S>> of(Ledger<C, S> ledger, UUID parent) {
        return read(
                ledger,
                jdbc.sql(COLUMNS + "and e.parent = :parent order by e.id")
                        .param("ledger", ledger.name())
                        .param("parent", parent)
                        .query(Ledgers::row)
                        .list(),
                null);
    }

    private record Row(
            UUID id,
            @Nullable UUID parent,
            AgencyId agency,
            @Nullable SubjectId subject,
            LocalDate openedOn,
            @Nullable LocalDate due,
            byte @Nullable [] content) {}

    private record StepRow(UUID entry, LedgerStep<byte[]> step) {}

    private <C, S> List<LedgerEntry<C, S>> read(Ledger<C, S> ledger, List<Row> rows, @Nullable Instant knownAt) {
        if (rows.isEmpty()) {
            return List.of();
        }
        var steps = steps(rows.stream().map(Row::id).toList(), knownAt);
        var sealed = new LinkedHashMap<UUID, byte[]>();
        rows.forEach(row -> {
            var content = row.content();
            if (content != null) {
                sealed.put(row.id(), content);
            }
        });
        var opened = contents.openAll(sealed, ledger.content());
        return rows.stream()
                .map(row -> new LedgerEntry<C, S>(
                        row.id(),
                        row.parent(),
                        row.agency(),
                        row.subject(),
                        row.openedOn(),
                        row.due(),
                        opened.get(row.id()),
                        steps.getOrDefault(row.id(), List.of()).stream()
                                .map(one -> read(row.id(), one.step(), ledger.said()))
                                .toList()))
                .toList();
    }

    private Map<UUID, List<StepRow>> steps(Collection<UUID> entries, @Nullable Instant knownAt) {
        return jdbc
                .sql("""
                        select s.entry_id, s.version, s.name, s.happened_on, s.actor, s.said from integrity.step s
                        where s.entry_id = any(:entries) and (:knownAt::timestamptz is null or exists (
                            select 1 from audit.change c where c.id = s.change_id and c.moment <= :knownAt))
                        order by s.entry_id, s.version
                        """)
                .param("entries", entries.toArray(UUID[]::new))
                .param("knownAt", knownAt == null ? null : Timestamp.from(knownAt))
                .query((row, _) -> new StepRow(
                        row.getObject("entry_id", UUID.class),
                        new LedgerStep<>(
                                row.getInt("version"),
                                row.getString("name"),
                                row.getDate("happened_on").toLocalDate(),
                                row.getString("actor"),
                                row.getBytes("said"))))
                .list()
                .stream()
                .collect(groupingBy(StepRow::entry, Collectors.toList()));
    }

    private <S> LedgerStep<S> read(UUID entry, LedgerStep<byte[]> step, Class<S> type) {
        return new LedgerStep<>(
                step.version(), step.name(), step.on(), step.actor(), contents.open(entry, step.said(), type));
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        var subject = row.getObject("subject_id", UUID.class);
        Date due = row.getDate("due");
        return new Row(
                row.getObject("id", UUID.class),
                row.getObject("parent", UUID.class),
                new AgencyId(row.getString("agency")),
                subject == null ? null : new SubjectId(subject),
                row.getDate("opened_on").toLocalDate(),
                due == null ? null : due.toLocalDate(),
                row.getBytes("content"));
    }
}
