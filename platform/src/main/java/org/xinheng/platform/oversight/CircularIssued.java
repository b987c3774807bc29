package org.xinheng.platform.oversight;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.platform.shared.Fact;
import org.xinheng.platform.shared.SubjectId;

/** Agencies were named in a circular (通报). */
public record CircularIssued(UUID circular, int agencies) implements Fact {

    @Override
    public @Nullable SubjectId subject() {
        return null;
    }

    @Override
    public UUID reference() {
        return circular;
    }
}
