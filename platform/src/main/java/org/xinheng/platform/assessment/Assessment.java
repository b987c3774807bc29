package org.xinheng.platform.assessment;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.kernel.pack.AssessmentScheme;
import org.xinheng.kernel.pack.Indicator;
import org.xinheng.kernel.pack.Label;

/**
 * The assessment of one year (年度考核) by the rules that held when it was drafted. Its steps are its state.
 *
 * @param version 1, or more where a closed one was opened again
 * @param reason why it was opened again; null for the first, and where it was deleted
 * @param steps oldest first; none while it is a draft that nobody was shown
 */
public record Assessment(
        UUID id,
        int year,
        int version,
        String draftedBy,
        LocalDate draftedOn,
        Rules rules,
        @Nullable String reason,
        List<Step> steps) {

    /** The scheme and the indicators it measures by, as they held. */
    public record Rules(AssessmentScheme scheme, List<Indicator> indicators) {

        public Indicator indicator(String id) {
            return indicators.stream()
                    .filter(one -> one.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("the scheme measures no " + id));
        }

        /** What an item is called. */
        public Label label(ScoreKind kind, String key) {
            return switch (kind) {
                case INDICATOR -> indicator(key).label();
                case DEDUCTION -> adjustment(scheme.deductions(), key);
                case BONUS -> adjustment(scheme.bonuses(), key);
            };
        }

        private static Label adjustment(List<AssessmentScheme.Adjustment> adjustments, String key) {
            return adjustments.stream()
                    .filter(one -> one.id().equals(key))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("the scheme has no reason " + key))
                    .label();
        }
    }

    /**
     * A step taken.
     *
     * @param due last day to contest; null for other steps
     * @param said why; null for nothing, and where it was deleted
     */
    public record Step(
            int version,
            AssessmentAct act,
            AssessmentState state,
            String account,
            LocalDate day,
            @Nullable LocalDate due,
            boolean provisional,
            @Nullable String said) {}

    public AssessmentState state() {
        return steps.isEmpty() ? AssessmentState.DRAFT : steps.getLast().state();
    }

    /** Whether agencies may see their own. */
    public boolean isShown() {
        return state() != AssessmentState.DRAFT;
    }

    /** Whether agencies may see the points of all. */
    public boolean isPublished() {
        return state() == AssessmentState.PUBLISHED || state() == AssessmentState.CLOSED;
    }

    /** The step by which it was last shown. */
    public Optional<Step> shown() {
        return steps.reversed().stream()
                .filter(step -> step.act() == AssessmentAct.SHOW)
                .findFirst();
    }

    /** Whether an agency may contest on that day. */
    public boolean isContestable(LocalDate day) {
        return state() == AssessmentState.SHOWN
                && shown().map(Step::due).filter(due -> !day.isAfter(due)).isPresent();
    }

    public YearMonth firstMonth() {
        return YearMonth.of(year, 1);
    }

    public YearMonth lastMonth() {
        return YearMonth.of(year, 12);
    }
}
