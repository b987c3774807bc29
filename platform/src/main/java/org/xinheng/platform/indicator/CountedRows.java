package org.xinheng.platform.indicator;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xinheng.kernel.pack.Label;
import org.xinheng.platform.shared.AgencyId;

/**
 * Counts and opens one fact from one query, so that rows and count can never differ. The query is a text of the source's
 * code; it gives the columns {@code agency}, {@code day}, {@code key} (text, unique), {@code number}, {@code kind} and
 * {@code link} (text, both may be null), and may use {@code :from} and {@code :to}, the days asked about.
 */
@Component
public class CountedRows {

    private static final String ASKED = """
             ) r where r.day between :from and :to and r.number > 0
               and (:agencies::text[] is null or r.agency = any(:agencies))
            """;

    private final JdbcClient jdbc;

    CountedRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By agency and month. */
    public List<FactSource.Count> counts(String query, Map<String, ?> parameters, FactScope scope) {
        return jdbc.sql("select agency, date_trunc('month', day)::date as month, sum(number) as number from (" + query
                        + ASKED + "group by agency, month order by agency, month")
                .params(parameters)
                .param("from", scope.firstDay())
                .param("to", scope.lastDay())
                .param("agencies", scope.parameter())
                .query((row, _) -> new FactSource.Count(
                        new AgencyId(row.getString("agency")),
                        YearMonth.from(row.getDate("month").toLocalDate()),
                        row.getLong("number")))
                .list();
    }

    /**
     * The newest first.
     *
     * @param words what a row is, by the query's kind and the row's day
     */
    public List<FactSource.Row> rows(
            String query,
            Map<String, ?> parameters,
            FactScope scope,
            @Nullable String after,
            int limit,
            BiFunction<String, LocalDate, Label> words) {
        var start = Start.of(after);
        return jdbc.sql("select agency, day, key, number, kind, link from (" + query + ASKED + """
                        and (:afterDay::date is null or (r.day, r.key) < (:afterDay::date, :afterKey))
                        order by r.day desc, r.key desc limit :limit
                        """)
                .params(parameters)
                .param("from", scope.firstDay())
                .param("to", scope.lastDay())
                .param("agencies", scope.parameter())
                .param("afterDay", start.day())
                .param("afterKey", start.key())
                .param("limit", limit)
                .query((row, _) -> {
                    var day = row.getDate("day").toLocalDate();
                    var kind = row.getString("kind");
                    return new FactSource.Row(
                            day + "~" + row.getString("key"),
                            new AgencyId(row.getString("agency")),
                            day,
                            row.getLong("number"),
                            words.apply(kind == null ? "" : kind, day),
                            row.getString("link"));
                })
                .list();
    }

    private record Start(@Nullable LocalDate day, String key) {

        static Start of(@Nullable String after) {
            var none = new Start(null, "");
            if (after == null || after.indexOf('~') != 10) {
                return none;
            }
            try {
                return new Start(LocalDate.parse(after.substring(0, 10)), after.substring(11));
            } catch (DateTimeParseException notACursor) {
                return none;
            }
        }
    }
}
