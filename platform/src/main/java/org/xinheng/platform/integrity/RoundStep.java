package org.xinheng.platform.integrity;

/** What happens in an evaluation round. */
public enum RoundStep {
    OPENED,
    /** A body got a score, or another than before. */
    SCORED,
    CLOSED
}
