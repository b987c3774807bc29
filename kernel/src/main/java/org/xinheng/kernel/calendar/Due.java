package org.xinheng.kernel.calendar;

import java.time.LocalDate;
import java.util.List;

/**
 * The last day of a term counted in working days.
 *
 * @param date the day itself
 * @param published whether the calendar of every year touched is published; otherwise the day is provisional
 * @param years every year the counting touched, in order
 */
public record Due(LocalDate date, boolean published, List<Integer> years) {

    /** Whether the day may still move once the missing year is published. */
    public boolean provisional() {
        return !published;
    }
}
