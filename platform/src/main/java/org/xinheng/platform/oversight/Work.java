package org.xinheng.platform.oversight;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xinheng.kernel.CreditException;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.PolicyTaskId;
import tools.jackson.databind.json.JsonMapper;

/** What was said about a task: reports with their reviews, more time asked, questions. */
@Component
public class Work {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Work(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** What a report is. */
    public enum ReportKind {
        PLAN,
        PROGRESS,
        /** Done, with evidence. */
        COMPLETION
    }

    /** What the office said to something; {@code yes} = accepted, granted. */
    public record Answer(boolean yes, @Nullable String words, LocalDate on, String actor) {}

    /**
     * One report.
     *
     * @param due the last day it was for
     * @param review null while nobody looked, and for plans and progress, which nobody has to accept
     */
    public record Report(
            UUID id,
            PolicyTaskId task,
            AgencyId agency,
            ReportKind kind,
            @Nullable LocalDate due,
            String text,
            List<Evidence> evidence,
            LocalDate on,
            String actor,
            @Nullable Answer review) {}

    /** More time, asked for. */
    public record Extension(
            UUID id,
            PolicyTaskId task,
            AgencyId agency,
            LocalDate until,
            String reason,
            LocalDate on,
            String actor,
            @Nullable Answer answer) {}

    /** Something an agency wants to know. */
    public record Question(
            UUID id,
            PolicyTaskId task,
            AgencyId agency,
            String text,
            LocalDate on,
            String actor,
            @Nullable Answer answer) {}

    private static final String REPORTS = """
            select r.id, r.task_id, r.agency, r.kind, r.due, r.text, r.evidence, r.reported_on, r.actor,
                   v.accepted as yes, v.reason as words, v.reviewed_on as answered_on, v.actor as answered_by
            from oversight.report r left join oversight.review v on v.report_id = r.id
            """;

    private static final String EXTENSIONS = """
            select e.id, e.task_id, e.agency, e.until, e.reason, e.asked_on, e.actor,
                   a.granted as yes, a.reason as words, a.answered_on, a.actor as answered_by
            from oversight.extension e left join oversight.extension_answer a on a.extension_id = e.id
            """;

    private static final String QUESTIONS = """
            select q.id, q.task_id, q.agency, q.text, q.asked_on, q.actor,
                   true as yes, a.text as words, a.answered_on, a.actor as answered_by
            from oversight.question q left join oversight.answer a on a.question_id = q.id
            """;

    /** Reports about a task, newest first. */
    public List<Report> reports(PolicyTaskId task) {
        return jdbc.sql(REPORTS + "where r.task_id = :task order by r.id desc")
                .param("task", task.value())
                .query(this::reportRow)
                .list();
    }

    Report report(UUID id) {
        return jdbc.sql(REPORTS + "where r.id = :id")
                .param("id", id)
                .query(this::reportRow)
                .optional()
                .orElseThrow(() -> new CreditException(OversightError.POLICY_TASK_NOT_FOUND, id));
    }

    public List<Extension> extensions(PolicyTaskId task) {
        return jdbc.sql(EXTENSIONS + "where e.task_id = :task order by e.id desc")
                .param("task", task.value())
                .query(Work::extensionRow)
                .list();
    }

    Extension extension(UUID id) {
        return jdbc.sql(EXTENSIONS + "where e.id = :id")
                .param("id", id)
                .query(Work::extensionRow)
                .optional()
                .orElseThrow(() -> new CreditException(OversightError.POLICY_TASK_NOT_FOUND, id));
    }

    public List<Question> questions(PolicyTaskId task) {
        return jdbc.sql(QUESTIONS + "where q.task_id = :task order by q.id desc")
                .param("task", task.value())
                .query(Work::questionRow)
                .list();
    }

    Question question(UUID id) {
        return jdbc.sql(QUESTIONS + "where q.id = :id")
                .param("id", id)
                .query(Work::questionRow)
                .optional()
                .orElseThrow(() -> new CreditException(OversightError.POLICY_TASK_NOT_FOUND, id));
    }

    public PolicyTaskId taskOfExtension(UUID id) {
        return extension(id).task();
    }

    public PolicyTaskId taskOfQuestion(UUID id) {
        return question(id).task();
    }

    private Report reportRow(ResultSet row, int number) throws SQLException {
        return new Report(
                row.getObject("id", UUID.class),
                new PolicyTaskId(row.getObject("task_id", UUID.class)),
                new AgencyId(row.getString("agency")),
                ReportKind.valueOf(row.getString("kind")),
                PolicyTasks.day(row, "due"),
                row.getString("text"),
                List.of(json.readValue(row.getString("evidence"), Evidence[].class)),
                row.getDate("reported_on").toLocalDate(),
                row.getString("actor"),
                answer(row));
    }

    private static Extension extensionRow(ResultSet row, int number) throws SQLException {
        return new Extension(
                row.getObject("id", UUID.class),
                new PolicyTaskId(row.getObject("task_id", UUID.class)),
                new AgencyId(row.getString("agency")),
                row.getDate("until").toLocalDate(),
                row.getString("reason"),
                row.getDate("asked_on").toLocalDate(),
                row.getString("actor"),
                answer(row));
    }

    private static Question questionRow(ResultSet row, int number) throws SQLException {
        return new Question(
                row.getObject("id", UUID.class),
                new PolicyTaskId(row.getObject("task_id", UUID.class)),
                new AgencyId(row.getString("agency")),
                row.getString("text"),
                row.getDate("asked_on").toLocalDate(),
                row.getString("actor"),
                answer(row));
    }

    private static @Nullable Answer answer(ResultSet row) throws SQLException {
        var on = PolicyTasks.day(row, "answered_on");
        return on == null
                ? null
                : new Answer(row.getBoolean("yes"), row.getString("words"), on, row.getString("answered_by"));
    }
}
