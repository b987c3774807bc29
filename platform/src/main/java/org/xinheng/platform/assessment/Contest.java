package org.xinheng.platform.assessment;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.platform.shared.AgencyId;

/**
 * An agency contests an item it was shown (申辩).
 *
 * @param due last day to answer it
 * @param reason null where it was deleted
 * @param answer null while it waits
 */
public record Contest(
        UUID id,
        UUID assessment,
        AgencyId agency,
        ScoreKind kind,
        String key,
        String account,
        LocalDate day,
        LocalDate due,
        boolean provisional,
        @Nullable String reason,
        @Nullable Answer answer) {

    /**
     * How it was answered.
     *
     * @param accepted whether the points were changed
     */
    public record Answer(
            boolean accepted,
            String account,
            LocalDate day,
            @Nullable String reason) {}
}
