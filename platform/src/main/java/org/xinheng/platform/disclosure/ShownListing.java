package org.xinheng.platform.disclosure;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.xinheng.kernel.pack.Label;
import org.xinheng.kernel.pack.ListKind;
import org.xinheng.kernel.pack.ListOrigin;
import org.xinheng.platform.listing.ListingState;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.ListId;
import org.xinheng.platform.shared.ListingId;

/**
 * A place on a list as an audience may see it. Made by {@link Projection} alone.
 *
 * @param authority id of the agency that determined or passed it on, {@code determinedBy} the name of the deciding body
 * @param document number of the decision or case; null where deleted
 * @param facts the conduct the decision found, numbers of persons masked; null for the public and where deleted
 * @param until last day; null = until ended
 * @param suspended contested and standing still; told only to those entitled, for others such a listing is absent
 * @param deleted null where the content is there
 */
public record ShownListing(
        ListingId id,
        ListId list,
        Label listName,
        ListKind kind,
        ListOrigin origin,
        AgencyId authority,
        String determinedBy,
        @Nullable String document,
        @Nullable String facts,
        LocalDate decidedOn,
        @Nullable LocalDate servedOn,
        LocalDate from,
        @Nullable LocalDate until,
        ListingState state,
        boolean inForce,
        boolean suspended,
        @Nullable ShownDeletion deleted,
        Instant recordedAt) {

    public boolean adverse() {
        return kind != ListKind.INCENTIVE;
    }
}
