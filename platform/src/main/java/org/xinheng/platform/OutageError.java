package org.xinheng.platform;

import org.xinheng.kernel.ErrorCode;

/** What the platform cannot do for a while because of what it stands on. Nothing that was accepted is lost by it. */
enum OutageError implements ErrorCode {
    /** The database does not answer, or broke off; it comes back by itself. */
    DATABASE_UNAVAILABLE,
    /** The disk of the database is full; somebody has to make room. */
    STORAGE_FULL;

    @Override
    public Kind kind() {
        return Kind.UNAVAILABLE;
    }
}
