package org.xinheng.platform.listing;

/** How a version of a listing stands. Only {@code IN_FORCE} counts for anything. */
public enum ListingState {
    IN_FORCE,
    /** Left the list early, or its source ended it. */
    ENDED,
    /** The determination was annulled: it was never in force. */
    ANNULLED
}
