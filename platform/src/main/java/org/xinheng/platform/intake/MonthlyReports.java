package org.xinheng.platform.intake;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xinheng.kernel.calendar.Due;
import org.xinheng.kernel.calendar.WorkingCalendar;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.ItemId;

/**
 * Month by month, who had to report an item and whether it did or declared that there was nothing (零报告). An agency is
 * expected by a duty the credit office set, otherwise by its own habit of the months before.
 */
@Component
public class MonthlyReports {

    private static final WorkingCalendar CALENDAR = WorkingCalendar.published();

    private final JdbcClient jdbc;
    private final Order order;
    private final IntakeSettings settings;

    MonthlyReports(JdbcClient jdbc, Order order, IntakeSettings settings) {
        this.jdbc = jdbc;
        this.order = order;
        this.settings = settings;
    }

    /** How a month stands. */
    public enum Standing {
        REPORTED,
        ZERO,
        /** Declared empty, and then a decision of that month came in. */
        CONTRADICTED,
        /** Not due yet. */
        WAITING,
        MISSING;

        /** Whether it counts as covered. */
        public boolean answered() {
            return this == REPORTED || this == ZERO;
        }
    }

    /** What an agency had to report of an item in a month, by {@code due} at the latest. */
    public record Expected(AgencyId agency, ItemId item, YearMonth month, Due due, Standing standing) {}

    /** How many of the months that are due were answered (覆盖率). */
    public record Coverage(long answered, long due) {

        public static Coverage of(List<Expected> expected) {
            var due = expected.stream()
                    .filter(one -> one.standing() != Standing.WAITING)
                    .toList();
            return new Coverage(
                    due.stream().filter(one -> one.standing().answered()).count(), due.size());
        }

        public @Nullable BigDecimal percent() {
            return CollectionCount.percent(answered, due);
        }
    }

    /** Everything expected in the scope's months that have begun, by agency, item and month. */
    public List<Expected> expected(CollectionScope scope) {
        var today = order.today();
        var last = scope.lastDay().isAfter(today) ? today : scope.lastDay();
        return jdbc.sql("""
                        with month as (
                            select m::date as first, (m + interval '1 month' - interval '1 day')::date as last
                            from generate_series(:from::date, :to::date, interval '1 month') m),
                        duty as (
                            select distinct on (agency, item_id) agency, item_id, from_month, until_month
                            from intake.duty order by agency, item_id, version desc),
                        habit as (
                            select distinct agency, item_id, date_trunc('month', received_on)::date as month
                            from intake.submission
                            where received_on between :from::date - make_interval(months => :habit) and :to
                              and accepted > 0 and state = 'ACCEPTED'),
                        expected as (
                            select d.agency, d.item_id, m.first, m.last from duty d join month m
                              on m.first >= d.from_month and (d.until_month is null or m.first <= d.until_month)
                            union
                            select h.agency, h.item_id, m.first, m.last from month m
                            join habit h on h.month between m.first - make_interval(months => :habit) and m.first
                            where not exists (select 1 from duty d where d.agency = h.agency and d.item_id = h.item_id))
                        select e.agency, e.item_id, e.first,
                               exists (select 1 from intake.submission s
                                       where s.agency = e.agency and s.item_id = e.item_id and s.accepted > 0
                                         and s.state = 'ACCEPTED' and s.received_on between e.first and e.last) as sent,
                               exists (select 1 from record.version v
                                       where v.authority = e.agency and v.item_id = e.item_id and v.state = 'IN_FORCE'
                                         and v.decided_on between e.first and e.last) as decided,
                               coalesce((select z.declared from intake.zero_report z
                                         where z.agency = e.agency and z.item_id = e.item_id and z.month = e.first
                                         order by z.version desc limit 1), false) as zero
                        from expected e
                        where (:agencies::text[] is null or e.agency = any(:agencies)) and (:item::text is null or e.item_id = :item)
                        order by e.agency, e.item_id, e.first
                        """)
                .param("from", scope.firstDay())
                .param("to", last)
                .param("habit", settings.expectedMonths())
                .param("agencies", scope.agencies())
                .param("item", scope.itemValue())
                .query((row, _) -> expected(
                        new AgencyId(row.getString("agency")),
                        new ItemId(row.getString("item_id")),
                        YearMonth.from(row.getDate("first").toLocalDate()),
                        row.getBoolean("sent"),
                        row.getBoolean("decided"),
                        row.getBoolean("zero"),
                        today))
                .list();
    }

    private Expected expected(
            AgencyId agency,
            ItemId item,
            YearMonth month,
            boolean sent,
            boolean decided,
            boolean zero,
            LocalDate today) {
        var due = CALENDAR.plusWorkingDays(month.atEndOfMonth(), settings.monthlyWorkingDays());
        Standing standing;
        if (zero) {
            standing = decided ? Standing.CONTRADICTED : Standing.ZERO;
        } else if (sent || decided) {
            standing = Standing.REPORTED;
        } else {
            standing = today.isAfter(due.date()) ? Standing.MISSING : Standing.WAITING;
        }
        return new Expected(agency, item, month, due, standing);
    }
}
