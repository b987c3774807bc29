package org.xinheng.platform.jointaction;

import java.util.Map;
import java.util.Set;

/** How far an agency has come with a joint action. The table is the rule: what is not in it cannot happen. */
public enum TaskState {
    /** A listing was entered; the agency is asked to act (发起). */
    INITIATED,
    /** The agency took it on (响应). */
    RESPONDED,
    /** The agency carried it out (执行). */
    EXECUTED,
    /** The agency reported the outcome (反馈). */
    FED_BACK,
    /** The listing it rests on is no longer in force: nothing follows any more. */
    CLOSED;

    private static final Map<TaskState, Set<TaskState>> NEXT = Map.of(
            INITIATED, Set.of(RESPONDED, CLOSED),
            RESPONDED, Set.of(EXECUTED, CLOSED),
            EXECUTED, Set.of(FED_BACK, CLOSED),
            FED_BACK, Set.of(CLOSED),
            CLOSED, Set.of());

    boolean canBecome(TaskState next) {
        return NEXT.getOrDefault(this, Set.of()).contains(next);
    }
}
