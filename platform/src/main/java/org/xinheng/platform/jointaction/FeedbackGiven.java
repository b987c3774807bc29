package org.xinheng.platform.jointaction;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.CheckId;
import org.xinheng.platform.shared.Fact;
import org.xinheng.platform.shared.ListingId;
import org.xinheng.platform.shared.MatterId;
import org.xinheng.platform.shared.MeasureId;
import org.xinheng.platform.shared.SubjectId;

/** An agency said what it did with a prompt. {@code informedOn} is the day the subject was told. */
public record FeedbackGiven(
        SubjectId subject,
        CheckId check,
        UUID prompt,
        ListingId listing,
        MeasureId measure,
        MatterId matter,
        AgencyId agency,
        Feedback.Outcome outcome,
        @Nullable LocalDate informedOn)
        implements Fact {

    @Override
    public UUID reference() {
        return prompt;
    }
}
