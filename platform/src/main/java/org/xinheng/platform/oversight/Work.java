package org.xinheng.platform.oversight;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
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
            select work.id, work.task_id, work.agency, work.kind, work.due, work.text, work.evidence, work.reported_on, work.actor,
                   a.accepted as yes, a.reason as words, a.reviewed_on as answered_on, a.actor as answered_by
            from oversight.report work left join oversight.review a on a.report_id = work.id
            """;

    private static final String EXTENSIONS = """
            select work.id, work.task_id, work.agency, work.until, work.reason, work.asked_on, work.actor,
                   a.granted as yes, a.reason as words, a.answered_on, a.actor as answered_by
            from oversight.extension work left join oversight.extension_answer a on a.extension_id = work.id
            """;

    private static final String QUESTIONS = """
            select work.id, work.task_id, work.agency, work.text, work.asked_on, work.actor,
                   true as yes, a.text as words, a.answered_on, a.actor as answered_by
            from oversight.question work left join oversight.answer a on a.question_id = work.id
            """;

    /** Reports about a task, newest first. */
    public List<Report> reports(PolicyTaskId task) {
        return about(task, REPORTS, this::reportRow);
    }

    Report report(UUID id) {
        return one(id, REPORTS, this::reportRow);
    }

    public List<Extension> extensions(PolicyTaskId task) {
        return about(task, EXTENSIONS, Work::extensionRow);
    }

    Extension extension(UUID id) {
        return one(id, EXTENSIONS, Work::extensionRow);
    }

    public List<Question> questions(PolicyTaskId task) {
        return about(task, QUESTIONS, Work::questionRow);
    }

    Question question(UUID id) {
        return one(id, QUESTIONS, Work::questionRow);
    }

    private <W> List<W> about(PolicyTaskId task, String work, RowMapper<W> row) {
        return jdbc.sql(work + "where work.task_id = :task order by work.id desc")
                .param("task", task.value())
                .query(row)
                .list();
    }

    private <W> W one(UUID id, String work, RowMapper<W> row) {
        return jdbc.sql(work + "where work.id = :id")
                .param("id", id)
                .query(row)
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
