package org.xinheng.platform.oversight;

/** Where a task stands on the board, worst first: one column each. Lateness is read off the clock. */
public enum Standing {
    OVERDUE,
    SENT_BACK,
    REPORTED,
    IN_WORK,
    NOT_BEGUN,
    /** All that was owed is accepted; the office may close it. */
    ACCEPTED,
    /** Nobody accountable was found for it. */
    UNASSIGNED,
    CLOSED
}
