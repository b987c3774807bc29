package org.xinheng.platform.record;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.Fact;
import org.xinheng.platform.shared.ItemId;
import org.xinheng.platform.shared.RecordId;
import org.xinheng.platform.shared.SubjectId;
import org.xinheng.platform.shared.SubmissionId;

/** A new record stands on its subject. {@code publicUntil} is null when it is never public. */
public record RecordReceived(
        SubjectId subject,
        RecordId record,
        ItemId item,
        AgencyId authority,
        LocalDate decidedOn,
        @Nullable LocalDate publicFrom,
        @Nullable LocalDate publicUntil,
        SubmissionId submission)
        implements Fact {

    @Override
    public UUID reference() {
        return record.value();
    }
}
