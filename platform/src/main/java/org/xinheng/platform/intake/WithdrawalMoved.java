package org.xinheng.platform.intake;

import java.util.UUID;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.Fact;
import org.xinheng.platform.shared.RecordId;
import org.xinheng.platform.shared.SubjectId;

/** The withdrawal of a record was proposed, or decided by another. */
public record WithdrawalMoved(
        SubjectId subject,
        RecordId record,
        UUID withdrawal,
        AgencyId agency,
        WithdrawalCause cause,
        Withdrawals.Standing standing)
        implements Fact {

    @Override
    public UUID reference() {
        return withdrawal;
    }

    @Override
    public String type() {
        return switch (standing) {
            case PROPOSED -> "WithdrawalProposed";
            case APPROVED -> "WithdrawalApproved";
            case REFUSED -> "WithdrawalRefused";
        };
    }
}
