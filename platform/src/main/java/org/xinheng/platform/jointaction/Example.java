package org.xinheng.platform.jointaction;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.kernel.pack.MeasureKind;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.ListingId;
import org.xinheng.platform.shared.SubjectId;
import org.xinheng.platform.shared.TaskId;

/**
 * A case of joint action worth showing to other agencies (典型案例): an organisation that agreed to it, what was done, what
 * came of it, on what papers. It is not scored, and gone with the listing it rests on.
 *
 * @param consentedOn the day the organisation agreed in writing
 * @param proposedBy account of the proposer, who does not adopt it
 * @param content null where deleted
 */
public record Example(
        UUID id,
        SubjectId subject,
        TaskId task,
        ListingId listing,
        MeasureKind kind,
        AgencyId agency,
        LocalDate consentedOn,
        State state,
        int version,
        String proposedBy,
        @Nullable Content content) {

    /** How far it has come. */
    public enum State {
        PROPOSED,
        ADOPTED,
        DECLINED,
        /** Taken back by its agency, or because the organisation no longer agrees. */
        WITHDRAWN
    }

    /**
     * Sealed under the example's own key.
     *
     * @param effect what came of it
     * @param evidence numbers or titles of papers
     * @param consent number or title of the organisation's written consent
     */
    public record Content(String title, String done, String effect, List<String> evidence, String consent) {}
}
