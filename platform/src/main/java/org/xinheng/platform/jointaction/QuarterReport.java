package org.xinheng.platform.jointaction;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xinheng.platform.access.Permission;
import org.xinheng.platform.access.Scope;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.packs.Packs;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.Role;

/**
 * The quarterly report on joint action (联合奖惩季度反馈): for each agency what it was asked, what it did, and where it did not
 * say. Counts only; nobody is named, nothing is scored.
 */
@Component
public class QuarterReport {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final JdbcClient jdbc;
    private final Packs packs;
    private final Order order;

    QuarterReport(JdbcClient jdbc, Packs packs, Order order) {
        this.jdbc = jdbc;
        this.packs = packs;
        this.order = order;
    }

    /** A quarter of a year. */
    public record Quarter(int year, int number) {

        public Quarter {
            if (number < 1 || number > 4) {
                throw new IllegalArgumentException("no quarter " + number);
            }
        }

        public static Quarter of(LocalDate day) {
            return new Quarter(day.getYear(), (day.getMonthValue() + 2) / 3);
        }

        public LocalDate first() {
            return LocalDate.of(year, number * 3 - 2, 1);
        }

        public LocalDate last() {
            return first().plusMonths(3).minusDays(1);
        }

        public Quarter before() {
            return of(first().minusDays(1));
        }

        @Override
        public String toString() {
            return year + "Q" + number;
        }
    }

    /**
     * One agency's quarter, as known now.
     *
     * @param tasks opened in the quarter
     * @param answered of them responded to, or said not to be applicable
     * @param executed of them carried out, with or without feedback
     * @param fedBack of them fed back
     * @param notApplicable of them said not to be applicable
     * @param prompts shown in the quarter that ask for feedback
     * @param applied of them fed back as applied or partly applied
     * @param notApplied of them fed back as not applied
     * @param late of them past their last day without feedback
     */
    public record Line(
            AgencyId agency,
            long tasks,
            long answered,
            long executed,
            long fedBack,
            long notApplicable,
            long prompts,
            long incentivesApplied,
            long restraintsApplied,
            long notApplied,
            long late) {

        public long applied() {
            return incentivesApplied + restraintsApplied;
        }

        /** Whether the agency was asked and said nothing at all. */
        public boolean silent() {
            return tasks + prompts > 0 && answered + fedBack + applied() + notApplied == 0;
        }

        public long percentFedBack() {
            return prompts == 0 ? 100 : Math.round(100.0 * (applied() + notApplied) / prompts);
        }
    }

    /** The agencies of the actor's scope that were asked something. Guests are not reported on. */
    public List<Line> of(Quarter quarter, Actor actor) {
        if (!actor.may(Role.CREDIT_OFFICE) && !actor.may(Role.AUDITOR)) {
            Permission.require(actor, Role.CHECKER);
        }
        return jdbc.sql("""
                        with task as (
                            select t.agency,
                                   bool_or(s.state in ('RESPONDED', 'NOT_APPLICABLE')) as answered,
                                   bool_or(s.state = 'EXECUTED') as executed,
                                   bool_or(s.state = 'FED_BACK') as fed_back,
                                   bool_or(s.state = 'NOT_APPLICABLE') as not_applicable
                            from jointaction.task t
                            join audit.change opened on opened.id = t.change_id
                            join jointaction.task_step s on s.subject_id = t.subject_id and s.task_id = t.id
                            where opened.moment >= :from and opened.moment < :to
                            group by t.subject_id, t.id, t.agency
                        ), prompt as (
                            select p.agency, p.kind, p.feedback_due,
                                   (select f.outcome from jointaction.feedback f
                                    where f.month = p.month and f.check_id = p.check_id and f.prompt_id = p.id
                                    order by f.version desc limit 1) as outcome
                            from jointaction.prompt p
                            where p.asked_on between :first and :last and not p.advisory
                        ), agency as (select agency from task union select agency from prompt)
                        select a.agency, coalesce(t.tasks, 0) as tasks, coalesce(t.answered, 0) as answered,
                               coalesce(t.executed, 0) as executed, coalesce(t.fed_back, 0) as fed_back,
                               coalesce(t.not_applicable, 0) as not_applicable, coalesce(p.prompts, 0) as prompts,
                               coalesce(p.incentives, 0) as incentives, coalesce(p.restraints, 0) as restraints,
                               coalesce(p.not_applied, 0) as not_applied, coalesce(p.late, 0) as late
                        from agency a
                        left join (select agency, count(*) as tasks, count(*) filter (where answered) as answered,
                                          count(*) filter (where executed) as executed,
                                          count(*) filter (where fed_back) as fed_back,
                                          count(*) filter (where not_applicable) as not_applicable
                                   from task group by agency) t on t.agency = a.agency
                        left join (select agency, count(*) as prompts,
                                          count(*) filter (where outcome in ('APPLIED', 'PARTLY_APPLIED')
                                                           and kind = 'INCENTIVE') as incentives,
                                          count(*) filter (where outcome in ('APPLIED', 'PARTLY_APPLIED')
                                                           and kind = 'RESTRAINT') as restraints,
                                          count(*) filter (where outcome = 'NOT_APPLIED') as not_applied,
                                          count(*) filter (where outcome is null and feedback_due < :today) as late
                                   from prompt group by agency) p on p.agency = a.agency
                        where :agencies::text[] is null or a.agency = any(:agencies)
                        order by a.agency
                        """)
                .param("from", start(quarter.first()))
                .param("to", start(quarter.last().plusDays(1)))
                .param("first", quarter.first())
                .param("last", quarter.last())
                .param("today", order.today())
                .param("agencies", Scope.of(actor, packs.today()).parameter())
                .query((row, _) -> new Line(
                        new AgencyId(row.getString("agency")),
                        row.getLong("tasks"),
                        row.getLong("answered"),
                        row.getLong("executed"),
                        row.getLong("fed_back"),
                        row.getLong("not_applicable"),
                        row.getLong("prompts"),
                        row.getLong("incentives"),
                        row.getLong("restraints"),
                        row.getLong("not_applied"),
                        row.getLong("late")))
                .list();
    }

    private static Timestamp start(LocalDate day) {
        return Timestamp.from(day.atStartOfDay(ZONE).toInstant());
    }
}
