package org.xinheng.platform.integrity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.Fact;
import org.xinheng.platform.shared.SubjectId;

/**
 * A campaign began or ended ({@code subject} null), or a subject of it came to a state.
 *
 * @param state null where the campaign itself is meant
 */
public record CampaignMoved(
        @Nullable SubjectId subject,
        UUID campaign,
        AgencyId agency,
        @Nullable CampaignState state,
        boolean closed) implements Fact {

    @Override
    public UUID reference() {
        return campaign;
    }
}
