package org.xinheng.kernel.pack;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A business step at which a check is due (事项).
 *
 * @param namedAs the words documents name it by
 * @param powerItem the item of the agency's list of powers it is tied to; null where not known from a source
 * @param agencies ids of the agencies that decide it
 * @param checkedWithinDays a decision with no check in so many days before it counts as not checked
 * @param competitive bidding or procurement: no extra points for honours here
 */
public record Matter(
        String id,
        Label label,
        List<String> namedAs,
        @Nullable String powerItem,
        List<String> agencies,
        int checkedWithinDays,
        boolean competitive,
        List<Basis> basis,
        String source,
        boolean verified)
        implements PackEntry.Grounded, PackEntry.Named {}
