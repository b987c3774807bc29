package org.xinheng.platform.jointaction;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an officer did with a prompt (反馈).
 *
 * @param version 1 for the first; a later one corrects it
 * @param informedSubjectOn the day the subject was told; null where nothing adverse was applied
 * @param content null where deleted
 */
public record Feedback(
        UUID promptId,
        int version,
        Outcome outcome,
        @Nullable LocalDate informedSubjectOn,
        @Nullable Content content,
        Instant givenAt) {

    /** Whether the measure was applied. */
    public enum Outcome {
        APPLIED,
        PARTLY_APPLIED,
        NOT_APPLIED
    }

    /**
     * Sealed under the feedback's own key.
     *
     * @param reason with its basis where a mandatory measure was not applied
     * @param decidedBy the officer who decided, by name
     * @param evidence numbers or titles of papers
     */
    public record Content(@Nullable String reason, @Nullable String decidedBy, List<String> evidence) {}
}
