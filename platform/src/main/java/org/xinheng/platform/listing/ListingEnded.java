package org.xinheng.platform.listing;

import java.util.UUID;
import org.xinheng.platform.shared.Fact;
import org.xinheng.platform.shared.ListingId;
import org.xinheng.platform.shared.SubjectId;

/** A listing ended before its time: early exit, ended by its source, or annulled; the state says which. */
public record ListingEnded(SubjectId subject, ListingId listing, ListingState state) implements Fact {

    @Override
    public UUID reference() {
        return listing.value();
    }
}
