package org.xinheng.platform.intake;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.platform.shared.Fact;
import org.xinheng.platform.shared.SubjectId;

/** An officer found out how a drawn decision stands. */
public record SampleFound(UUID sample, int place, SampleFinding finding) implements Fact {

    @Override
    public @Nullable SubjectId subject() {
        return null;
    }

    @Override
    public UUID reference() {
        return sample;
    }
}
