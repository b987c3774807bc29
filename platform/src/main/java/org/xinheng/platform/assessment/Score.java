package org.xinheng.platform.assessment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.xinheng.kernel.pack.AssessmentScheme;
import org.xinheng.platform.shared.AgencyId;

/**
 * An agency's year: its items and what they come to. The published rule: points for what could be measured, brought to a
 * hundred; less the deductions; plus the bonuses, up to the scheme's most; never below nothing.
 *
 * @param measured points of a hundred for what was measured; null where there was nothing to measure
 * @param deducted points taken by hand
 * @param added points added by hand, after the scheme's most
 * @param total null where there was nothing to measure: then the agency is not assessed
 */
public record Score(
        AgencyId agency,
        List<ScoreItem> items,
        @Nullable BigDecimal measured,
        BigDecimal deducted,
        BigDecimal added,
        @Nullable BigDecimal total) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    static Score of(AgencyId agency, List<ScoreItem> items, AssessmentScheme scheme) {
        var applicable = items.stream()
                .filter(item -> item.kind() == ScoreKind.INDICATOR && item.points() != null)
                .toList();
        var most = applicable.stream().mapToInt(ScoreItem::most).sum();
        var measured = most == 0
                ? null
                : sum(applicable).multiply(HUNDRED).divide(BigDecimal.valueOf(most), 2, RoundingMode.HALF_UP);
        var deducted = sum(of(items, ScoreKind.DEDUCTION));
        var added = sum(of(items, ScoreKind.BONUS))
                .min(BigDecimal.valueOf(scheme.mostBonus()).setScale(2));
        var total =
                measured == null ? null : measured.subtract(deducted).add(added).max(BigDecimal.ZERO.setScale(2));
        return new Score(agency, List.copyOf(items), measured, deducted, added, total);
    }

    /** Whether a circular and a rectification task follow. */
    public boolean isBelow(int line) {
        return total != null && total.compareTo(BigDecimal.valueOf(line)) < 0;
    }

    public List<ScoreItem> items(ScoreKind kind) {
        return of(items, kind);
    }

    private static List<ScoreItem> of(List<ScoreItem> items, ScoreKind kind) {
        return items.stream().filter(item -> item.kind() == kind).toList();
    }

    private static BigDecimal sum(List<ScoreItem> items) {
        return items.stream()
                .map(ScoreItem::points)
                .filter(Objects::nonNull)
                .reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add);
    }
}
