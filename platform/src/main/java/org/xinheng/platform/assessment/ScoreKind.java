package org.xinheng.platform.assessment;

/** What points are for. */
public enum ScoreKind {
    /** Measured by the platform. */
    INDICATOR,
    /** Taken by hand. */
    DEDUCTION,
    /** Added by hand. */
    BONUS
}
