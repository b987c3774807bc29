package org.xinheng.platform.subject;

import org.xinheng.kernel.ErrorCode;

/** Refusals about subjects. */
public enum SubjectError implements ErrorCode {
    SUBJECT_NOT_FOUND(Kind.MISSING);

    private final Kind kind;

    SubjectError(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
