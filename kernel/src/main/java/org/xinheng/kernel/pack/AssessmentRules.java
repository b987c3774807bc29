package org.xinheng.kernel.pack;

import java.util.List;
import org.xinheng.kernel.pack.AssessmentScheme.Adjustment;
import org.xinheng.kernel.pack.AssessmentScheme.Measured;

/** The rules of a yearly assessment: weights that make a hundred, points in proportion, days to contest. */
final class AssessmentRules {

    private static final int WHOLE = 100;

    private AssessmentRules() {}

    static void check(EntryRule rule, AssessmentScheme scheme) {
        var pack = rule.pack();
        rule.refer("groups", scheme.groups(), pack.groups());
        rule.faultIf(scheme.groups().isEmpty(), "groups", "says of no group that its agencies are assessed");
        rule.refer(
                "indicators",
                scheme.indicators().stream().map(Measured::indicator).toList(),
                pack.indicators());
        rule.faultIf(
                scheme.indicators().stream().map(Measured::indicator).distinct().count()
                        != scheme.indicators().size(),
                "indicators",
                "measures one thing twice");
        scheme.indicators().forEach(measured -> measured(rule, measured));
        int sum = 0;
        for (var measured : scheme.indicators()) {
            var indicator = pack.indicators().get(measured.indicator());
            sum += indicator == null ? 0 : measured.points(indicator);
        }
        rule.faultIf(sum != WHOLE, "indicators", "the weights make " + sum + " and not " + WHOLE);
        adjustments(rule, "deductions", scheme.deductions());
        adjustments(rule, "bonuses", scheme.bonuses());
        rule.faultIf(scheme.mostBonus() < 0, "most-bonus", "is less than nothing");
        rule.faultIf(scheme.contestWorkingDays() < 1, "contest-working-days", "leaves no day to contest");
        rule.faultIf(scheme.answerWorkingDays() < 1, "answer-working-days", "leaves no day to answer");
        rule.faultIf(
                scheme.rectificationWorkingDays() < 1, "rectification-working-days", "leaves no day to put it right");
        rule.faultIf(scheme.line() < 0 || scheme.line() > WHOLE, "line", "is not from 0 to " + WHOLE);
        rule.faultIf(
                pack.assessments().values().stream()
                        .anyMatch(other ->
                                other.year() == scheme.year() && !other.id().equals(scheme.id())),
                "year",
                "another scheme assesses the same year");
    }

    private static void measured(EntryRule rule, Measured measured) {
        var indicator = rule.pack().indicators().get(measured.indicator());
        if (indicator == null) {
            return;
        }
        var name = "'" + measured.indicator() + "' ";
        rule.faultIf(
                measured.points(indicator) < 1,
                "indicators",
                name + "has no weight: leave it out or say what it weighs");
        if (!indicator.hasWhole() && (measured.fullAt() == null || measured.noneAt() == null)) {
            rule.fault("indicators", name + "is a plain count and needs 'full-at' and 'none-at'");
            return;
        }
        int full = measured.full(indicator);
        int none = measured.none(indicator);
        rule.faultIf(
                indicator.better() == Indicator.Better.HIGHER ? full <= none : full >= none,
                "indicators",
                name + "gives all points at " + full + " and none at " + none + ", against what is better");
    }

    private static void adjustments(EntryRule rule, String key, List<Adjustment> adjustments) {
        rule.faultIf(
                adjustments.stream().map(Adjustment::id).distinct().count() != adjustments.size(),
                key,
                "names a reason twice");
        rule.faultIf(adjustments.stream().anyMatch(one -> one.most() < 1), key, "a reason is worth at least one point");
    }
}
