package org.xinheng.platform.catalogue;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.kernel.pack.Retention;
import org.xinheng.platform.shared.Fact;
import org.xinheng.platform.shared.SubjectId;

/** Things that had been kept long enough were deleted: how many. By which rule stands with the id of the act. */
public record RetentionCarriedOut(UUID id, Retention.Kept kept, LocalDate day, int things) implements Fact {

    @Override
    public @Nullable SubjectId subject() {
        return null;
    }

    @Override
    public UUID reference() {
        return id;
    }
}
