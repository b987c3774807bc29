package org.xinheng.platform.listing;

import java.util.UUID;
import org.xinheng.platform.shared.Fact;
import org.xinheng.platform.shared.ListingId;
import org.xinheng.platform.shared.SubjectId;

/** Joint measures of the listing hold again. */
public record ListingResumed(SubjectId subject, ListingId listing) implements Fact {

    @Override
    public UUID reference() {
        return listing.value();
    }
}
