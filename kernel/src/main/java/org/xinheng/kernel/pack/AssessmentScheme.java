package org.xinheng.kernel.pack;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a city assesses its agencies over a year (年度考核方案). Agencies are assessed, persons never.
 *
 * @param year which year
 * @param groups ids of the groups whose agencies are assessed
 * @param indicators what is measured, the tasks of policy documents among it, with weights that make a hundred
 * @param deductions what points may be taken for, by hand and with evidence
 * @param bonuses what points may be added for, by hand and with evidence
 * @param mostBonus most points added altogether
 * @param contestWorkingDays working days in which an agency may contest what it is shown
 * @param answerWorkingDays working days in which the credit office answers
 * @param line below so many points of 100 a circular and a rectification task follow
 * @param rectificationWorkingDays working days of that task
 */
public record AssessmentScheme(
        String id,
        Label label,
        int year,
        List<String> groups,
        List<Measured> indicators,
        List<Adjustment> deductions,
        List<Adjustment> bonuses,
        int mostBonus,
        int contestWorkingDays,
        int answerWorkingDays,
        int line,
        int rectificationWorkingDays,
        List<Basis> basis,
        String source,
        boolean verified)
        implements PackEntry.Grounded {

    /**
     * An indicator in an assessment.
     *
     * @param indicator its id
     * @param weight points for it; null = the indicator's own weight
     * @param fullAt value from which all points are given; null for a share = 100, or 0 where lower is better
     * @param noneAt value from which none are given, in between in proportion; null for a share = 0, or 100 where lower
     *     is better
     */
    public record Measured(
            String indicator,
            @Nullable Integer weight,
            @Nullable Integer fullAt,
            @Nullable Integer noneAt) {

        private static final int WHOLE = 100;

        /** Most points for it. */
        public int points(Indicator measured) {
            return weight == null ? measured.weight() : weight;
        }

        /** Value from which all points are given. */
        public int full(Indicator measured) {
            return fullAt == null ? (measured.better() == Indicator.Better.HIGHER ? WHOLE : 0) : fullAt;
        }

        /** Value from which none are given. */
        public int none(Indicator measured) {
            return noneAt == null ? (measured.better() == Indicator.Better.HIGHER ? 0 : WHOLE) : noneAt;
        }

        /** Points for a value: all, none, or in proportion between the two, to a hundredth. */
        public BigDecimal points(Indicator measured, BigDecimal value) {
            var none = BigDecimal.valueOf(none(measured));
            var stretch = BigDecimal.valueOf(full(measured)).subtract(none);
            return value.subtract(none)
                    .multiply(BigDecimal.valueOf(points(measured)))
                    .divide(stretch, 2, RoundingMode.HALF_UP)
                    .max(BigDecimal.ZERO)
                    .min(BigDecimal.valueOf(points(measured)))
                    .setScale(2);
        }
    }

    /**
     * A reason for points taken or added.
     *
     * @param most most points for one such reason
     */
    public record Adjustment(String id, Label label, int most) {}
}
