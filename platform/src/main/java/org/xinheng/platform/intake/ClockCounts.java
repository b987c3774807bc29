package org.xinheng.platform.intake;

import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xinheng.kernel.calendar.WorkingCalendar;
import org.xinheng.kernel.pack.Item;
import org.xinheng.kernel.pack.PublicationClock.Site;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.ItemId;
import org.xinheng.platform.shared.SubmissionId;

/** How rows stood to the clocks of the sites (公示时限), as they were counted when they came. */
@Repository
class ClockCounts {

    private final JdbcClient jdbc;

    ClockCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Rows of an agency and item that have a site's clock. */
    record Line(AgencyId agency, ItemId item, Site site, long clocked, long late) {}

    void write(SubmissionId submission, SiteClocks clocks) {
        clocks.counts()
                .forEach((site, count) -> jdbc.sql("""
                        insert into intake.clock (submission_id, site, clocked, late)
                        values (:id, :site, :clocked, :late)
                        on conflict (submission_id, site)
                            do update set clocked = clock.clocked + :clocked, late = clock.late + :late
                        """)
                        .param("id", submission.value())
                        .param("site", site.name())
                        .param("clocked", count.clocked())
                        .param("late", count.late())
                        .update());
        var late = clocks.late();
        if (!late.isEmpty()) {
            jdbc.sql("""
                            insert into intake.late_row (submission_id, site, line, decided_on, due)
                            select :id, site, line, decided, due
                            from unnest(:sites::text[], :lines::int[], :decided::date[], :due::date[])
                                 as f (site, line, decided, due)
                            """)
                    .param("id", submission.value())
                    .param("sites", late.stream().map(row -> row.site().name()).toArray(String[]::new))
                    .param("lines", late.stream().map(SiteClocks.LateRow::line).toArray(Integer[]::new))
                    .param(
                            "decided",
                            late.stream()
                                    .map(row -> Date.valueOf(row.decidedOn()))
                                    .toArray(Date[]::new))
                    .param(
                            "due",
                            late.stream().map(row -> Date.valueOf(row.due())).toArray(Date[]::new))
                    .update();
        }
    }

    List<Line> lines(CollectionScope scope) {
        return jdbc.sql("""
                        select s.agency, s.item_id, c.site, sum(c.clocked) as clocked, sum(c.late) as late
                        from intake.submission s join intake.clock c on c.submission_id = s.id
                        where s.received_on between :from and :to and s.state in ('ACCEPTED', 'REJECTED', 'CHECKING')
                          and (:agencies::text[] is null or s.agency = any(:agencies))
                          and (:item::text is null or s.item_id = :item)
                        group by s.agency, s.item_id, c.site order by s.agency, s.item_id, c.site
                        """)
                .param("from", scope.firstDay())
                .param("to", scope.lastDay())
                .param("agencies", scope.agencies())
                .param("item", scope.itemValue())
                .query((row, _) -> new Line(
                        new AgencyId(row.getString("agency")),
                        new ItemId(row.getString("item_id")),
                        Site.valueOf(row.getString("site")),
                        row.getLong("clocked"),
                        row.getLong("late")))
                .list();
    }

    /** The late rows of a site other than the credit sites, the newest submission first. */
    List<CollectionStatistics.Row> late(CollectionScope scope, Site site, @Nullable UUID after, int line, int limit) {
        return jdbc.sql("""
                        select s.agency, s.item_id, s.id, l.line, l.decided_on, l.due, s.received_on
                        from intake.submission s join intake.late_row l on l.submission_id = s.id and l.site = :site
                        where s.received_on between :from and :to and s.state in ('ACCEPTED', 'REJECTED', 'CHECKING')
                          and (:agencies::text[] is null or s.agency = any(:agencies))
                          and (:item::text is null or s.item_id = :item)
                          and (:after::uuid is null or s.id < :after::uuid or s.id = :after::uuid and l.line > :line)
                        order by s.id desc, l.line limit :limit
                        """)
                .param("site", site.name())
                .param("from", scope.firstDay())
                .param("to", scope.lastDay())
                .param("agencies", scope.agencies())
                .param("item", scope.itemValue())
                .param("after", after)
                .param("line", line)
                .param("limit", limit)
                .query((row, _) -> new CollectionStatistics.Row(
                        new AgencyId(row.getString("agency")),
                        new ItemId(row.getString("item_id")),
                        new SubmissionId(row.getObject("id", UUID.class)),
                        row.getInt("line"),
                        row.getDate("decided_on").toLocalDate(),
                        row.getDate("due").toLocalDate(),
                        row.getDate("received_on").toLocalDate(),
                        "",
                        "",
                        null))
                .list();
    }

    /** The last day of reporting a decision of the item; null where it has no clock. */
    static @Nullable LocalDate reportingDue(@Nullable Item item, LocalDate decidedOn) {
        return item == null || item.reportingWorkingDays() == 0
                ? null
                : WorkingCalendar.published()
                        .plusWorkingDays(decidedOn, item.reportingWorkingDays())
                        .date();
    }
}
