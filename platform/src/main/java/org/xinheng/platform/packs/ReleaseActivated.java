package org.xinheng.platform.packs;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.platform.shared.Fact;
import org.xinheng.platform.shared.SubjectId;

/** A release of rules holds from its effective day on. */
public record ReleaseActivated(UUID release, LocalDate effective) implements Fact {

    @Override
    public @Nullable SubjectId subject() {
        return null;
    }

    @Override
    public UUID reference() {
        return release;
    }
}
