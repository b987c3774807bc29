package org.xinheng.kernel.pack;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A figure of how agencies do their work (指标), computed from facts the platform has: a count, or one count's share of
 * another. Persons are never measured.
 *
 * @param count what is counted
 * @param of of what it is a share, in percent; null for a plain count
 * @param unit what one of {@code count} is called (条, 件, 次)
 * @param period the stretch of time one figure is about
 * @param weight of 100 in an assessment that does not say otherwise; 0 = shown and not weighed
 * @param better which way is better
 */
public record Indicator(
        String id,
        Label label,
        CountedFact count,
        @Nullable CountedFact of,
        Label unit,
        Span period,
        int weight,
        Better better,
        List<Basis> basis,
        String source,
        boolean verified)
        implements PackEntry.Grounded {

    /** Whether it is a share in percent. */
    public boolean hasWhole() {
        return of != null;
    }

    /** The stretch of time one figure is about. */
    public enum Span {
        MONTH,
        QUARTER,
        YEAR
    }

    /** Which way is better. */
    public enum Better {
        HIGHER,
        LOWER
    }
}
