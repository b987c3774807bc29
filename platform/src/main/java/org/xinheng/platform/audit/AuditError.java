package org.xinheng.platform.audit;

import org.xinheng.kernel.ErrorCode;

/** Refusals about the time of a question. */
public enum AuditError implements ErrorCode {
    /** Asked for a day or a moment that has not come. */
    FUTURE_NOT_KNOWN(Kind.INVALID),
    /** Only the subject, an auditor, a court, the deciding agency or the earlier asker may ask about the past. */
    PAST_NOT_FOR_USE(Kind.FORBIDDEN);

    private final Kind kind;

    AuditError(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
