package org.xinheng.platform.intake;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.Fact;
import org.xinheng.platform.shared.ItemId;
import org.xinheng.platform.shared.SubjectId;
import org.xinheng.platform.shared.SubmissionId;

/** Nothing of a submission was taken in; why stands with the submission. */
public record SubmissionRejected(SubmissionId submission, AgencyId agency, ItemId item) implements Fact {

    @Override
    public @Nullable SubjectId subject() {
        return null;
    }

    @Override
    public UUID reference() {
        return submission.value();
    }
}
