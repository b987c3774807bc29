package org.xinheng.platform.jointaction;

import org.xinheng.kernel.ErrorCode;

/** Refusals about checks, feedback, decided matters and joint action. */
public enum JointActionError implements ErrorCode {
    /** A field the question needs is missing; the argument names it. */
    FIELD_REQUIRED(Kind.INVALID),
    /** Code and name do not belong together; never says which part is wrong. */
    SUBJECT_MISMATCH(Kind.REFUSED),
    /** Batches are for organisations. */
    ORGANISATIONS_ONLY(Kind.INVALID),
    /** More lines than a batch may hold. */
    BATCH_TOO_LONG(Kind.TOO_LARGE),
    /** More rows than a names file may hold. */
    NAMES_TOO_MANY(Kind.TOO_LARGE),
    /** There is no such check of the caller's agency. */
    CHECK_NOT_FOUND(Kind.MISSING),
    PROMPT_NOT_FOUND(Kind.MISSING),
    /** Adverse and applied without who decided, why, and when the subject was told. */
    DECISION_INCOMPLETE(Kind.REFUSED),
    /** Mandatory and not applied without a reason. */
    REASON_REQUIRED(Kind.REFUSED),
    /** A day that has not come. */
    DAY_IN_FUTURE(Kind.INVALID),
    /** The same decision was reported with another outcome. */
    DECISION_REPORTED_OTHERWISE(Kind.CONFLICT),
    TASK_NOT_FOUND(Kind.MISSING),
    /** The listing it rests on is no longer in force. */
    TASK_CLOSED(Kind.CONFLICT),
    /** The step does not follow from where the task stands. */
    STEP_NOT_NEXT(Kind.CONFLICT),
    /** Nobody is reminded before the day has passed. */
    NOT_LATE(Kind.CONFLICT),
    HONOUR_REVIEW_NOT_FOUND(Kind.MISSING),
    FORWARDING_NOT_FOUND(Kind.MISSING),
    EXAMPLE_NOT_FOUND(Kind.MISSING),
    /** Who proposed an example does not adopt it. */
    SECOND_PERSON_NEEDED(Kind.FORBIDDEN),
    /** No font with Chinese characters was found for slips. */
    SLIP_FONT_MISSING(Kind.CONFLICT);

    private final Kind kind;

    JointActionError(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
