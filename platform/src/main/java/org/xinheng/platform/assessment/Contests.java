package org.xinheng.platform.assessment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xinheng.kernel.calendar.Due;
import org.xinheng.platform.audit.Change;
import org.xinheng.platform.shared.AgencyId;

/** What agencies contested and how they were answered. */
@Repository
class Contests {

    private static final String COLUMNS = """
            select c.id, c.assessment_id, c.agency, c.kind, c.key, c.account, c.day, c.due, c.provisional, c.said,
                   a.accepted, a.account as answered_by, a.day as answered_on, a.said as answer
            from assessment.contest c left join assessment.answer a on a.contest_id = c.id
            """;

    private final JdbcClient jdbc;
    private final Words words;

    Contests(JdbcClient jdbc, Words words) {
        this.jdbc = jdbc;
        this.words = words;
    }

    /** Oldest first; {@code agency} null for all. */
    List<Contest> of(UUID assessment, @Nullable AgencyId agency) {
        return jdbc.sql(COLUMNS + """
                        where c.assessment_id = :assessment and (:agency::text is null or c.agency = :agency)
                        order by c.id
                        """)
                .param("assessment", assessment)
                .param("agency", agency == null ? null : agency.value())
                .query((row, _) -> contest(row))
                .list();
    }

    Optional<Contest> find(UUID id) {
        return jdbc.sql(COLUMNS + "where c.id = :id")
                .param("id", id)
                .query((row, _) -> contest(row))
                .optional();
    }

    void add(Contest contest, Due due, Change change) {
        jdbc.sql("""
                        insert into assessment.contest
                            (id, assessment_id, agency, kind, key, account, day, due, provisional, said, change_id)
                        values (:id, :assessment, :agency, :kind, :key, :account, :day, :due, :provisional, :said, :change)
                        """)
                .param("id", contest.id())
                .param("assessment", contest.assessment())
                .param("agency", contest.agency().value())
                .param("kind", contest.kind().name())
                .param("key", contest.key())
                .param("account", contest.account())
                .param("day", contest.day())
                .param("due", due.date())
                .param("provisional", due.provisional())
                .param("said", words.sealAny(contest.assessment(), contest.reason()))
                .param("change", change.id().value())
                .update();
    }

    void answer(Contest contest, boolean accepted, String reason, LocalDate day, Change change) {
        jdbc.sql("""
                        insert into assessment.answer (contest_id, accepted, account, day, said, change_id)
                        values (:contest, :accepted, :account, :day, :said, :change)
                        """)
                .param("contest", contest.id())
                .param("accepted", accepted)
                .param("account", change.actor().id())
                .param("day", day)
                .param("said", words.seal(contest.assessment(), reason))
                .param("change", change.id().value())
                .update();
    }

    private Contest contest(ResultSet row) throws SQLException {
        var assessment = row.getObject("assessment_id", UUID.class);
        var answeredBy = row.getString("answered_by");
        return new Contest(
                row.getObject("id", UUID.class),
                assessment,
                new AgencyId(row.getString("agency")),
                ScoreKind.valueOf(row.getString("kind")),
                row.getString("key"),
                row.getString("account"),
                row.getDate("day").toLocalDate(),
                row.getDate("due").toLocalDate(),
                row.getBoolean("provisional"),
                words.open(assessment, row.getBytes("said")),
                answeredBy == null
                        ? null
                        : new Contest.Answer(
                                row.getBoolean("accepted"),
                                answeredBy,
                                row.getDate("answered_on").toLocalDate(),
                                words.open(assessment, row.getBytes("answer"))));
    }
}
