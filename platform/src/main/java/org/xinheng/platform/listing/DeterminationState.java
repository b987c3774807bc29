package org.xinheng.platform.listing;

import java.util.Arrays;

/** Where a determination stands. */
public enum DeterminationState {
    PROPOSED,
    /** Compared with the lists of the other kind. */
    CROSS_CHECKED,
    /** The subject was told beforehand; the clock for its statement runs. */
    NOTICE_SERVED,
    /** The subject asked for a hearing (听证) in time. */
    HEARING_REQUESTED,
    /** It was told when and where the hearing takes place. */
    HEARING_CALLED,
    /** The hearing took place; its minutes stand in the file. */
    HEARD,
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
    BLOCKED,
    /** The subject does not want the honour: nobody is made to take a gift. */
    DECLINED,
    /** Nobody is left who could be entered: the subject died or was cancelled, or no decision names the person. */
    LAPSED;

    /** Names of the states in which it ended without anybody being entered, for a statement. */
    static String[] withoutEntry() {
        return Arrays.stream(values())
                .filter(DeterminationState::ended)
                .map(Enum::name)
                .toArray(String[]::new);
    }

    /** Whether it ended without anybody being entered. */
    public boolean ended() {
        return switch (this) {
            case REJECTED, WITHDRAWN, BLOCKED, DECLINED, LAPSED -> true;
            case PROPOSED,
                    CROSS_CHECKED,
                    NOTICE_SERVED,
                    HEARING_REQUESTED,
                    HEARING_CALLED,
                    HEARD,
                    STATEMENT_CLOSED,
                    PUBLIC_NOTICE,
                    LEGALLY_REVIEWED,
                    DECIDED,
                    SERVED,
                    PUBLISHED -> false;
        };
    }
}
