package org.xinheng.platform.assessment;

/** Where an assessment stands. */
public enum AssessmentState {
    /** Computed; points may be taken or added by hand. Only the credit office sees it. */
    DRAFT,
    /** Each agency sees its own and may contest it within the limit. */
    SHOWN,
    DECIDED,
    /** Each agency sees the points of all. */
    PUBLISHED,
    /** Frozen: its digest stands in the order of facts. */
    CLOSED
}
