package org.xinheng.platform.oversight;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.platform.shared.Fact;
import org.xinheng.platform.shared.PolicyTaskId;
import org.xinheng.platform.shared.SubjectId;

/** The office closed a task on accepted evidence. */
public record PolicyTaskClosed(PolicyTaskId task) implements Fact {

    @Override
    public @Nullable SubjectId subject() {
        return null;
    }

    @Override
    public UUID reference() {
        return task.value();
    }
}
