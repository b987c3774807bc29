package org.xinheng.platform.casework;

import org.xinheng.kernel.ErrorCode;

/** Refusals about cases. */
public enum CaseworkError implements ErrorCode {
    CASE_NOT_OPEN(Kind.CONFLICT),
    /** It is closed by taking the step it asks for, not by hand. */
    CLOSED_BY_ITS_PROCEDURE(Kind.CONFLICT);

    private final Kind kind;

    CaseworkError(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
