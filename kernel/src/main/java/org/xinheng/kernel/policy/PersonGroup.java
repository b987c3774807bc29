package org.xinheng.kernel.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A group of persons (重点职业人群) and the units that lead the work on it.
 *
 * @param number as printed
 */
public record PersonGroup(@Nullable String number, String name, List<String> leadUnits, int line) {

    public PersonGroup {
        leadUnits = List.copyOf(leadUnits);
    }
}
