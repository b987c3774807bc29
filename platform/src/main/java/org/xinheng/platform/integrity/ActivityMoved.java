package org.xinheng.platform.integrity;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.Fact;
import org.xinheng.platform.shared.SubjectId;

/** An activity of publicity or education was entered, or taken back. */
public record ActivityMoved(UUID activity, AgencyId agency, ActivityKind kind, LocalDate heldOn, boolean withdrawn)
        implements Fact {

    @Override
    public @Nullable SubjectId subject() {
        return null;
    }

    @Override
    public UUID reference() {
        return activity;
    }
}
