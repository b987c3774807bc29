package org.xinheng.platform.oversight;

import java.util.Set;

/** How far one agency's part of a task has come. Every edge is told as {@link PartMoved}. */
public enum WorkState {
    NOT_BEGUN,
    /** A plan or progress was reported. */
    IN_WORK,
    /** Reported as done, with evidence; waits for the office's review. */
    REPORTED,
    /** The office was not satisfied and said why. */
    SENT_BACK,
    /** The evidence was accepted. Where the task comes again the next period begins. */
    ACCEPTED,
    /** A later document does not name the agency any more. */
    RELEASED;

    /** States that may follow. */
    public Set<WorkState> next() {
        return switch (this) {
            case NOT_BEGUN -> Set.of(IN_WORK, REPORTED, RELEASED);
            case IN_WORK, SENT_BACK -> Set.of(IN_WORK, REPORTED, RELEASED);
            case REPORTED -> Set.of(ACCEPTED, SENT_BACK, RELEASED);
            case ACCEPTED -> Set.of(NOT_BEGUN, RELEASED);
            case RELEASED -> Set.of(NOT_BEGUN);
        };
    }

    /** Whether the agency still owes something. */
    public boolean owing() {
        return this != ACCEPTED && this != RELEASED;
    }
}
