package org.xinheng.platform.disclosure;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
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
import org.xinheng.platform.subject.CheckIdentity;
import org.xinheng.platform.subject.Subject;
import org.xinheng.platform.subject.SubjectLife;
import org.xinheng.platform.subject.Subjects;

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
    private final Subjects subjects;
    private final SubjectLife life;
    private final CheckIdentity checkIdentity;
    private final ObjectProvider<CheckCopies> checks;

    QueryLog(
            JdbcClient jdbc,
            IdGenerator ids,
            Clock clock,
            Order order,
            Packs packs,
            Subjects subjects,
            SubjectLife life,
            CheckIdentity checkIdentity,
            ObjectProvider<CheckCopies> checks) {
        this.subjects = subjects;
        this.life = life;
        this.checkIdentity = checkIdentity;
        this.checks = checks;
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
        this.order = order;
        this.packs = packs;
    }

    /** How somebody was asked about. */
    public enum Kind {
        /** Something kept here was looked at. */
        LOOK,
        /** At a matter, whether measures apply. */
        CHECK,
        /** Of the population register, whether number and name belong together. */
        IDENTITY
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
            Kind kind,
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

    /**
     * The questions that are kept about a subject and all that are one with it, newest first; of persons and sole
     * traders also the checks and those put to the population register, which have logs of their own.
     */
    public List<Query> of(SubjectId subject) {
        var group = life.group(subject, order.head().moment());
        var asked = new ArrayList<>(looks(group));
        var persons = subjects.get(group).values().stream()
                .filter(one -> one.kind().personal())
                .map(Subject::id)
                .toList();
        if (!persons.isEmpty()) {
            checkIdentity.about(persons, since()).stream().map(QueryLog::query).forEach(asked::add);
            checks.ifAvailable(checked -> asked.addAll(checked.questionsAbout(persons, sinceDay())));
        }
        asked.sort(Comparator.comparing(Query::askedAt).thenComparing(Query::id).reversed());
        return List.copyOf(asked);
    }

    private List<Query> looks(List<SubjectId> group) {
        return jdbc.sql("""
                        select id, asked_at, actor_name, agency_id, purpose, matter, reference, authority, as_of, known_at
                        from disclosure.query_log
                        where subject_id = any(:subjects) and asked_at >= :since
                        """)
                .param("subjects", group.stream().map(SubjectId::value).toArray(UUID[]::new))
                .param("since", Timestamp.from(since()))
                .query((row, _) -> {
                    var asOf = row.getDate("as_of");
                    var knownAt = row.getTimestamp("known_at");
                    return new Query(
                            row.getObject("id", UUID.class),
                            Kind.LOOK,
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

    private static Query query(CheckIdentity.Asked asked) {
        return new Query(
                asked.id(),
                Kind.IDENTITY,
                asked.askedAt(),
                asked.askedBy(),
                asked.agency().value(),
                asked.purpose(),
                asked.matter(),
                null,
                asked.authority(),
                null,
                null);
    }

    private Instant since() {
        return sinceDay().atStartOfDay(clock.getZone()).toInstant();
    }

    /** What is older is not shown any more, also where the daily job has not yet taken it away. */
    private LocalDate sinceDay() {
        var kept = packs.today().retention().values().stream()
                .filter(rule -> rule.kept() == Retention.Kept.QUERY_LOG)
                .findFirst();
        var period = kept.isEmpty() ? SHORTEST : kept.get().keepFor();
        return period == null ? LocalDate.EPOCH : order.today().minus(period);
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
