package org.xinheng.platform.jointaction;

import java.util.UUID;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.Fact;
import org.xinheng.platform.shared.ListingId;
import org.xinheng.platform.shared.SubjectId;

/** An agency is asked to look at an honour of somebody who was entered in a serious list. */
public record HonourReviewOpened(SubjectId subject, UUID review, ListingId listing, AgencyId agency) implements Fact {

    @Override
    public UUID reference() {
        return review;
    }
}
