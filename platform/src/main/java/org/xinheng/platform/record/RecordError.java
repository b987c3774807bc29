package org.xinheng.platform.record;

import org.xinheng.kernel.ErrorCode;

/** Refusals about records. */
public enum RecordError implements ErrorCode {
    RECORD_NOT_FOUND(Kind.MISSING),
    /** Withdrawn, repaired or annulled already. */
    RECORD_ENDED(Kind.CONFLICT),
    /** Suspended already, or resumed already. */
    SUSPENSION_UNCHANGED(Kind.CONFLICT);

    private final Kind kind;

    RecordError(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
