package org.xinheng.platform.jointaction;

import java.util.UUID;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.Fact;
import org.xinheng.platform.shared.ListingId;
import org.xinheng.platform.shared.SubjectId;
import org.xinheng.platform.shared.TaskId;

/** A joint-action task of an agency came to a state: opened, responded to, executed, fed back, declined or closed. */
public record JointActionMoved(SubjectId subject, TaskId task, ListingId listing, AgencyId agency, TaskState state)
        implements Fact {

    @Override
    public UUID reference() {
        return task.value();
    }

    @Override
    public String type() {
        return switch (state) {
            case INITIATED -> "JointActionInitiated";
            case RESPONDED -> "JointActionResponded";
            case EXECUTED -> "JointActionExecuted";
            case FED_BACK -> "JointActionFedBack";
            case NOT_APPLICABLE -> "JointActionNotApplicable";
            case CLOSED -> "JointActionClosed";
        };
    }
}
