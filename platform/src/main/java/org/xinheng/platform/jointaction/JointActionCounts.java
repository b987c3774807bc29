package org.xinheng.platform.jointaction;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many checks and feedbacks there were, for statistics: of all agencies together and about nobody in particular. */
@Component
public class JointActionCounts {

    private final JdbcClient jdbc;

    JointActionCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A month's checks.
     *
     * @param prompting those whose answer held a prompt
     */
    public record Checks(YearMonth month, long all, long prompting) {}

    /** What officers said they did with prompts of a month. */
    public record Answers(YearMonth month, Feedback.Outcome outcome, long count) {}

    /** Checks from the month of {@code from} on; months without any are left out. */
    public List<Checks> checks(LocalDate from) {
        return jdbc.sql("""
                        select month, count(*) as checks, count(*) filter (where outcome = 'PROMPTS') as prompting
                        from jointaction.check_log where month >= :from group by month order by month
                        """)
                .param("from", from.withDayOfMonth(1))
                .query((row, _) -> new Checks(
                        YearMonth.from(row.getDate("month").toLocalDate()),
                        row.getLong("checks"),
                        row.getLong("prompting")))
                .list();
    }

    /** The last feedback to each prompt, by month of the check. */
    public List<Answers> answers(LocalDate from) {
        return jdbc.sql("""
                        select f.month, f.outcome, count(*) as answers from jointaction.feedback f
                        where f.month >= :from
                          and not exists (select 1 from jointaction.feedback later
                                          where later.month = f.month and later.check_id = f.check_id
                                            and later.prompt_id = f.prompt_id and later.version > f.version)
                        group by f.month, f.outcome order by f.month, f.outcome
                        """)
                .param("from", from.withDayOfMonth(1))
                .query((row, _) -> new Answers(
                        YearMonth.from(row.getDate("month").toLocalDate()),
                        Feedback.Outcome.valueOf(row.getString("outcome")),
                        row.getLong("answers")))
                .list();
    }
}
