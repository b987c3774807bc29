package org.xinheng.platform.listing;

import org.xinheng.kernel.ErrorCode;

/** Refusals about lists and listings. */
public enum ListingError implements ErrorCode {
    LIST_NOT_FOUND(Kind.MISSING),
    LISTING_NOT_FOUND(Kind.MISSING);

    private final Kind kind;

    ListingError(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
