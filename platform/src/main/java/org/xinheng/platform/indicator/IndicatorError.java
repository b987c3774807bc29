package org.xinheng.platform.indicator;

import org.xinheng.kernel.ErrorCode;

/** Refusals of questions about indicators. */
public enum IndicatorError implements ErrorCode {
    /** Not in the rules in force. */
    INDICATOR_NOT_FOUND(Kind.MISSING),
    /** The months asked about end before they begin, or are too many. */
    INDICATOR_MONTHS_OUT_OF_ORDER(Kind.INVALID),
    /** The agency is outside what the asker may see. */
    INDICATOR_NOT_YOURS(Kind.FORBIDDEN);

    private final Kind kind;

    IndicatorError(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
