package org.xinheng.platform.intake;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.Fact;
import org.xinheng.platform.shared.ItemId;
import org.xinheng.platform.shared.SubjectId;

/** Decisions of an agency were drawn at random, to look for concealed ones (瞒报抽查). */
public record SampleDrawn(UUID sample, AgencyId agency, ItemId item, UUID seed, int population, int size)
        implements Fact {

    @Override
    public @Nullable SubjectId subject() {
        return null;
    }

    @Override
    public UUID reference() {
        return sample;
    }
}
