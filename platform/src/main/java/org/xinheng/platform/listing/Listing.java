package org.xinheng.platform.listing;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.xinheng.kernel.pack.ListOrigin;
import org.xinheng.kernel.pack.MeasureOrigin;
import org.xinheng.kernel.pack.Severity;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.ListId;
import org.xinheng.platform.shared.ListingId;
import org.xinheng.platform.shared.SubjectId;
import org.xinheng.platform.vault.Opened;

/**
 * A subject's place on a list as it is known at a moment.
 *
 * @param determinedBy the deciding agency, or for a received listing the agency that passes it on
 * @param servedOn day of service on the subject; null where the source does not say
 * @param sourceAttested whether it was served, here or attested by its source
 * @param validUntil last day of effect; null = until ended
 * @param publicFrom first day on the portal; null = not published
 * @param suspended whether its joint measures stand still
 * @param content what the decision says; null where deleted
 * @param deleted when, by whom and why the content was deleted; null where it is there
 * @param recordedAt moment of this version in the one order
 * @param degree of untrustworthiness (失信程度) on a watch list; null on others
 */
public record Listing(
        ListingId id,
        SubjectId subject,
        int version,
        ListId list,
        ListOrigin origin,
        ListingState state,
        AgencyId determinedBy,
        LocalDate decidedOn,
        @Nullable LocalDate servedOn,
        boolean sourceAttested,
        LocalDate validFrom,
        @Nullable LocalDate validUntil,
        @Nullable LocalDate publicFrom,
        boolean suspended,
        @Nullable Content content,
        Opened.@Nullable Deleted deleted,
        Instant recordedAt,
        @Nullable Severity degree) {

    /** A place without a degree. */
    public Listing(
            ListingId id,
            SubjectId subject,
            int version,
            ListId list,
            ListOrigin origin,
            ListingState state,
            AgencyId determinedBy,
            LocalDate decidedOn,
            @Nullable LocalDate servedOn,
            boolean sourceAttested,
            LocalDate validFrom,
            @Nullable LocalDate validUntil,
            @Nullable LocalDate publicFrom,
            boolean suspended,
            @Nullable Content content,
            Opened.@Nullable Deleted deleted,
            Instant recordedAt) {
        this(
                id,
                subject,
                version,
                list,
                origin,
                state,
                determinedBy,
                decidedOn,
                servedOn,
                sourceAttested,
                validFrom,
                validUntil,
                publicFrom,
                suspended,
                content,
                deleted,
                recordedAt,
                null);
    }

    /**
     * Sealed under the listing's own key.
     *
     * @param document number of the decision or case (文号、案号)
     * @param authority name of the deciding body as the decision writes it
     * @param facts the conduct the decision found
     */
    public record Content(String document, String authority, String facts) {}

    /** Whether it counts on that day: the first predicate, for a version already chosen. */
    public boolean inForceOn(LocalDate day) {
        return state == ListingState.IN_FORCE
                && !day.isBefore(validFrom)
                && (validUntil == null || !day.isAfter(validUntil));
    }

    /**
     * Whether a measure of this origin is in effect while the listing is in force: what a decision or court itself
     * orders goes on while contested; joint measures stand still, and never follow from a received listing whose source
     * does not attest service.
     */
    public boolean brings(MeasureOrigin measure) {
        return measure == MeasureOrigin.OPERATIVE
                || !suspended && (origin == ListOrigin.DETERMINED_HERE || sourceAttested);
    }

    /** The next version, on the portal from that day. */
    Listing published(LocalDate from) {
        return new Listing(
                id,
                subject,
                version + 1,
                list,
                origin,
                state,
                determinedBy,
                decidedOn,
                servedOn,
                sourceAttested,
                validFrom,
                validUntil,
                from,
                suspended,
                content,
                deleted,
                recordedAt,
                degree);
    }
}
