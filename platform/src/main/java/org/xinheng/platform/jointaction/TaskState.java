package org.xinheng.platform.jointaction;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

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
    /** The agency said why the measures are not for it here (不适用). */
    NOT_APPLICABLE,
    /** The listing it rests on is no longer in force: nothing follows any more. */
    CLOSED;

    private static final Map<TaskState, Set<TaskState>> NEXT = Map.of(
            INITIATED, Set.of(RESPONDED, NOT_APPLICABLE, CLOSED),
            RESPONDED, Set.of(EXECUTED, NOT_APPLICABLE, CLOSED),
            EXECUTED, Set.of(FED_BACK, CLOSED),
            FED_BACK, Set.of(CLOSED),
            NOT_APPLICABLE, Set.of(CLOSED),
            CLOSED, Set.of());

    boolean canBecome(TaskState next) {
        return NEXT.getOrDefault(this, Set.of()).contains(next);
    }

    /** What an agency may take next; closing is the platform's own. */
    public Set<TaskState> steps() {
        return NEXT.getOrDefault(this, Set.of()).stream()
                .filter(state -> state != CLOSED)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether the agency has still to do something. */
    public boolean waits() {
        return this == INITIATED || this == RESPONDED || this == EXECUTED;
    }
}
