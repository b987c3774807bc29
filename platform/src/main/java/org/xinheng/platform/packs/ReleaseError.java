package org.xinheng.platform.packs;

import org.xinheng.kernel.ErrorCode;

/** Refusals about rules and their releases. */
public enum ReleaseError implements ErrorCode {
    RELEASE_NOT_FOUND(Kind.MISSING),
    /** A released version never changes: give the pack a new version. */
    RELEASE_EXISTS(Kind.CONFLICT),
    /** It is in force or waits for its day already. */
    RELEASE_ACTIVE(Kind.CONFLICT),
    /** Whoever proposed a release does not activate it. */
    SECOND_OFFICER_NEEDED(Kind.FORBIDDEN),
    /** No rules were in force on that day, as known then. */
    NO_RULES_IN_FORCE(Kind.REFUSED),
    /** The register holds no such document. */
    DOCUMENT_NOT_FOUND(Kind.MISSING);

    private final Kind kind;

    ReleaseError(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
