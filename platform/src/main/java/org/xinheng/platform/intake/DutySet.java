package org.xinheng.platform.intake;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.Fact;
import org.xinheng.platform.shared.ItemId;
import org.xinheng.platform.shared.SubjectId;

/** The credit office set in which months an agency has to report an item; {@code until} null = until changed. */
public record DutySet(
        UUID id,
        AgencyId agency,
        ItemId item,
        LocalDate from,
        @Nullable LocalDate until) implements Fact {

    @Override
    public @Nullable SubjectId subject() {
        return null;
    }

    @Override
    public UUID reference() {
        return id;
    }
}
