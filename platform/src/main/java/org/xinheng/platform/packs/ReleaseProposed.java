package org.xinheng.platform.packs;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.platform.shared.Fact;
import org.xinheng.platform.shared.SubjectId;

/** An officer proposed a release of rules; another has to activate it. */
public record ReleaseProposed(UUID release) implements Fact {

    @Override
    public @Nullable SubjectId subject() {
        return null;
    }

    @Override
    public UUID reference() {
        return release;
    }
}
