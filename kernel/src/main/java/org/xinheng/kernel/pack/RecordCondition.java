package org.xinheng.kernel.pack;

import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A condition over a subject's records in force: so many of an item, decided within a time, a field of which says
 * something. What was repaired, annulled or has expired counts for nothing.
 *
 * @param within how long back decisions count; null = as long as the record is in force
 * @param severity class from which on records count; null = any or none
 * @param field id of a field that must hold one of {@code values}; null = no such demand
 */
public record RecordCondition(
        String item,
        Operator operator,
        int count,
        @Nullable Period within,
        @Nullable Severity severity,
        @Nullable String field,
        List<String> values) {

    /** The closed set: nothing else can be said. */
    public enum Operator {
        AT_LEAST,
        AT_MOST
    }

    public RecordCondition {
        values = values == null ? List.of() : values;
    }

    /** Whether so many records meet it. */
    public boolean holds(long records) {
        return switch (operator) {
            case AT_LEAST -> records >= count;
            case AT_MOST -> records <= count;
        };
    }
}
