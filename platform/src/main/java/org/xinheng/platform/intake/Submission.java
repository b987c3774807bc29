package org.xinheng.platform.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.FileId;
import org.xinheng.platform.shared.ItemId;
import org.xinheng.platform.shared.SubmissionId;

/**
 * A submission as its agency sees it.
 *
 * @param total rows of the file; null until it was read once
 * @param late among the accepted
 * @param reason code of why nothing was taken in; null unless rejected
 */
public record Submission(
        SubmissionId id,
        AgencyId agency,
        String sender,
        ItemId item,
        FileId file,
        LocalDate receivedOn,
        Instant receivedAt,
        SubmissionState state,
        @Nullable Integer total,
        int accepted,
        int refused,
        int duplicates,
        int late,
        @Nullable String reason,
        List<String> reasonArguments) {

    /** Rows that have their answer; all of them once the work is done. */
    public int rows() {
        return accepted + refused + duplicates;
    }

    /** Share of the rows that have their answer, from 0 to 1. */
    public double progress() {
        return switch (state) {
            case RECEIVED -> 0;
            case CHECKING -> total == null || total == 0 ? 0 : Math.min(1, (double) rows() / total);
            case ACCEPTED, REJECTED, RECALLED -> 1;
        };
    }

    /** Whether its agency may take it back. */
    public boolean recallable() {
        return state.canBecome(SubmissionState.RECALLED);
    }

    /** Whether its state may still change by itself. */
    public boolean running() {
        return state == SubmissionState.RECEIVED || state == SubmissionState.CHECKING;
    }
}
