package org.xinheng.platform.jointaction;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.Fact;
import org.xinheng.platform.shared.MatterId;
import org.xinheng.platform.shared.SubjectId;

/** An agency reported a decision at a matter. {@code subject} is null when nobody here is meant. */
public record MatterDecided(
        @Nullable SubjectId subject, UUID decision, MatterId matter, AgencyId agency, LocalDate decidedOn)
        implements Fact {

    @Override
    public UUID reference() {
        return decision;
    }
}
