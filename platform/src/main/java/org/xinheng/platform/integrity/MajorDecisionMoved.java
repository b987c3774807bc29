package org.xinheng.platform.integrity;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.Fact;
import org.xinheng.platform.shared.SubjectId;

/** A major decision was registered ({@code step} null), or one of its steps documented. */
public record MajorDecisionMoved(
        UUID decision, AgencyId agency, @Nullable DecisionStep step, LocalDate on) implements Fact {

    @Override
    public @Nullable SubjectId subject() {
        return null;
    }

    @Override
    public UUID reference() {
        return decision;
    }
}
