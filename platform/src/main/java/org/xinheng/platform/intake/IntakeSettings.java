package org.xinheng.platform.intake;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * What a city sets for its collection. No law names these numbers: they are the city's own parameters
 * ({@code xinheng.intake.*}), and pages that show them say so.
 */
@Component
public class IntakeSettings {

    private final int mendWorkingDays;
    private final int monthlyWorkingDays;
    private final int expectedMonths;

    IntakeSettings(
            @Value("${xinheng.intake.mend-working-days:5}") int mendWorkingDays,
            @Value("${xinheng.intake.monthly-working-days:5}") int monthlyWorkingDays,
            @Value("${xinheng.intake.expected-months:12}") int expectedMonths) {
        this.mendWorkingDays = mendWorkingDays;
        this.monthlyWorkingDays = monthlyWorkingDays;
        this.expectedMonths = expectedMonths;
    }

    /** Working days to mend what was sent back. */
    public int mendWorkingDays() {
        return mendWorkingDays;
    }

    /** Working days after a month's end until its report, or the word that there is none, is missing. */
    public int monthlyWorkingDays() {
        return monthlyWorkingDays;
    }

    /** Who reported an item in so many months before is expected to go on, unless the credit office set otherwise. */
    public int expectedMonths() {
        return expectedMonths;
    }
}
