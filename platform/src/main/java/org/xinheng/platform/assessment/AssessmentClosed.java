package org.xinheng.platform.assessment;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.platform.shared.Digest;
import org.xinheng.platform.shared.Fact;
import org.xinheng.platform.shared.SubjectId;

/** An assessment was closed: what it holds has this digest, so that it can be proved never to have changed. */
public record AssessmentClosed(UUID assessment, int year, int version, Digest digest) implements Fact {

    @Override
    public @Nullable SubjectId subject() {
        return null;
    }

    @Override
    public UUID reference() {
        return assessment;
    }
}
