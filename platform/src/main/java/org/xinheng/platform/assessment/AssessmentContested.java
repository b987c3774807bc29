package org.xinheng.platform.assessment;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.Fact;
import org.xinheng.platform.shared.SubjectId;

/** An agency contested what it was shown. */
public record AssessmentContested(UUID assessment, UUID contest, AgencyId agency) implements Fact {

    @Override
    public @Nullable SubjectId subject() {
        return null;
    }

    @Override
    public UUID reference() {
        return assessment;
    }
}
