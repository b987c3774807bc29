package org.xinheng.platform.assessment;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.platform.shared.Fact;
import org.xinheng.platform.shared.SubjectId;

/** An assessment took a step; closing it is {@link AssessmentClosed}. */
public record AssessmentMoved(UUID assessment, int year, int version, AssessmentAct act) implements Fact {

    @Override
    public @Nullable SubjectId subject() {
        return null;
    }

    @Override
    public UUID reference() {
        return assessment;
    }

    @Override
    public String type() {
        return act.fact();
    }
}
