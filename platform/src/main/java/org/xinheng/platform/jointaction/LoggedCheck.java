package org.xinheng.platform.jointaction;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.CheckId;
import org.xinheng.platform.shared.MatterId;
import org.xinheng.platform.shared.SubjectId;

/**
 * A check as it stands in the log.
 *
 * @param number within its year, without a gap
 * @param subjectHash keyed hash of whom was asked about
 * @param subject who was found; null for nobody
 * @param content null where deleted
 * @param deleted when, by whom and why the content was deleted; null where it is there
 */
public record LoggedCheck(
        CheckId id,
        int year,
        int number,
        Instant askedAt,
        LocalDate askedOn,
        Actor.Kind actorKind,
        String actor,
        AgencyId agency,
        MatterId matter,
        byte[] subjectHash,
        @Nullable SubjectId subject,
        Outcome outcome,
        String release,
        Instant knownAt,
        @Nullable Content content,
        @Nullable String deleted) {

    /**
     * Sealed under the check's own key. Free texts hold no number of a person: what looks like one is masked before it is
     * written.
     *
     * @param authority law and article, or the consent; null for organisations
     */
    public record Content(
            String purpose,
            @Nullable String reference,
            String officer,
            @Nullable String authority,
            Answer answer) {}
}
