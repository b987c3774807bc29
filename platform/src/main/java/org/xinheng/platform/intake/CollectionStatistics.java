package org.xinheng.platform.intake;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xinheng.platform.packs.Packs;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.ItemId;
import org.xinheng.platform.shared.SubmissionId;

/**
 * How collection goes (归集统计): rows by agency, item and month of receipt, and the rows behind each number. Read from the
 * submissions at the time of the question, so nothing can outlive them. Nobody's name or number is in it.
 */
@Component
public class CollectionStatistics {

    /** A page of rows. */
    public static final int ROWS = 100;

    private final JdbcClient jdbc;
    private final Packs packs;

    CollectionStatistics(JdbcClient jdbc, Packs packs) {
        this.jdbc = jdbc;
        this.packs = packs;
    }

    /** Rows an agency sent in of an item in a month. */
    public record Line(AgencyId agency, ItemId item, YearMonth month, CollectionCount count) {}

    /** The lines of a scope, by agency, item and month. */
    public List<Line> lines(CollectionScope scope) {
        var clocked = packs.today().items().values().stream()
                .filter(item -> item.reportingWorkingDays() > 0)
                .map(item -> item.id())
                .toArray(String[]::new);
        return jdbc.sql("""
                        select agency, item_id, date_trunc('month', received_on)::date as month, count(*) as submissions,
                               sum(accepted + refused + duplicates) as rows, sum(accepted) as accepted,
                               sum(refused) as refused, sum(duplicates) as duplicates,
                               sum(accepted) filter (where item_id = any(:clocked)) as clocked, sum(late) as late
                        from intake.submission
                        where received_on between :from and :to and state in ('ACCEPTED', 'REJECTED', 'CHECKING')
                          and (:agencies::text[] is null or agency = any(:agencies)) and (:item::text is null or item_id = :item)
                        group by agency, item_id, month order by agency, item_id, month
                        """)
                .param("clocked", clocked)
                .param("from", scope.firstDay())
                .param("to", scope.lastDay())
                .param("agencies", scope.agencies())
                .param("item", scope.itemValue())
                .query((row, _) -> new Line(
                        new AgencyId(row.getString("agency")),
                        new ItemId(row.getString("item_id")),
                        YearMonth.from(row.getDate("month").toLocalDate()),
                        new CollectionCount(
                                row.getLong("submissions"),
                                row.getLong("rows"),
                                row.getLong("accepted"),
                                row.getLong("refused"),
                                row.getLong("duplicates"),
                                row.getLong("clocked"),
                                row.getLong("late"))))
                .list();
    }

    /** Lines added up by one of their sides, in the order of that side. */
    public static <K extends Comparable<K>> Map<K, CollectionCount> by(Collection<Line> lines, Function<Line, K> side) {
        var sums = new TreeMap<K, CollectionCount>();
        lines.forEach(line -> sums.merge(side.apply(line), line.count(), CollectionCount::plus));
        return sums;
    }

    /** Which rows a number opens to. */
    public enum Kind {
        LATE,
        REFUSED,
        DUPLICATE
    }

    /**
     * A row behind a number: where it stands, and what was said about it. What stood in it is for its agency alone.
     *
     * @param decision day of decision and {@code received} of receipt, for late rows; the first null otherwise
     * @param field column, and {@code message} what is wrong there; empty for late rows
     */
    public record Row(
            AgencyId agency,
            ItemId item,
            SubmissionId submission,
            int line,
            @Nullable LocalDate decision,
            LocalDate received,
            String field,
            String rule,
            String message) {

        /** What the next page is asked with. */
        public String cursor() {
            return submission + "." + line + "." + rule;
        }
    }

    /** The rows behind a number, the newest submission first. */
    public List<Row> rows(CollectionScope scope, Kind kind, @Nullable String after) {
        var base = kind == Kind.LATE
                ? """
                  select s.agency, s.item_id, s.id, v.line, v.decided_on, s.received_on, '' as field, '' as rule,
                         '' as message
                  from intake.submission s join record.version v on v.submission_id = s.id and v.late
                  where v.state = 'IN_FORCE' and
                  """
                : """
                  select s.agency, s.item_id, s.id, f.line, null::date as decided_on, s.received_on, f.field, f.rule,
                         f.message
                  from intake.submission s join intake.finding f on f.submission_id = s.id
                  where\s"""
                        + (kind == Kind.REFUSED
                                ? "f.severity = 'ERROR' and"
                                : "f.severity = 'WARNING' and f.rule = 'R8' and");
        var start = Start.of(after);
        return jdbc.sql("select * from (" + base + """
                         s.received_on between :from and :to and s.state in ('ACCEPTED', 'REJECTED', 'CHECKING')
                          and (:agencies::text[] is null or s.agency = any(:agencies))
                          and (:item::text is null or s.item_id = :item)) r
                        where (:after::uuid is null or id < :after::uuid
                               or id = :after::uuid and (line, rule) > (:line, :rule))
                        order by id desc, line, rule limit :limit
                        """)
                .param("from", scope.firstDay())
                .param("to", scope.lastDay())
                .param("agencies", scope.agencies())
                .param("item", scope.itemValue())
                .param("after", start.submission())
                .param("line", start.line())
                .param("rule", start.rule())
                .param("limit", ROWS + 1)
                .query((row, _) -> {
                    var decided = row.getDate("decided_on");
                    return new Row(
                            new AgencyId(row.getString("agency")),
                            new ItemId(row.getString("item_id")),
                            new SubmissionId(row.getObject("id", UUID.class)),
                            row.getInt("line"),
                            decided == null ? null : decided.toLocalDate(),
                            row.getDate("received_on").toLocalDate(),
                            row.getString("field"),
                            row.getString("rule"),
                            row.getString("message"));
                })
                .list();
    }

    private record Start(@Nullable UUID submission, int line, String rule) {

        static Start of(@Nullable String after) {
            if (after == null || !after.matches("[0-9a-f-]{36}\\.\\d{1,9}\\.[A-Z_0-9]{0,30}")) {
                return new Start(null, 0, "");
            }
            var parts = after.split("\\.", -1);
            return new Start(UUID.fromString(parts[0]), Integer.parseInt(parts[1]), parts[2]);
        }
    }

    /** The months of a scope, oldest first. */
    public static List<YearMonth> months(CollectionScope scope) {
        var months = new ArrayList<YearMonth>();
        for (var month = scope.from(); !month.isAfter(scope.to()); month = month.plusMonths(1)) {
            months.add(month);
        }
        return months;
    }
}
