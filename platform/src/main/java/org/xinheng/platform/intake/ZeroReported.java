package org.xinheng.platform.intake;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.Fact;
import org.xinheng.platform.shared.ItemId;
import org.xinheng.platform.shared.SubjectId;

/**
 * An agency declared that it has nothing to report of an item for a month (零报告), or took that back.
 *
 * @param month its first day
 * @param declared false = taken back
 */
public record ZeroReported(UUID id, AgencyId agency, ItemId item, LocalDate month, boolean declared) implements Fact {

    @Override
    public @Nullable SubjectId subject() {
        return null;
    }

    @Override
    public UUID reference() {
        return id;
    }
}
