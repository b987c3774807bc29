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
