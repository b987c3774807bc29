package org.xinheng.platform.listing;

/** Where a determination stands. */
public enum DeterminationState {
    PROPOSED,
    /** Compared with the lists of the other kind. */
    CROSS_CHECKED,
    /** The subject was told beforehand; the clock for its statement runs. */
    NOTICE_SERVED,
    /** It made its statement and was answered, waived it, or let the time pass. */
    STATEMENT_CLOSED,
    /** The proposal stands in public; the clock for objections runs. */
    PUBLIC_NOTICE,
    LEGALLY_REVIEWED,
    DECIDED,
    /** The decision and the notice of how to repair were served: in force. */
    SERVED,
    PUBLISHED,
    REJECTED,
    WITHDRAWN,
    /** Stopped by the cross-check. */
    BLOCKED;

    /** Whether it ended without anybody being entered. */
    public boolean ended() {
        return this == REJECTED || this == WITHDRAWN || this == BLOCKED;
    }
}
