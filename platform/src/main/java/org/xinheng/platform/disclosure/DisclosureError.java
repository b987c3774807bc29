package org.xinheng.platform.disclosure;

import org.xinheng.kernel.ErrorCode;

/** Refusals about who may see what. */
public enum DisclosureError implements ErrorCode {
    /** The public search is for organisations; what looks like a number of a person is refused and kept nowhere. */
    SEARCH_BY_ID_NUMBER(Kind.INVALID),
    SEARCH_TOO_SHORT(Kind.INVALID),
    /** Whoever asks about somebody says for what purpose. */
    PURPOSE_REQUIRED(Kind.INVALID),
    /** About a person or sole trader also at what matter. */
    MATTER_REQUIRED(Kind.INVALID),
    /** And by what authority: a public body names the statute. */
    AUTHORITY_REQUIRED(Kind.INVALID),
    /** The consent named is not known here; a guest has no other authority. */
    CONSENT_NOT_FOUND(Kind.FORBIDDEN),
    /** What was given as a place in the feed of changes is none. */
    CURSOR_INVALID(Kind.INVALID),
    /** Only what was withdrawn from this very client can be acknowledged by it. */
    NOT_A_WITHDRAWAL(Kind.REFUSED),
    TOO_MANY_CURSORS(Kind.INVALID),
    DATASET_NOT_FOUND(Kind.MISSING),
    /** The subject is not described completely. */
    SUBJECT_INCOMPLETE(Kind.INVALID);

    private final Kind kind;

    DisclosureError(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
