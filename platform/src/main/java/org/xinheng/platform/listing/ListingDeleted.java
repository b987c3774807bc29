package org.xinheng.platform.listing;

import java.util.UUID;
import org.xinheng.platform.shared.Fact;
import org.xinheng.platform.shared.ListingId;
import org.xinheng.platform.shared.SubjectId;

/** What a listing said was deleted after its time; that it was there stays known. */
public record ListingDeleted(SubjectId subject, ListingId listing) implements Fact {

    @Override
    public UUID reference() {
        return listing.value();
    }
}
