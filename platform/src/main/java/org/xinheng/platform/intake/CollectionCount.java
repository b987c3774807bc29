package org.xinheng.platform.intake;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Rows of submissions counted. What was recalled counts for nothing.
 *
 * @param clocked accepted rows of items that have a reporting clock; {@code late} counts among them
 */
public record CollectionCount(
        long submissions, long rows, long accepted, long refused, long duplicates, long clocked, long late) {

    public static final CollectionCount NONE = new CollectionCount(0, 0, 0, 0, 0, 0, 0);

    public CollectionCount plus(CollectionCount other) {
        return new CollectionCount(
                submissions + other.submissions,
                rows + other.rows,
                accepted + other.accepted,
                refused + other.refused,
                duplicates + other.duplicates,
                clocked + other.clocked,
                late + other.late);
    }

    /** Share received in time (及时率), of the accepted rows that have a clock. */
    public @Nullable BigDecimal timely() {
        return percent(clocked - late, clocked);
    }

    /** Share that met the standard (合规率): accepted ÷ those accepted or refused; repetitions are no fault of form. */
    public @Nullable BigDecimal compliant() {
        return percent(accepted, accepted + refused);
    }

    /** Share refused for an error (差错率), of all rows. */
    public @Nullable BigDecimal erroneous() {
        return percent(refused, rows);
    }

    /** Share that repeated what was here (重复率), of all rows. */
    public @Nullable BigDecimal duplicated() {
        return percent(duplicates, rows);
    }

    /** In percent with one digit after the point; null where there is nothing to divide by. */
    public static @Nullable BigDecimal percent(long part, long whole) {
        return whole == 0
                ? null
                : BigDecimal.valueOf(part * 100).divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP);
    }
}
