package org.xinheng.platform.intake;

import org.xinheng.kernel.ErrorCode;

/** Refusals of submissions. What is wrong with a single row is a finding, not a refusal. */
public enum IntakeError implements ErrorCode {
    /** Also when it belongs to another agency. */
    SUBMISSION_NOT_FOUND(Kind.MISSING),
    /** A rejected or recalled submission has nothing to take back. */
    SUBMISSION_NOT_RECALLABLE(Kind.CONFLICT),
    /** The same Idempotency-Key came with other content. */
    IDEMPOTENCY_KEY_REUSED(Kind.CONFLICT),
    /** An Idempotency-Key without characters, or with too many. */
    IDEMPOTENCY_KEY_INVALID(Kind.INVALID),
    /** The upload has no part {@code file}, or two. */
    FILE_MISSING(Kind.INVALID),
    /** The upload has no part {@code item}, or the call no {@code item}. */
    ITEM_MISSING(Kind.INVALID),
    ROWS_MISSING(Kind.INVALID),
    TOO_MANY_ROWS(Kind.TOO_LARGE),
    /** A row names a column the item does not have. */
    UNKNOWN_FIELD(Kind.INVALID),
    /** The upload breaks off or is no multipart form. */
    UPLOAD_BROKEN(Kind.INVALID),
    /** A column of what may never be collected. */
    FORBIDDEN_COLUMN(Kind.REFUSED),
    /** Every row was refused. */
    NO_ROW_ACCEPTED(Kind.REFUSED),
    /** The file was deleted, since it held what may never be collected. */
    FILE_DELETED(Kind.MISSING);

    private final Kind kind;

    IntakeError(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
