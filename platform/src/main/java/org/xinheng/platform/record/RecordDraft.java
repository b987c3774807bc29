package org.xinheng.platform.record;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.xinheng.kernel.pack.Severity;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.ItemId;
import org.xinheng.platform.shared.SubjectId;
import org.xinheng.platform.shared.SubmissionId;

/**
 * A checked row on its way to becoming a record.
 *
 * @param documentNumber of the decision (文号); part of the natural key with authority, subject and decision day
 * @param validUntil last day of use; null = until ended
 * @param publicFrom first and {@code publicUntil} last day on the portal; both null = never
 * @param late received after the item's clock
 * @param payload the fields as JSON, identifiers masked
 * @param protectedPayload personal identifiers as JSON, sealed apart; null when there are none
 */
public record RecordDraft(
        SubjectId subject,
        ItemId item,
        AgencyId authority,
        String documentNumber,
        @Nullable Severity severity,
        LocalDate decidedOn,
        LocalDate validFrom,
        @Nullable LocalDate validUntil,
        @Nullable LocalDate publicFrom,
        @Nullable LocalDate publicUntil,
        boolean late,
        SubmissionId submission,
        int line,
        String payload,
        @Nullable String protectedPayload) {

    @Override
    public String toString() {
        return "RecordDraft[" + item + ", line " + line + "]";
    }
}
