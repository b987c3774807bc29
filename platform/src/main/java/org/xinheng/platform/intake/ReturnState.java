package org.xinheng.platform.intake;

import java.util.Map;
import java.util.Set;

/** Where a return (退回) stands. The table is the rule: what is not in it cannot happen. */
public enum ReturnState {
    /** With the agency, which has until the due day to mend it. */
    TO_MEND,
    /** The agency mended it elsewhere or explained; the credit office looks. */
    ANSWERED,
    /** Nothing is left to do. */
    SETTLED;

    private static final Map<ReturnState, Set<ReturnState>> NEXT =
            Map.of(TO_MEND, Set.of(ANSWERED, SETTLED), ANSWERED, Set.of(TO_MEND, SETTLED), SETTLED, Set.of());

    public boolean canBecome(ReturnState next) {
        return NEXT.getOrDefault(this, Set.of()).contains(next);
    }
}
