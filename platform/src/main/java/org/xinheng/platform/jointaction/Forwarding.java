package org.xinheng.platform.jointaction;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.ListId;
import org.xinheng.platform.shared.ListingId;
import org.xinheng.platform.shared.MeasureId;
import org.xinheng.platform.shared.SubjectId;

/**
 * A measure whose executor is outside the city, to be passed on for one listing (转送记录), as it stands today.
 *
 * @param recipient to whom
 * @param version of the last step
 * @param steps what happened, in order
 */
public record Forwarding(
        UUID id,
        SubjectId subject,
        ListingId listing,
        ListId list,
        MeasureId measure,
        AgencyId recipient,
        ForwardingState state,
        int version,
        List<Step> steps) {

    /** The same, with nothing left to do. */
    Forwarding closed() {
        return new Forwarding(id, subject, listing, list, measure, recipient, ForwardingState.CLOSED, version, steps);
    }

    /**
     * @param on the day it happened
     * @param said null where nothing was said, or where it was deleted
     */
    public record Step(
            ForwardingState state,
            LocalDate on,
            String actor,
            @Nullable Said said) {}

    /**
     * Sealed under the forwarding's own key.
     *
     * @param document number of the letter
     * @param note the ground, the answer or the reason
     */
    public record Said(@Nullable String document, @Nullable String note) {}
}
