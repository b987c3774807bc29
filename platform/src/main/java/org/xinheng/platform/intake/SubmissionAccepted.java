package org.xinheng.platform.intake;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.Fact;
import org.xinheng.platform.shared.ItemId;
import org.xinheng.platform.shared.SubjectId;
import org.xinheng.platform.shared.SubmissionId;

/** Every row of a submission has its answer; {@code late} counts among the accepted. */
public record SubmissionAccepted(
        SubmissionId submission,
        AgencyId agency,
        ItemId item,
        int rows,
        int accepted,
        int refused,
        int duplicates,
        int late)
        implements Fact {

    @Override
    public @Nullable SubjectId subject() {
        return null;
    }

    @Override
    public UUID reference() {
        return submission.value();
    }
}
