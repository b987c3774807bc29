package org.xinheng.platform.jointaction;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.xinheng.kernel.calendar.Due;
import org.xinheng.kernel.calendar.WorkingCalendar;
import org.xinheng.kernel.pack.Pack;
import org.xinheng.platform.casework.CaseKind;

/**
 * How long the steps of joint action may take: settings of the pack in working days, which the city gives itself. What the
 * pack does not set has no clock.
 */
final class Clocks {

    private Clocks() {}

    /** The last day for what a case asks, counted from today; null without a clock. */
    static @Nullable Due due(Pack rules, CaseKind kind, LocalDate today) {
        var days = rules.settings().get(setting(kind));
        return days == null ? null : WorkingCalendar.published().plusWorkingDays(today, Integer.parseInt(days));
    }

    private static String setting(CaseKind kind) {
        return switch (kind) {
            case JOINT_ACTION_RESPONSE -> "joint-action-response-working-days";
            case JOINT_ACTION_EXECUTION -> "joint-action-execution-working-days";
            case JOINT_ACTION_FEEDBACK -> "joint-action-feedback-working-days";
            case JOINT_ACTION_CHASED -> "joint-action-chase-working-days";
            case HONOUR_REVIEW -> "honour-review-working-days";
            case FORWARDING, FORWARDING_WITHDRAWAL -> "forwarding-working-days";
            default -> throw new IllegalArgumentException("no step of joint action: " + kind);
        };
    }
}
