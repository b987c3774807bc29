package org.xinheng.platform.record;

import org.xinheng.kernel.ErrorCode;

/** Refusals about records. */
public enum RecordError implements ErrorCode {
    RECORD_NOT_FOUND(Kind.MISSING),
    /** Withdrawn, repaired or annulled already. */
    RECORD_ENDED(Kind.CONFLICT),
    /** What is in force ends first: withdrawn, repaired, annulled or past its term. */
    RECORD_IN_FORCE(Kind.REFUSED),
    DELETION_WITHOUT_GROUND(Kind.INVALID),
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
