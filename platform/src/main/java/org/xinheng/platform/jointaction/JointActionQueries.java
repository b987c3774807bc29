package org.xinheng.platform.jointaction;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xinheng.platform.access.Permission;
import org.xinheng.platform.access.Scope;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.packs.Packs;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.CheckId;
import org.xinheng.platform.shared.MatterId;
import org.xinheng.platform.shared.MeasureId;
import org.xinheng.platform.shared.RecordId;
import org.xinheng.platform.shared.Role;
import org.xinheng.platform.shared.SubjectId;
import org.xinheng.platform.subject.Subject;
import org.xinheng.platform.subject.Subjects;
import org.xinheng.platform.vault.SealedContent;

/**
 * The credit office's two reports: decisions without a check (应查未查) and prompts without feedback (超期未反馈). The credit
 * office and auditors see all agencies, others their own.
 */
@Component
public class JointActionQueries {

    /** A report shows at most so many rows; the counts are whole. */
    public static final int ROWS = 2_000;

    private final JdbcClient jdbc;
    private final Packs packs;
    private final Order order;
    private final Subjects subjects;
    private final SealedContent contents;

    JointActionQueries(JdbcClient jdbc, Packs packs, Order order, Subjects subjects, SealedContent contents) {
        this.jdbc = jdbc;
        this.packs = packs;
        this.order = order;
        this.subjects = subjects;
        this.contents = contents;
    }

    /**
     * One bar of a chart.
     *
     * @param missing how many of {@code all} lack what they should have
     */
    public record Share(AgencyId agency, long missing, long all) {

        /** In whole percent, at least one where anything is missing. */
        public int percent() {
            return all == 0 ? 0 : (int) Math.min(100, Math.ceilDiv(missing * 100, all));
        }
    }

    /**
     * A decision at a matter with no check of that subject by that agency in the days before.
     *
     * @param subject code and name of an organisation; null for persons and sole traders, whom no report names, and where
     *     deleted
     * @param reference the agency's own number; null for records
     */
    public record Unchecked(
            UUID id,
            AgencyId agency,
            MatterId matter,
            LocalDate decidedOn,
            @Nullable String subject,
            @Nullable String reference,
            @Nullable RecordId record) {}

    /** A prompt whose feedback is overdue. */
    public record Unanswered(
            CheckId check,
            UUID prompt,
            AgencyId agency,
            MatterId matter,
            MeasureId measure,
            LocalDate askedOn,
            LocalDate due,
            long daysLate) {}

    /** A report: a bar for each agency, and the rows behind the bars. */
    public record Report<R>(LocalDate from, LocalDate to, List<Share> shares, List<R> rows) {

        public boolean empty() {
            return shares.stream().allMatch(share -> share.missing() == 0);
        }
    }

    private record Decision(
            UUID id,
            String agency,
            String matter,
            LocalDate decidedOn,
            @Nullable UUID subject,
            @Nullable UUID record,
            byte @Nullable [] content) {}

    private static final String UNCHECKED = """
            not exists (select 1 from jointaction.check_log c
                        where c.subject_hash = any(d.subject_hashes) and c.agency = d.agency and c.matter = d.matter
                          and c.asked_on between d.decided_on - m.days and d.decided_on)
            """;

    /** Decisions of those days without a check; {@code agency} null for all the actor may see. */
    public Report<Unchecked> decidedWithoutCheck(LocalDate from, LocalDate to, @Nullable AgencyId agency, Actor actor) {
        var scope = scope(agency, actor);
        var matters = packs.today().matters().values();
        var ids = matters.stream().map(matter -> matter.id()).toArray(String[]::new);
        var days = matters.stream().map(matter -> matter.checkedWithinDays()).toArray(Integer[]::new);
        var base = """
                from jointaction.decision d
                join unnest(:matters::text[], :days::int[]) as m (id, days) on m.id = d.matter
                where d.decided_on between :from and :to and (:agencies::text[] is null or d.agency = any(:agencies))
                """;
        var shares = jdbc.sql(
                        "select d.agency, count(*) filter (where " + UNCHECKED + ") as missing, count(*) as whole "
                                + base + "group by d.agency order by missing desc, d.agency")
                .param("matters", ids)
                .param("days", days)
                .param("from", from)
                .param("to", to)
                .param("agencies", scope)
                .query((row, _) ->
                        new Share(new AgencyId(row.getString("agency")), row.getLong("missing"), row.getLong("whole")))
                .list();
        var decisions = jdbc.sql("select d.id, d.agency, d.matter, d.decided_on, d.subject_id, d.record_id, d.content "
                        + base + "and " + UNCHECKED + "order by d.decided_on desc, d.id limit :rows")
                .param("matters", ids)
                .param("days", days)
                .param("from", from)
                .param("to", to)
                .param("agencies", scope)
                .param("rows", ROWS)
                .query((row, _) -> new Decision(
                        row.getObject("id", UUID.class),
                        row.getString("agency"),
                        row.getString("matter"),
                        row.getDate("decided_on").toLocalDate(),
                        row.getObject("subject_id", UUID.class),
                        row.getObject("record_id", UUID.class),
                        row.getBytes("content")))
                .list();
        return new Report<>(from, to, shares, named(decisions));
    }

