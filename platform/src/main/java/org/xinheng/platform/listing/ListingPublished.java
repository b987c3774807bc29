package org.xinheng.platform.listing;

import java.time.LocalDate;
import java.util.UUID;
import org.xinheng.platform.shared.Fact;
import org.xinheng.platform.shared.ListingId;
import org.xinheng.platform.shared.SubjectId;

/** A listing stands on the portal from {@code publicFrom} on. */
public record ListingPublished(SubjectId subject, ListingId listing, LocalDate publicFrom) implements Fact {

    @Override
    public UUID reference() {
        return listing.value();
    }
}
