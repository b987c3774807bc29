package org.xinheng.platform.jointaction;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** How far a measure that is executed outside the city was passed on (转送). The table is the rule. */
public enum ForwardingState {
    /** To be passed on, once its ground is at hand. */
    DUE,
    /** Passed on. */
    SENT,
    /** Not to be passed on, with the reason: no order names this subject. */
    NOT_NEEDED,
    /** The recipient answered. */
    ANSWERED,
    /** The listing ended after it was passed on: the recipient has to be told. */
    TO_WITHDRAW,
    /** The recipient was told that it ended. */
    WITHDRAWN,
    /** The listing ended before anything left. */
    CLOSED;

    private static final Map<ForwardingState, Set<ForwardingState>> NEXT = Map.of(
            DUE, Set.of(SENT, NOT_NEEDED, CLOSED),
            SENT, Set.of(ANSWERED, TO_WITHDRAW),
            ANSWERED, Set.of(TO_WITHDRAW),
            TO_WITHDRAW, Set.of(WITHDRAWN),
            NOT_NEEDED, Set.of(),
            WITHDRAWN, Set.of(),
            CLOSED, Set.of());

    boolean canBecome(ForwardingState next) {
        return NEXT.getOrDefault(this, Set.of()).contains(next);
    }

    /** What an officer may record next; the ends of listings do the rest. */
    public List<ForwardingState> steps() {
        return switch (this) {
            case DUE -> List.of(SENT, NOT_NEEDED);
            case SENT -> List.of(ANSWERED);
            case TO_WITHDRAW -> List.of(WITHDRAWN);
            case NOT_NEEDED, ANSWERED, WITHDRAWN, CLOSED -> List.of();
        };
    }

    /** Whether a copy is out there. */
    boolean left() {
        return this == SENT || this == ANSWERED;
    }
}
