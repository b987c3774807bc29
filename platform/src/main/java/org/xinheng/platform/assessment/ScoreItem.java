package org.xinheng.platform.assessment;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.xinheng.platform.indicator.Figure;
import org.xinheng.platform.shared.AgencyId;

/**
 * What an agency was given for one thing, as it stands.
 *
 * @param key id of the indicator, or of the scheme's reason
 * @param version how often it was set
 * @param figure what the platform counted; null where nothing is counted
 * @param most most points there are for it
 * @param points null = there was nothing to measure, and the others weigh more
 * @param account who set it; the drafter for what was computed
 * @param said why, and the evidence; null for what was computed, and where it was deleted
 */
public record ScoreItem(
        AgencyId agency,
        ScoreKind kind,
        String key,
        int version,
        Cause cause,
        @Nullable Figure figure,
        int most,
        @Nullable BigDecimal points,
        String account,
        LocalDate day,
        @Nullable String said) {

    /** Why it is what it is. */
    public enum Cause {
        COMPUTED,
        BY_HAND,
        /** Changed because the agency contested it. */
        CONTEST
    }
}
