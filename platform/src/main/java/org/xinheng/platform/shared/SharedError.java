package org.xinheng.platform.shared;

import org.xinheng.kernel.ErrorCode;

/** Refusals that no module makes for itself alone. */
public enum SharedError implements ErrorCode {
    /** A subject's own account asks for what agencies do. */
    FOR_AGENCIES_ONLY(Kind.FORBIDDEN),
    /** What stands where a day, a number, an id or a choice belongs is none. */
    VALUE_NOT_READABLE(Kind.INVALID);

    private final Kind kind;

    SharedError(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
