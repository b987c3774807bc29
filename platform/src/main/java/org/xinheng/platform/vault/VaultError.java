package org.xinheng.platform.vault;

import org.xinheng.kernel.ErrorCode;

/** Refusals about keys and sealed things. */
public enum VaultError implements ErrorCode {
    /** The database needs a key that the key file does not hold. */
    KEY_FILE_MISSING(Kind.REFUSED),
    /** What was asked to be sealed had its key destroyed. */
    ALREADY_DELETED(Kind.CONFLICT),
    FILE_TOO_LARGE(Kind.TOO_LARGE),
    /** The disk of the database is full, or nearly; somebody has to make room. */
    STORAGE_FULL(Kind.UNAVAILABLE);

    private final Kind kind;

    VaultError(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
