package org.xinheng.platform.oversight;

import java.time.LocalDate;

/** How often a task comes again (周期). */
public enum Cycle {
    MONTH(1),
    QUARTER(3),
    HALF_YEAR(6),
    YEAR(12);

    private final int months;

    Cycle(int months) {
        this.months = months;
    }

    /** Last day of the period of the calendar that holds {@code day}. */
    public LocalDate lastDay(LocalDate day) {
        int first = (day.getMonthValue() - 1) / months * months + 1;
        return LocalDate.of(day.getYear(), first, 1).plusMonths(months).minusDays(1);
    }

    /** Last day of the period after the one that ends on {@code lastDay}. */
    public LocalDate next(LocalDate lastDay) {
        return lastDay(lastDay.plusDays(1));
    }
}
