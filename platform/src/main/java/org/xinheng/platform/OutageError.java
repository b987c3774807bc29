package org.xinheng.platform;

import org.xinheng.kernel.ErrorCode;

/** What the platform stands on is away for a while. Nothing that was accepted is lost by it. */
enum OutageError implements ErrorCode {
    /** The database does not answer, or broke off; it comes back by itself. */
    DATABASE_UNAVAILABLE;

    @Override
    public Kind kind() {
        return Kind.UNAVAILABLE;
    }
}
