package org.xinheng.platform.integrity;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.Fact;
import org.xinheng.platform.shared.SubjectId;

/** A step of a promise of a government body, to be kept by {@code due}. */
public record PromiseMoved(UUID promise, AgencyId agency, PromiseStep step, LocalDate on, LocalDate due)
        implements Fact {

    /** The promise is about the body, which the packs know as an agency; its counterparty is told nothing by a fact. */
    @Override
    public @Nullable SubjectId subject() {
        return null;
    }

    @Override
    public UUID reference() {
        return promise;
    }
}
