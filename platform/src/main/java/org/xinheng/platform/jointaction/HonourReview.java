package org.xinheng.platform.jointaction;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.ListId;
import org.xinheng.platform.shared.ListingId;
import org.xinheng.platform.shared.SubjectId;

/**
 * An honour whose holder was entered in a serious list, as it stands today (荣誉复核). The awarding agency decides by its own
 * rules whether the honour stays; nothing follows by itself.
 *
 * @param honour the record of the honour, or the listing on an incentive list
 * @param agency who awarded it, or owns the incentive list
 * @param open whether the agency has still to decide: the serious listing is in force and nothing was decided
 * @param due last day; null = no clock
 * @param decided what was decided; null while it was not
 */
public record HonourReview(
        UUID id,
        SubjectId subject,
        ListingId listing,
        ListId list,
        UUID honour,
        Kind kind,
        AgencyId agency,
        LocalDate openedOn,
        boolean open,
        @Nullable LocalDate due,
        boolean overdue,
        @Nullable Decided decided) {

    /** What the honour is here. */
    public enum Kind {
        /** A record of an honour. */
        RECORD,
        /** A place on an incentive list. */
        LISTING
    }

    /** What the awarding agency decided. */
    public enum Outcome {
        WITHDRAWN,
        KEPT
    }

    /**
     * @param informedOn the day the subject was told; null where the honour stays
     * @param said null where deleted
     */
    public record Decided(
            Outcome outcome,
            @Nullable LocalDate informedOn,
            @Nullable Said said) {}

    /**
     * Sealed under the review's own key.
     *
     * @param reason with its basis
     * @param decidedBy the officer who decided, by name
     * @param document number of the decision; null where there is none
     */
    public record Said(
            String reason,
            @Nullable String decidedBy,
            @Nullable String document,
            List<String> evidence) {}
}
