package org.xinheng.platform.oversight;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.Fact;
import org.xinheng.platform.shared.PolicyTaskId;
import org.xinheng.platform.shared.SubjectId;

/** An agency's part of a task came to a state, or has a new last day. */
public record PartMoved(
        PolicyTaskId task,
        AgencyId agency,
        WorkState state,
        @Nullable LocalDate due) implements Fact {

    @Override
    public @Nullable SubjectId subject() {
        return null;
    }

    @Override
    public UUID reference() {
        return task.value();
    }
}
