package org.xinheng.platform.assessment;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xinheng.platform.audit.Change;
import org.xinheng.platform.indicator.Figure;
import org.xinheng.platform.shared.AgencyId;

/** What agencies were given, item by item, as it stands. */
@Repository
class ScoreItems {

    private static final String LAST = """
            select distinct on (agency, kind, key)
                   agency, kind, key, version, cause, counted, whole, most, points, account, day, said
            from assessment.item where assessment_id = :assessment
            """;

    private final JdbcClient jdbc;
    private final Words words;

    ScoreItems(JdbcClient jdbc, Words words) {
        this.jdbc = jdbc;
        this.words = words;
    }

    /** All scores, by agency; points by hand that were taken back are left out. */
    List<Score> scores(Assessment assessment) {
        return scores(assessment, null);
    }

    Optional<Score> score(Assessment assessment, AgencyId agency) {
        return scores(assessment, agency).stream().findFirst();
    }

    private List<Score> scores(Assessment assessment, @Nullable AgencyId agency) {
        var byAgency = new LinkedHashMap<AgencyId, List<ScoreItem>>();
        jdbc.sql(LAST + "and (:agency::text is null or agency = :agency) order by agency, kind, key, version desc")
                .param("assessment", assessment.id())
                .param("agency", agency == null ? null : agency.value())
                .query((row, _) -> item(assessment.id(), row))
                .list()
                .forEach(item -> byAgency.computeIfAbsent(item.agency(), _ -> new ArrayList<>())
                        .add(item));
        return byAgency.entrySet().stream()
                .map(entry -> Score.of(
                        entry.getKey(),
                        inOrder(assessment, entry.getValue()),
                        assessment.rules().scheme()))
                .toList();
    }

    /** What is measured stands in the order of the scheme. */
    private static List<ScoreItem> inOrder(Assessment assessment, List<ScoreItem> items) {
        var measured = assessment.rules().scheme().indicators().stream()
                .map(one -> one.indicator())
                .toList();
        return items.stream()
                .filter(item -> item.kind() == ScoreKind.INDICATOR || isSet(item))
                .sorted((a, b) -> a.kind() != b.kind()
                        ? a.kind().compareTo(b.kind())
                        : a.kind() == ScoreKind.INDICATOR
                                ? Integer.compare(measured.indexOf(a.key()), measured.indexOf(b.key()))
                                : a.key().compareTo(b.key()))
                .toList();
    }

    private static boolean isSet(ScoreItem item) {
        var points = item.points();
        return points != null && points.signum() != 0 || item.cause() == ScoreItem.Cause.CONTEST;
    }

    /** Everything that was ever set, by agency, kind and key, the oldest first. */
    List<ScoreItem> history(UUID assessment) {
        return jdbc.sql("""
                        select agency, kind, key, version, cause, counted, whole, most, points, account, day, said
                        from assessment.item where assessment_id = :assessment order by agency, kind, key, version
                        """)
                .param("assessment", assessment)
                .query((row, _) -> item(assessment, row))
                .list();
    }

    Optional<ScoreItem> find(UUID assessment, AgencyId agency, ScoreKind kind, String key) {
        return jdbc.sql(
                        LAST
                                + "and agency = :agency and kind = :kind and key = :key order by agency, kind, key, version desc")
                .param("assessment", assessment)
                .param("agency", agency.value())
                .param("kind", kind.name())
                .param("key", key)
                .query((row, _) -> item(assessment, row))
                .optional();
    }

    /**
     * Sets an item.
     *
     * @param points null = nothing to measure
     * @param said why; null for what was computed
     */
    record Setting(
            AgencyId agency,
            ScoreKind kind,
            String key,
            ScoreItem.Cause cause,
            @Nullable Figure figure,
            int most,
            @Nullable BigDecimal points,
            @Nullable String said) {}

    void set(UUID assessment, Setting item, LocalDate day, Change change) {
        var figure = item.figure();
        jdbc.sql("""
                        insert into assessment.item (assessment_id, agency, kind, key, version, cause, counted, whole,
                                                     most, points, account, day, said, change_id)
                        select :assessment, :agency, :kind, :key, coalesce(max(version), 0) + 1, :cause, :counted, :whole,
                               :most, :points, :account, :day, :said, :change
                        from assessment.item
                        where assessment_id = :assessment and agency = :agency and kind = :kind and key = :key
                        """)
                .param("assessment", assessment)
                .param("agency", item.agency().value())
                .param("kind", item.kind().name())
                .param("key", item.key())
                .param("cause", item.cause().name())
                .param("counted", figure == null ? null : figure.counted())
                .param("whole", figure == null ? null : figure.of())
                .param("most", item.most())
                .param("points", item.points())
                .param("account", change.actor().id())
                .param("day", day)
                .param("said", words.sealAny(assessment, item.said()))
                .param("change", change.id().value())
                .update();
    }

    private ScoreItem item(UUID assessment, ResultSet row) throws SQLException {
        var counted = row.getObject("counted", Long.class);
        return new ScoreItem(
                new AgencyId(row.getString("agency")),
                ScoreKind.valueOf(row.getString("kind")),
                row.getString("key"),
                row.getInt("version"),
                ScoreItem.Cause.valueOf(row.getString("cause")),
                counted == null ? null : new Figure(counted, row.getObject("whole", Long.class)),
                row.getInt("most"),
                row.getBigDecimal("points"),
                row.getString("account"),
                row.getDate("day").toLocalDate(),
                words.open(assessment, row.getBytes("said")));
    }
}
