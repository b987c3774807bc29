package org.xinheng.platform.jointaction;

import java.util.UUID;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.Fact;
import org.xinheng.platform.shared.SubjectId;
import org.xinheng.platform.shared.TaskId;

/** The credit office reminded an agency of a task that is late (催办). */
public record JointActionChased(SubjectId subject, TaskId task, AgencyId agency) implements Fact {

    @Override
    public UUID reference() {
        return task.value();
    }
}
