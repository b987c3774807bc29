package org.xinheng.platform.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinheng.kernel.CreditException;
import org.xinheng.platform.shared.SubjectId;

/** Reads the one order: where it stands, its tail, and the time of questions. */
@Component
public class Order {

    private final JdbcClient jdbc;
    private final Clock clock;

    Order(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The newest place of the order. */
    public record Head(long position, Instant moment) {}

    /**
     * One fact in its place.
     *
     * @param actor kind, account and agency, separated by colons
     * @param content JSON of ids, days and codes; null where deleted
     */
    public record Entry(
            long position,
            Instant moment,
            UUID change,
            String type,
            @Nullable SubjectId subject,
            UUID reference,
            String actor,
            @Nullable String content) {}

    public Head head() {
        return jdbc.sql("select position, moment from audit.head")
                .query((row, _) -> new Head(
                        row.getLong("position"), row.getTimestamp("moment").toInstant()))
                .single();
    }

    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /** Today, as known now. */
    public AsOf now() {
        return new AsOf(today(), head().moment());
    }

    /**
     * An earlier day, as known at an earlier moment; null means today and now. Waits for running changes whose moment
     * may be as early as the one asked for, so that the same question later finds the same answer.
     */
    @Transactional
    public AsOf at(@Nullable LocalDate day, @Nullable Instant knownAt) {
        var today = today();
        if (day != null && day.isAfter(today)) {
            throw new CreditException(AuditError.FUTURE_NOT_KNOWN, day);
        }
        if (knownAt != null && knownAt.isAfter(clock.instant())) {
            throw new CreditException(AuditError.FUTURE_NOT_KNOWN, knownAt);
        }
        var head = jdbc.sql("select moment from audit.head for share")
                .query((row, _) -> row.getTimestamp("moment").toInstant())
                .single();
        return new AsOf(day == null ? today : day, knownAt == null || knownAt.isAfter(head) ? head : knownAt);
    }

    /** Facts after {@code position}, at most {@code limit}, in order. */
    public List<Entry> tail(long position, int limit) {
        return jdbc.sql("""
                        select f.position, c.moment, f.change_id, f.type, f.subject_id, f.reference, c.actor, f.content
                        from audit.fact f join audit.change c on c.id = f.change_id
                        where f.position > :position order by f.position limit :limit
                        """)
                .param("position", position)
                .param("limit", limit)
                .query((row, _) -> entry(row))
                .list();
    }

    /** The facts in these places of the order. */
    public List<Entry> at(Collection<Long> positions) {
        return jdbc.sql("""
                        select f.position, c.moment, f.change_id, f.type, f.subject_id, f.reference, c.actor, f.content
                        from audit.fact f join audit.change c on c.id = f.change_id
                        where f.position = any(:positions) order by f.position
                        """)
                .param("positions", positions.toArray(Long[]::new))
                .query((row, _) -> entry(row))
                .list();
    }

    /** When each of the things last had a fact of one of these types. */
    public Map<UUID, Instant> latest(Collection<UUID> references, Collection<String> types) {
        var latest = new HashMap<UUID, Instant>();
        jdbc.sql("""
                        select f.reference, max(c.moment) as moment
                        from audit.fact f join audit.change c on c.id = f.change_id
                        where f.reference = any(:references) and f.type = any(:types) group by f.reference
                        """)
                .param("references", references.toArray(UUID[]::new))
                .param("types", types.toArray(String[]::new))
                .query(row -> {
                    latest.put(
                            row.getObject("reference", UUID.class),
                            row.getTimestamp("moment").toInstant());
                });
        return latest;
    }

    /** Facts since a moment that took something away from those who had a copy, newest first, at most {@code limit}. */
    public List<Entry> takenAway(Instant since, int limit) {
        return jdbc.sql("""
                        select f.position, c.moment, f.change_id, f.type, f.subject_id, f.reference, c.actor, f.content
                        from audit.fact f join audit.change c on c.id = f.change_id
                        where f.type in ('RecordCorrected', 'RecordEnded', 'RecordSuspended', 'ListingCorrected',
                                         'ListingEnded', 'ListingSuspended')
                          and c.moment >= :since
                        order by f.position desc limit :limit
                        """)
                .param("since", Timestamp.from(since))
                .param("limit", limit)
                .query((row, _) -> entry(row))
                .list();
    }

    /** What happened to one thing, oldest first. */
    public List<Entry> of(UUID reference) {
        return jdbc.sql("""
                        select f.position, c.moment, f.change_id, f.type, f.subject_id, f.reference, c.actor, f.content
                        from audit.fact f join audit.change c on c.id = f.change_id
                        where f.reference = :reference order by f.position
                        """)
                .param("reference", reference)
                .query((row, _) -> entry(row))
                .list();
    }

    /** What happened to one subject, as known at a moment, oldest first. */
    public List<Entry> of(SubjectId subject, Instant knownAt) {
        return jdbc.sql("""
                        select f.position, c.moment, f.change_id, f.type, f.subject_id, f.reference, c.actor, f.content
                        from audit.fact f join audit.change c on c.id = f.change_id
                        where f.subject_id = :subject and c.moment <= :knownAt order by f.position
                        """)
                .param("subject", subject.value())
                .param("knownAt", Timestamp.from(knownAt))
                .query((row, _) -> entry(row))
                .list();
    }

    private static Entry entry(ResultSet row) throws SQLException {
        var subject = row.getObject("subject_id", UUID.class);
        return new Entry(
                row.getLong("position"),
                row.getTimestamp("moment").toInstant(),
                row.getObject("change_id", UUID.class),
                row.getString("type"),
                subject == null ? null : new SubjectId(subject),
                row.getObject("reference", UUID.class),
                row.getString("actor"),
                row.getString("content"));
    }
}
