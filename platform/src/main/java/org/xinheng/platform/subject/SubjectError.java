package org.xinheng.platform.subject;

import org.xinheng.kernel.ErrorCode;

/** Refusals about subjects. */
public enum SubjectError implements ErrorCode {
    SUBJECT_NOT_FOUND(Kind.MISSING),
    /** Cancelled or dead: nothing new is determined. */
    SUBJECT_CLOSED(Kind.REFUSED),
    AMENDMENT_NOT_FOUND(Kind.MISSING),
    /** Decided already. */
    AMENDMENT_NOT_OPEN(Kind.CONFLICT),
    /** Such a change to the same subject waits already. */
    AMENDMENT_WAITS(Kind.CONFLICT),
    /** A change to a subject is decided by another than who proposed it. */
    AMENDMENT_NEEDS_SECOND_OFFICER(Kind.FORBIDDEN),
    /** The change does not fit such a subject, or not as it stands. */
    AMENDMENT_DOES_NOT_FIT(Kind.REFUSED),
    /** No ground, name or code was given. */
    AMENDMENT_INCOMPLETE(Kind.INVALID),
    /** A sole trader is no company and a person no organisation: they are linked, never one. */
    NEVER_ONE(Kind.REFUSED),
    /** Another subject is known by that code or number: if both are one, they are merged. */
    ALREADY_ANOTHERS(Kind.CONFLICT),
    /** The number and present name do not belong to this person. */
    NOT_THIS_PERSON(Kind.REFUSED),
    /** No population register is connected here. */
    IDENTITY_CHECK_ABSENT(Kind.REFUSED),
    /** A question about a person says what for and at what matter. */
    IDENTITY_CHECK_UNGROUNDED(Kind.REFUSED);

    private final Kind kind;

    SubjectError(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
