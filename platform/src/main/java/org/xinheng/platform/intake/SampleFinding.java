package org.xinheng.platform.intake;

/** How a drawn decision stands. */
public enum SampleFinding {
    /** It was reported before the draw. */
    REPORTED,
    /** It was decided, has to be reported and was not (瞒报). */
    CONCEALED,
    /** It was reported only after the draw: counts as concealed when it was drawn. */
    REPORTED_AFTER_DRAW,
    /** There is no decision of that number (空号、作废). */
    NOT_ISSUED,
    /** It is decided, and by law not reported. */
    NOT_TO_REPORT;

    /** Whether it counts in the share of concealed ones (瞒报率); numbers nobody issued do not. */
    public boolean counts() {
        return this != NOT_ISSUED && this != NOT_TO_REPORT;
    }

    public boolean concealed() {
        return this == CONCEALED || this == REPORTED_AFTER_DRAW;
    }
}
