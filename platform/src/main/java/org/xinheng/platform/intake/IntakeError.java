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
    /** The file was deleted: it held what may never be collected, or had been kept long enough. */
    FILE_DELETED(Kind.MISSING),
    /** The months asked about end before they begin, or are too many. */
    MONTHS_OUT_OF_ORDER(Kind.INVALID),
    /** The call names no month. */
    MONTH_MISSING(Kind.INVALID),
    /** Not in the register of agencies. */
    AGENCY_UNKNOWN(Kind.MISSING),
    /** Nothing can be said yet about a month that runs. */
    MONTH_NOT_OVER(Kind.REFUSED),
    /** A decision of the month stands here. */
    ZERO_REPORT_CONTRADICTED(Kind.CONFLICT),
    ZERO_REPORT_NOT_FOUND(Kind.MISSING),
    /** Also when it was sent back to another agency. */
    RETURN_NOT_FOUND(Kind.MISSING),
    /** It is not there that the return stands. */
    RETURN_NOT_OPEN(Kind.CONFLICT),
    /** A return, an answer, a withdrawal or a correction says why. */
    REASON_MISSING(Kind.INVALID),
    /** Not a record of this agency, or of one it answers for. */
    RECORD_NOT_YOURS(Kind.FORBIDDEN),
    /** A correction keeps authority, document number, subject and decision day. */
    CORRECTION_OF_ANOTHER(Kind.REFUSED),
    /** The record is in force no more. */
    RECORD_NOT_IN_FORCE(Kind.CONFLICT),
    WITHDRAWAL_NOT_FOUND(Kind.MISSING),
    /** Proposed already, or decided already. */
    WITHDRAWAL_NOT_OPEN(Kind.CONFLICT),
    /** Two pairs of eyes. */
    WITHDRAWAL_OWN(Kind.FORBIDDEN),
    SAMPLE_NOT_FOUND(Kind.MISSING),
    /** There is nothing, or not enough, to draw from. */
    SAMPLE_IMPOSSIBLE(Kind.INVALID);

    private final Kind kind;

    IntakeError(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
