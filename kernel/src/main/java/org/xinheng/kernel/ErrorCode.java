package org.xinheng.kernel;

/**
 * A refusal's stable name. Each module has an enum of its own that implements this; the name is the contract with
 * callers and never changes, the text comes from the module's messages.
 */
public interface ErrorCode {

    /** The code as callers read it, in UPPER_SNAKE. */
    String name();

    Kind kind();

    /** What sort of refusal it is; decides the HTTP status. */
    enum Kind {
        /** The request itself is wrong: 400. */
        INVALID,
        /** Nobody knows the caller: 401. */
        UNKNOWN_CALLER,
        /** The caller may not: 403. */
        FORBIDDEN,
        /** There is no such thing: 404. */
        MISSING,
        /** It was changed or decided by somebody else: 409. */
        CONFLICT,
        /** More than is taken in one piece: 413. */
        TOO_LARGE,
        /** The law or a rule forbids it: 422. */
        REFUSED,
        /** Asked too often: 429. */
        TOO_OFTEN,
        /** Something the platform stands on is away for a while: 503. */
        UNAVAILABLE
    }
}
