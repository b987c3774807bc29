package org.xinheng.platform.assessment;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.calendar.Due;
import org.xinheng.platform.audit.Change;
import tools.jackson.databind.json.JsonMapper;

/** The assessments and their steps, as they stand. */
@Repository
class Assessments {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Words words;

    Assessments(JdbcClient jdbc, JsonMapper json, Words words) {
        this.jdbc = jdbc;
        this.json = json;
        this.words = words;
    }

    private record Row(
            UUID id,
            int year,
            int version,
            String draftedBy,
            LocalDate draftedOn,
            String rules,
            byte @Nullable [] said) {}

    private static final String COLUMNS =
            "select id, year, version, drafted_by, drafted_on, rules, said from assessment.assessment ";

    /** The newest year first, of a year the newest version. */
    List<Assessment> all() {
        return jdbc.sql(COLUMNS + "order by year desc, version desc").query(Row.class).list().stream()
                .map(this::read)
                .toList();
    }

    Optional<Assessment> find(UUID id) {
        return jdbc.sql(COLUMNS + "where id = :id")
                .param("id", id)
                .query(Row.class)
                .optional()
                .map(this::read);
    }

    /** The newest version of a year. */
    Optional<Assessment> newest(int year) {
        return jdbc.sql(COLUMNS + "where year = :year order by version desc limit 1")
                .param("year", year)
                .query(Row.class)
                .optional()
                .map(this::read);
    }

    /** Held until this transaction ends. */
    Assessment hold(UUID id) {
        jdbc.sql("select id from assessment.assessment where id = :id for update")
                .param("id", id)
                .query(UUID.class)
                .list();
        return find(id).orElseThrow(() -> new CreditException(AssessmentError.ASSESSMENT_NOT_FOUND));
    }

    /** One year is drafted or opened again by one officer at a time. */
    void holdYear(int year) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('assessment ' || :year, 0))")
                .param("year", year)
                .query((_, _) -> true)
                .single();
    }

    void add(Assessment assessment, Change change) {
        jdbc.sql("""
                        insert into assessment.assessment
                            (id, change_id, year, version, drafted_by, drafted_on, rules, said)
                        values (:id, :change, :year, :version, :account, :day, :rules, :said)
                        """)
                .param("id", assessment.id())
                .param("change", change.id().value())
                .param("year", assessment.year())
                .param("version", assessment.version())
                .param("account", assessment.draftedBy())
                .param("day", assessment.draftedOn())
                .param("rules", json.writeValueAsString(assessment.rules()))
                .param("said", words.sealAny(assessment.id(), assessment.reason()))
                .update();
    }

    void append(
            Assessment assessment,
            AssessmentAct act,
            LocalDate day,
            @Nullable Due due,
            @Nullable String said,
            Change change) {
        jdbc.sql("""
                        insert into assessment.step
                            (assessment_id, version, act, state, account, day, due, provisional, said, change_id)
                        values (:id, :version, :act, :state, :account, :day, :due, :provisional, :said, :change)
                        """)
                .param("id", assessment.id())
                .param("version", assessment.steps().size() + 1)
                .param("act", act.name())
                .param("state", act.to().name())
                .param("account", change.actor().id())
                .param("day", day)
                .param("due", due == null ? null : due.date())
                .param("provisional", due != null && due.provisional())
                .param("said", words.sealAny(assessment.id(), said))
                .param("change", change.id().value())
                .update();
    }

    private Assessment read(Row row) {
        var steps = jdbc.sql("""
                        select version, act, state, account, day, due, provisional, said from assessment.step
                        where assessment_id = :id order by version
                        """)
                .param("id", row.id())
                .query((step, _) -> {
                    var due = step.getDate("due");
                    return new Assessment.Step(
                            step.getInt("version"),
                            AssessmentAct.valueOf(step.getString("act")),
                            AssessmentState.valueOf(step.getString("state")),
                            step.getString("account"),
                            step.getDate("day").toLocalDate(),
                            due == null ? null : due.toLocalDate(),
                            step.getBoolean("provisional"),
                            words.open(row.id(), step.getBytes("said")));
                })
                .list();
        return new Assessment(
                row.id(),
                row.year(),
                row.version(),
                row.draftedBy(),
                row.draftedOn(),
                json.readValue(row.rules(), Assessment.Rules.class),
                words.open(row.id(), row.said()),
                steps);
    }
}
