package org.xinheng.platform.listing;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.Fact;
import org.xinheng.platform.shared.ListId;
import org.xinheng.platform.shared.ListingId;
import org.xinheng.platform.shared.SubjectId;

/** The source of a received listing says it differently now: these days hold instead of the earlier ones. */
public record ListingCorrected(
        SubjectId subject,
        ListingId listing,
        ListId list,
        AgencyId determinedBy,
        LocalDate validFrom,
        @Nullable LocalDate validUntil)
        implements Fact {

    @Override
    public UUID reference() {
        return listing.value();
    }
}
