package org.xinheng.platform.intake;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.Fact;
import org.xinheng.platform.shared.ItemId;
import org.xinheng.platform.shared.SubjectId;

/**
 * Rows or a record were sent back to their agency (退回), answered or settled.
 *
 * @param subject of the record; null for the rows of a submission
 * @param due last day to mend it; null once it is answered or settled
 */
public record ReturnMoved(
        @Nullable SubjectId subject,
        UUID sentBack,
        AgencyId agency,
        ItemId item,
        ReturnState state,
        @Nullable LocalDate due)
        implements Fact {

    @Override
    public UUID reference() {
        return sentBack;
    }

    @Override
    public String type() {
        return switch (state) {
            case TO_MEND -> "ReturnedToMend";
            case ANSWERED -> "ReturnAnswered";
            case SETTLED -> "ReturnSettled";
        };
    }
}
