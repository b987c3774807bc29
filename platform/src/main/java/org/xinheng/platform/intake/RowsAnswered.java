package org.xinheng.platform.intake;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.Fact;
import org.xinheng.platform.shared.ItemId;
import org.xinheng.platform.shared.SubjectId;
import org.xinheng.platform.shared.SubmissionId;

/** The rows of a submission up to {@code line} have their answer: one chunk, of which the counts tell. */
public record RowsAnswered(
        SubmissionId submission, AgencyId agency, ItemId item, int line, int accepted, int refused, int duplicates)
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
