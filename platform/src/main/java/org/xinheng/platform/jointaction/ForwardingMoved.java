package org.xinheng.platform.jointaction;

import java.util.UUID;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.Fact;
import org.xinheng.platform.shared.ListingId;
import org.xinheng.platform.shared.MeasureId;
import org.xinheng.platform.shared.SubjectId;

/** A measure executed outside the city came to a state: to be passed on, sent, answered, taken back. */
public record ForwardingMoved(
        SubjectId subject,
        UUID forwarding,
        ListingId listing,
        MeasureId measure,
        AgencyId recipient,
        ForwardingState state)
        implements Fact {

    @Override
    public UUID reference() {
        return forwarding;
    }
}
