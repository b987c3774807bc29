package org.xinheng.kernel.pack;

import org.xinheng.kernel.ErrorCode;

/** Refusals of reading a pack. */
public enum PackError implements ErrorCode {
    /** There is no layer of this name. */
    PACK_NOT_FOUND(Kind.MISSING),
    /** The pack has faults; the arguments are all of them, each with file and line. */
    PACK_FAULTY(Kind.INVALID);

    private final Kind kind;

    PackError(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
