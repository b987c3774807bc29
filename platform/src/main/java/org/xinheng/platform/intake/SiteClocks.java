package org.xinheng.platform.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.xinheng.kernel.calendar.Due;
import org.xinheng.kernel.calendar.WorkingCalendar;
import org.xinheng.kernel.item.Finding;
import org.xinheng.kernel.item.FindingSeverity;
import org.xinheng.kernel.item.Rule;
import org.xinheng.kernel.pack.FieldRole;
import org.xinheng.kernel.pack.Item;
import org.xinheng.kernel.pack.PublicationClock;
import org.xinheng.kernel.pack.PublicationClock.Site;

/**
 * The clocks of the sites on which decisions must stand (公示时限), beside that of reporting, over the rows of one chunk. The
 * site itself is not seen from here: a row is late for it when it came here after the last day.
 */
final class SiteClocks {

    private static final WorkingCalendar CALENDAR = WorkingCalendar.published();

    private final List<PublicationClock> clocks;
    private final LocalDate received;
    private final Map<Site, Count> counts = new EnumMap<>(Site.class);
    private final List<LateRow> late = new ArrayList<>();

    SiteClocks(Item item, LocalDate received) {
        this.clocks = item.otherClocks();
        this.received = received;
    }

    /** Accepted rows that have the clock, and those of them it had run out for. */
    record Count(int clocked, int late) {

        Count with(boolean isLate) {
            return new Count(clocked + 1, late + (isLate ? 1 : 0));
        }
    }

    /** A row that came after its last day. */
    record LateRow(Site site, int line, LocalDate decidedOn, LocalDate due) {}

    /** Counts an accepted row; what to tell its sender. */
    List<Finding> count(PlacedRow placed, RowPlacing placing) {
        var findings = new ArrayList<Finding>();
        for (var clock : clocks) {
            if (clock.runsFor(placed.authority().value())) {
                var row = placed.row();
                var due = CALENDAR.plusWorkingDays(row.decidedOn(), clock.workingDays());
                boolean isLate = received.isAfter(due.date());
                counts.merge(clock.site(), new Count(0, 0).with(isLate), (sum, _) -> sum.with(isLate));
                if (isLate) {
                    late.add(new LateRow(clock.site(), row.line(), row.decidedOn(), due.date()));
                    findings.add(finding(placed, placing, clock, due));
                }
            }
        }
        return findings;
    }

    private static Finding finding(PlacedRow placed, RowPlacing placing, PublicationClock clock, Due due) {
        return placing.finding(
                placed.row(),
                FieldRole.DECIDED_ON,
                Rule.R11,
                FindingSeverity.WARNING,
                "应在决定后 " + clock.workingDays() + " 个工作日内（最迟 " + due.date() + "）在" + zh(clock.site()) + "公示，收到时时限已过。"
                        + (due.provisional() ? "当年放假安排未发布，期限为暂算。" : ""),
                "To be public on " + english(clock.site()) + " within " + clock.workingDays()
                        + " working days of the decision, by " + due.date() + "; when it came here that day had passed."
                        + (due.provisional()
                                ? " The holidays of that year were not published: a provisional day."
                                : ""));
    }

    static String zh(Site site) {
        return switch (site) {
            case CREDIT_SITE -> "信用网站";
            case ENTERPRISE_PUBLICITY_SYSTEM -> "国家企业信用信息公示系统";
        };
    }

    private static String english(Site site) {
        return switch (site) {
            case CREDIT_SITE -> "the credit sites";
            case ENTERPRISE_PUBLICITY_SYSTEM -> "the market regulator’s national site";
        };
    }

    Map<Site, Count> counts() {
        return counts;
    }

    List<LateRow> late() {
        return late;
    }
}
