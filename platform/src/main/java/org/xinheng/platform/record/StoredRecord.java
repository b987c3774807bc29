package org.xinheng.platform.record;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.kernel.pack.Severity;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.ItemId;
import org.xinheng.platform.shared.RecordId;
import org.xinheng.platform.shared.SubjectId;
import org.xinheng.platform.vault.Opened;

/**
 * A record as it is known at a moment.
 *
 * @param receivedAt moment of the version in the one order
 * @param suspended whether joint measures resting on it stand still
 * @param fields the payload by field id, identifiers masked; empty where deleted
 * @param deleted when, by whom and why the content was deleted; null where it is there
 */
public record StoredRecord(
        RecordId id,
        SubjectId subject,
        int version,
        ItemId item,
        AgencyId authority,
        RecordState state,
        @Nullable Severity severity,
        LocalDate decidedOn,
        LocalDate validFrom,
        @Nullable LocalDate validUntil,
        @Nullable LocalDate publicFrom,
        @Nullable LocalDate publicUntil,
        boolean late,
        @Nullable UUID submission,
        Instant receivedAt,
        boolean suspended,
        Map<String, String> fields,
        Opened.@Nullable Deleted deleted) {

    /** Whether it counts on that day. */
    public boolean inForceOn(LocalDate day) {
        return state == RecordState.IN_FORCE
                && !day.isBefore(validFrom)
                && (validUntil == null || !day.isAfter(validUntil));
    }

    /** Whether it may stand on the portal that day. */
    public boolean publicOn(LocalDate day) {
        return inForceOn(day)
                && publicFrom != null
                && !day.isBefore(publicFrom)
                && (publicUntil == null || !day.isAfter(publicUntil));
    }
}
