package org.xinheng.platform.indicator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * What an indicator came to.
 *
 * @param counted how many were counted
 * @param of of how many, for a share; null for a plain count
 */
public record Figure(long counted, @Nullable Long of) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public Figure plus(Figure other) {
        return new Figure(counted + other.counted, of == null || other.of == null ? null : Long.valueOf(of + other.of));
    }

    /** The count, or the share in percent with one digit after the point; null where there is nothing to divide by. */
    public @Nullable BigDecimal value() {
        if (of == null) {
            return BigDecimal.valueOf(counted);
        }
        return of == 0
                ? null
                : BigDecimal.valueOf(counted).multiply(HUNDRED).divide(BigDecimal.valueOf(of), 1, RoundingMode.HALF_UP);
    }
}
