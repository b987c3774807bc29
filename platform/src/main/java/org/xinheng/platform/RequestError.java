package org.xinheng.platform;

import org.xinheng.kernel.ErrorCode;

/** Refusals of requests that no module has looked at yet. */
enum RequestError implements ErrorCode {
    /** A call of JSON beyond what is read into memory. */
    REQUEST_TOO_LARGE;

    @Override
    public Kind kind() {
        return Kind.TOO_LARGE;
    }
}
