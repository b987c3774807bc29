package org.xinheng.platform.measure;

import org.xinheng.kernel.ErrorCode;

/** Refusals about matters and measures. */
public enum MeasureError implements ErrorCode {
    MATTER_NOT_FOUND(Kind.MISSING),
    /** The matter is not one of the caller's. */
    MATTER_NOT_YOURS(Kind.FORBIDDEN);

    private final Kind kind;

    MeasureError(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
