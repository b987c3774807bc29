package org.xinheng.platform.listing;

import org.xinheng.kernel.ErrorCode;

/** Refusals about lists and listings. */
public enum ListingError implements ErrorCode {
    LIST_NOT_FOUND(Kind.MISSING),
    LISTING_NOT_FOUND(Kind.MISSING),
    /** Its decisions are made here: nobody sends them in. */
    LIST_NOT_RECEIVED(Kind.REFUSED),
    /** Its decisions are made elsewhere: nobody determines them here. */
    LIST_NOT_DETERMINED_HERE(Kind.REFUSED),
    /** The agency neither owns the list nor passes it on. */
    LIST_NOT_YOURS(Kind.FORBIDDEN),
    /** No document of the level the list needs is in force that day. */
    NO_BASIS_IN_FORCE(Kind.REFUSED);

    private final Kind kind;

    ListingError(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