    private List<Unchecked> named(List<Decision> decisions) {
        var sealed = new LinkedHashMap<UUID, byte[]>();
        var wanted = new ArrayList<SubjectId>();
        for (var decision : decisions) {
            var content = decision.content();
            if (content != null) {
                sealed.put(decision.id(), content);
            } else if (decision.subject() != null) {
                wanted.add(new SubjectId(decision.subject()));
            }
        }
        var opened = contents.openAll(sealed, ReportDecision.Content.class);
        var known = subjects.get(wanted);
        return decisions.stream()
                .map(decision -> named(decision, opened.get(decision.id()), known))
                .toList();
    }

    private Unchecked named(Decision decision, ReportDecision.@Nullable Content said, Map<SubjectId, Subject> known) {
        var subject = decision.subject() == null ? null : known.get(new SubjectId(decision.subject()));
        return new Unchecked(
                decision.id(),
                new AgencyId(decision.agency()),
                new MatterId(decision.matter()),
                decision.decidedOn(),
                said != null ? organisation(said) : subject == null ? null : code(subject),
                said == null ? null : said.reference(),
                decision.record() == null ? null : new RecordId(decision.record()));
    }

    private static @Nullable String code(Subject subject) {
        return subject.kind().personal() ? null : subject.name() + " " + subject.code();
    }

    /** A mask ends with the star that makes it one; no code does. */
    private static @Nullable String organisation(ReportDecision.Content said) {
        return said.subject().endsWith("*") ? null : said.subject();
    }

    /** Prompts of checks of those days whose feedback is overdue today; advice to guests needs none. */
    public Report<Unanswered> promptsWithoutFeedback(
            LocalDate from, LocalDate to, @Nullable AgencyId agency, Actor actor) {
        var scope = scope(agency, actor);
        var today = order.today();
        var late = """
                p.feedback_due < :today and not exists (
                    select 1 from jointaction.feedback f
                    where f.month = p.month and f.check_id = p.check_id and f.prompt_id = p.id)
                """;
        var base = """
                from jointaction.prompt p
                where p.asked_on between :from and :to and not p.advisory and (:agencies::text[] is null or p.agency = any(:agencies))
                """;
        var shares = jdbc.sql("select p.agency, count(*) filter (where " + late + ") as missing, count(*) as whole "
                        + base + "group by p.agency order by missing desc, p.agency")
                .param("today", today)
                .param("from", from)
                .param("to", to)
                .param("agencies", scope)
                .query((row, _) ->
                        new Share(new AgencyId(row.getString("agency")), row.getLong("missing"), row.getLong("whole")))
                .list();
        var rows = jdbc.sql("select p.check_id, p.id, p.agency, p.matter, p.measure, p.asked_on, p.feedback_due " + base
                        + "and " + late + "order by p.feedback_due, p.id limit :rows")
                .param("today", today)
                .param("from", from)
                .param("to", to)
                .param("agencies", scope)
                .param("rows", ROWS)
                .query((row, _) -> {
                    Date due = row.getDate("feedback_due");
                    return new Unanswered(
                            new CheckId(row.getObject("check_id", UUID.class)),
                            row.getObject("id", UUID.class),
                            new AgencyId(row.getString("agency")),
                            new MatterId(row.getString("matter")),
                            new MeasureId(row.getString("measure")),
                            row.getDate("asked_on").toLocalDate(),
                            due.toLocalDate(),
                            today.toEpochDay() - due.toLocalDate().toEpochDay());
                })
                .list();
        return new Report<>(from, to, shares, rows);
    }

    /** Whose rows the actor may see: one agency's that was wanted and is in its scope, else its whole scope. */
    private String @Nullable [] scope(@Nullable AgencyId wanted, Actor actor) {
        if (!actor.may(Role.CREDIT_OFFICE) && !actor.may(Role.AUDITOR)) {
            Permission.require(actor, Role.CHECKER);
        }
        var seen = Scope.of(actor, packs.today());
        return wanted != null && seen.covers(wanted) ? new String[] {wanted.value()} : seen.parameter();
    }
}
