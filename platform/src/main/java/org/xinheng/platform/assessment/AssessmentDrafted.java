package org.xinheng.platform.assessment;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.platform.shared.Fact;
import org.xinheng.platform.shared.SubjectId;

/** A year's assessment was drafted, computed again while it is a draft, or opened again as a new version. */
public record AssessmentDrafted(UUID assessment, int year, int version, boolean again) implements Fact {

    @Override
    public @Nullable SubjectId subject() {
        return null;
    }

    @Override
    public UUID reference() {
        return assessment;
    }
}
