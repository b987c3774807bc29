package org.xinheng.platform.jointaction;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.kernel.pack.Label;
import org.xinheng.platform.shared.CheckId;
import org.xinheng.platform.shared.MatterId;

/**
 * The answer to a check, as it left and as it stands in the log.
 *
 * @param dataAsOf moment of the newest fact it could know
 * @param packRelease the rules it was answered by
 */
public record Answer(
        CheckId checkId,
        Outcome outcome,
        Shown subject,
        MatterId matter,
        Label matterName,
        Instant askedAt,
        Instant dataAsOf,
        String packRelease,
        List<Prompt> prompts) {

    /**
     * Whom it is about, as the asker may see it.
     *
     * @param id opaque for persons and sole traders: it tells nothing about whether anybody is known by it; null for an
     *     organisation not identified
     * @param name masked for persons and sole traders
     * @param code of organisations only
     */
    public record Shown(
            @Nullable UUID id,
            @Nullable String name,
            @Nullable String code) {}

    /** How old the newest fact it could know was when it was asked, in whole seconds. */
    public Duration dataAge() {
        var age = Duration.between(dataAsOf, askedAt).truncatedTo(ChronoUnit.SECONDS);
        return age.isNegative() ? Duration.ZERO : age;
    }

    public boolean requiresOfficerDecision() {
        return outcome == Outcome.PROMPTS;
    }
}
