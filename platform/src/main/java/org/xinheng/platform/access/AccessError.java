package org.xinheng.platform.access;

import org.xinheng.kernel.ErrorCode;

/** Refusals about who may do what. */
public enum AccessError implements ErrorCode {
    UNAUTHENTICATED(Kind.UNKNOWN_CALLER),
    /** The role it needs is missing. */
    NOT_PERMITTED(Kind.FORBIDDEN),
    /** It belongs to another agency. */
    OTHER_AGENCY(Kind.FORBIDDEN),
    /** The argument says how many seconds to wait. */
    RATE_LIMITED(Kind.TOO_OFTEN),
    ACCOUNT_EXISTS(Kind.CONFLICT),
    AGENCY_NOT_FOUND(Kind.MISSING),
    /** The one-time link of the first administrator is wrong or was used. */
    INVITATION_INVALID(Kind.FORBIDDEN),
    PASSWORD_TOO_SHORT(Kind.INVALID);

    private final Kind kind;

    AccessError(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
