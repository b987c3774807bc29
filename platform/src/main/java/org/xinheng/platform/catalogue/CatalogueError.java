package org.xinheng.platform.catalogue;

import org.xinheng.kernel.ErrorCode;

/** Refusals of the gate before collection. */
public enum CatalogueError implements ErrorCode {
    /** What is not in the catalogue is not collected. */
    ITEM_NOT_FOUND(Kind.MISSING),
    /** No rule of that id says how long something is kept and leaves it to an officer. */
    RETENTION_NOT_FOUND(Kind.MISSING);

    private final Kind kind;

    CatalogueError(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
