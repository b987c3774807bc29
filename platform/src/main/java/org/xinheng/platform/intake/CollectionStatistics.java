package org.xinheng.platform.intake;

import java.math.BigDecimal;
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
import org.xinheng.kernel.pack.Basis;
import org.xinheng.kernel.pack.Label;
import org.xinheng.kernel.pack.PublicationClock.Site;
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

    private final ClockCounts clockCounts;

    CollectionStatistics(JdbcClient jdbc, Packs packs, ClockCounts clockCounts) {
        this.jdbc = jdbc;
        this.packs = packs;
        this.clockCounts = clockCounts;
    }

    /**
     * How accepted rows of an item stood to one of its clocks (时限): that of reporting, which is the credit sites', or that
     * of another site a decision must stand on.
     *
     * @param agencies ids of those whose decisions it is for; empty = all
     * @param basis where the clock is written; null for a clock of the catalogue itself
     * @param late those that came here when it had run out
     */
    public record Clock(
            ItemId item,
            Site site,
            int workingDays,
            List<String> agencies,
            @Nullable Basis basis,
            long clocked,
            long late) {

        /** Share received before it ran out (及时率). */
        public @Nullable BigDecimal timely() {
            return CollectionCount.percent(clocked - late, clocked);
        }
    }

    /** Every clock of today's rules in the scope, by item; {@code lines} are those of the scope. */
    public List<Clock> clocks(CollectionScope scope, List<Line> lines) {
        var counted = clockCounts.lines(scope);
        var clocks = new ArrayList<Clock>();
        for (var item : packs.today().items().values()) {
            if (scope.item() != null && !scope.item().value().equals(item.id())) {
                continue;
            }
            var id = new ItemId(item.id());
            if (item.reportingWorkingDays() > 0) {
                var reporting = item.reportingClock();
                var count = lines.stream()
                        .filter(line -> line.item().equals(id))
                        .map(Line::count)
                        .reduce(CollectionCount.NONE, CollectionCount::plus);
                clocks.add(new Clock(
                        id,
                        Site.CREDIT_SITE,
                        item.reportingWorkingDays(),
                        List.of(),
                        reporting == null ? null : reporting.basis(),
                        count.clocked(),
                        count.late()));
            }
            for (var clock : item.otherClocks()) {
                var of = counted.stream()
                        .filter(line -> line.item().equals(id) && line.site() == clock.site())
                        .filter(line -> clock.runsFor(line.agency().value()))
                        .toList();
                clocks.add(new Clock(
                        id,
                        clock.site(),
                        clock.workingDays(),
                        clock.agencies(),
                        clock.basis(),
                        of.stream().mapToLong(ClockCounts.Line::clocked).sum(),
                        of.stream().mapToLong(ClockCounts.Line::late).sum()));
            }
        }
        return clocks;
    }

    /** How the rows of one agency stood to the clock of one site other than the credit sites. */
    public record AgencyClock(AgencyId agency, ItemId item, Site site, long clocked, long late) {

        /** Share received before it ran out (及时率). */
        public @Nullable BigDecimal timely() {
            return CollectionCount.percent(clocked - late, clocked);
        }
    }

    /** The same by agency and item. */
    public List<AgencyClock> clocksByAgency(CollectionScope scope) {
        return clockCounts.lines(scope).stream()
                .map(line -> new AgencyClock(line.agency(), line.item(), line.site(), line.clocked(), line.late()))
                .toList();
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
     * @param decision day of decision, and {@code due} the last day of its clock, for late rows; null otherwise
     * @param field column, and {@code said} what is wrong there; empty and null for late rows
     */
    public record Row(
            AgencyId agency,
            ItemId item,
            SubmissionId submission,
            int line,
            @Nullable LocalDate decision,
            @Nullable LocalDate due,
            LocalDate received,
            String field,
            String rule,
            @Nullable Label said) {

        /** What the next page is asked with. */
        public String cursor() {
            return submission + "." + line + "." + rule;
        }
    }

    /**
     * The rows behind a number, the newest submission first.
     *
     * @param site for late rows, whose clock; that of the credit sites is that of reporting
     */
    public List<Row> rows(CollectionScope scope, Kind kind, Site site, @Nullable String after) {
        var start = Start.of(after);
        if (kind == Kind.LATE && site != Site.CREDIT_SITE) {
            return clockCounts.late(scope, site, start.submission(), start.line(), ROWS + 1);
        }
        var items = packs.today().items();
        var base = kind == Kind.LATE
                ? """
                  select s.agency, s.item_id, s.id, v.line, v.decided_on, s.received_on, '' as field, '' as rule,
                         '' as message, '' as english
                  from intake.submission s join record.version v on v.submission_id = s.id and v.late
                  where v.state = 'IN_FORCE' and
                  """
                : """
                  select s.agency, s.item_id, s.id, f.line, null::date as decided_on, s.received_on, f.field, f.rule,
                         f.message, f.english
                  from intake.submission s join intake.finding f on f.submission_id = s.id
                  where\s"""
                        + (kind == Kind.REFUSED
                                ? "f.severity = 'ERROR' and"
                                : "f.severity = 'WARNING' and f.rule = 'R8' and");
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
                    var decision = decided == null ? null : decided.toLocalDate();
                    var english = row.getString("english");
                    return new Row(
                            new AgencyId(row.getString("agency")),
                            new ItemId(row.getString("item_id")),
                            new SubmissionId(row.getObject("id", UUID.class)),
                            row.getInt("line"),
                            decision,
                            decision == null
                                    ? null
                                    : ClockCounts.reportingDue(items.get(row.getString("item_id")), decision),
                            row.getDate("received_on").toLocalDate(),
                            row.getString("field"),
                            row.getString("rule"),
                            decision == null
                                    ? new Label(row.getString("message"), english.isEmpty() ? null : english)
                                    : null);
                })
                .list();
    }

    private record Start(@Nullable UUID submission, int line, String rule) {

        static Start of(@Nullable String after) {
            if (after == null
                    || !after.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\.\\d{1,9}\\.[A-Z_0-9]{0,30}")) {
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
