package org.xinheng.platform.disclosure;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.xinheng.kernel.IdGenerator;
import org.xinheng.kernel.identifier.IdentifierScan;
import org.xinheng.kernel.pack.Retention;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.packs.Packs;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.SubjectId;

/**
 * Who asked about whom, for what and by what authority (查询日志); written before the answer leaves and kept for five
 * years or, where the pack says so, longer. The one asked about reads all of it. A question changes nothing about anybody, so it is logged here and is no
 * fact of the one order, whose head no reader shall hold up.
 */
@Repository
public class QueryLog {

    private static final Period SHORTEST = Period.ofYears(5);

    private final JdbcClient jdbc;
    private final IdGenerator ids;
    private final Clock clock;
    private final Order order;
    private final Packs packs;

    QueryLog(JdbcClient jdbc, IdGenerator ids, Clock clock, Order order, Packs packs) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
        this.order = order;
        this.packs = packs;
    }

    /**
     * One question.
     *
     * @param askedBy name of the officer or system
     * @param agency its agency; null for the subject itself
     * @param authority statute or consent; null for organisations
     * @param asOf the past day asked about; null = that day itself
     */
    public record Query(
            UUID id,
            Instant askedAt,
            String askedBy,
            @Nullable String agency,
            String purpose,
            @Nullable String matter,
            @Nullable String reference,
            @Nullable String authority,
            @Nullable LocalDate asOf,
            @Nullable Instant knownAt) {}

    /**
     * Writes a question down, numbers of persons in its words masked.
     *
     * @param subject null where nobody here is identified
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void write(@Nullable SubjectId subject, Inquiry inquiry, Actor actor) {
        jdbc.sql("""
                        insert into disclosure.query_log
                            (id, subject_id, asked_at, actor_kind, actor, actor_name, agency_id, purpose, matter, reference,
                             authority_kind, authority, as_of, known_at)
                        values (:id, :subject, :askedAt, :kind, :actor, :name, :agency, :purpose, :matter, :reference,
                                :authorityKind, :authority, :asOf, :knownAt)
                        """)
                .param("id", ids.next())
                .param("subject", subject == null ? null : subject.value())
                .param("askedAt", Timestamp.from(clock.instant()))
                .param("kind", actor.kind().name())
                .param("actor", actor.id())
                .param("name", actor.name())
                .param("agency", actor.agency() == null ? null : actor.agency().value())
                .param("purpose", IdentifierScan.mask(inquiry.purpose()))
                .param("matter", masked(inquiry.matter()))
                .param("reference", masked(inquiry.reference()))
                .param("authorityKind", kind(inquiry.authority()))
                .param("authority", words(inquiry.authority()))
                .param("asOf", inquiry.asOf() == null ? null : Date.valueOf(inquiry.asOf()))
                .param("knownAt", inquiry.knownAt() == null ? null : Timestamp.from(inquiry.knownAt()))
                .update();
    }

    /** The questions about a subject that are kept, newest first. */
    public List<Query> of(SubjectId subject) {
        return jdbc.sql("""
                        select id, asked_at, actor_name, agency_id, purpose, matter, reference, authority, as_of, known_at
                        from disclosure.query_log
                        where subject_id = :subject and asked_at >= :since
                        order by asked_at desc, id desc
                        """)
                .param("subject", subject.value())
                .param("since", Timestamp.from(since()))
                .query((row, _) -> {
                    var asOf = row.getDate("as_of");
                    var knownAt = row.getTimestamp("known_at");
                    return new Query(
                            row.getObject("id", UUID.class),
                            row.getTimestamp("asked_at").toInstant(),
                            row.getString("actor_name"),
                            row.getString("agency_id"),
                            row.getString("purpose"),
                            row.getString("matter"),
                            row.getString("reference"),
                            row.getString("authority"),
                            asOf == null ? null : asOf.toLocalDate(),
                            knownAt == null ? null : knownAt.toInstant());
                })
                .list();
    }

    /** What is older is not shown any more, also where the daily job has not yet taken it away. */
    private Instant since() {
        var kept = packs.today().retention().values().stream()
                .filter(rule -> rule.kept() == Retention.Kept.QUERY_LOG)
                .findFirst();
        var period = kept.isEmpty() ? SHORTEST : kept.get().keepFor();
        return period == null
                ? Instant.EPOCH
                : order.today().minus(period).atStartOfDay(clock.getZone()).toInstant();
    }

    private static @Nullable String masked(@Nullable String text) {
        return text == null ? null : IdentifierScan.mask(text);
    }

    private static @Nullable String kind(@Nullable Authority authority) {
        return switch (authority) {
            case Authority.Statute _ -> "STATUTE";
            case Authority.Consent _ -> "CONSENT";
            case null -> null;
        };
    }

    private static @Nullable String words(@Nullable Authority authority) {
        return switch (authority) {
            case Authority.Statute statute -> IdentifierScan.mask(statute.basis());
            case Authority.Consent consent -> consent.consentId().toString();
            case null -> null;
        };
    }
}
