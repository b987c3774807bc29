package org.xinheng.platform.assessment;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.Fact;
import org.xinheng.platform.shared.SubjectId;

/** The credit office answered an agency's contest. */
public record AssessmentAnswered(UUID assessment, UUID contest, AgencyId agency, boolean accepted) implements Fact {

    @Override
    public @Nullable SubjectId subject() {
        return null;
    }

    @Override
    public UUID reference() {
        return assessment;
    }
}
