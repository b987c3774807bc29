package org.xinheng.platform.jointaction;

import java.util.UUID;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.Fact;
import org.xinheng.platform.shared.ListingId;
import org.xinheng.platform.shared.SubjectId;

/** An awarding agency decided whether an honour of somebody on a serious list stays. */
public record HonourReviewed(
        SubjectId subject, UUID review, ListingId listing, AgencyId agency, HonourReview.Outcome outcome)
        implements Fact {

    @Override
    public UUID reference() {
        return review;
    }
}
