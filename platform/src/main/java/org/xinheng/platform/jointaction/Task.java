package org.xinheng.platform.jointaction;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.ListId;
import org.xinheng.platform.shared.ListingId;
import org.xinheng.platform.shared.MeasureId;
import org.xinheng.platform.shared.SubjectId;
import org.xinheng.platform.shared.TaskId;

/**
 * What one agency is to do because of one listing (联合奖惩任务), as it stands today: open only while the listing is in
 * force and brings one of its measures.
 *
 * @param initiator the agency that determined the listing or passes it on
 * @param version of the last step
 * @param until last day of the listing; null = until ended
 * @param mandatory whether one of its measures must be executed by law: to say that it does not apply needs a basis
 * @param due last day for what is next, with whether the calendar may still move it; null = no clock, or nothing is next
 * @param overdue whether that day has passed
 * @param chased how often the credit office reminded the agency
 * @param prompts how many prompts of this listing the agency was shown, and how many of them it fed back on
 */
public record Task(
        TaskId id,
        SubjectId subject,
        ListingId listing,
        ListId list,
        AgencyId initiator,
        AgencyId agency,
        List<MeasureId> measures,
        TaskState state,
        int version,
        @Nullable LocalDate until,
        boolean mandatory,
        @Nullable LocalDate due,
        boolean provisional,
        boolean overdue,
        int chased,
        int prompts,
        int fedBack) {

    public boolean open() {
        return state != TaskState.CLOSED;
    }
}
