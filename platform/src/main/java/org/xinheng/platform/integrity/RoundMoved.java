package org.xinheng.platform.integrity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.Fact;
import org.xinheng.platform.shared.SubjectId;

/** A third-party evaluation round began, gave a body a score, or ended. */
public record RoundMoved(
        UUID round, RoundStep step, @Nullable AgencyId body) implements Fact {

    @Override
    public @Nullable SubjectId subject() {
        return null;
    }

    @Override
    public UUID reference() {
        return round;
    }
}
