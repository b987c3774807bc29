package org.xinheng.platform.intake;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xinheng.platform.shared.Fact;

/** Life of a submission. The table is the rule: what is not in it cannot happen. */
public enum SubmissionState {
    /** Stored, not yet looked at. */
    RECEIVED,
    /** Its rows are being checked and taken in. */
    CHECKING,
    /** Every row has its answer, and some were taken in or known already. */
    ACCEPTED,
    /** Nothing of it was taken in: unreadable as a whole, or every row refused. */
    REJECTED,
    /** Taken back by its agency; its records are withdrawn. */
    RECALLED;

    private static final Map<SubmissionState, Set<SubmissionState>> NEXT = Map.of(
            RECEIVED, Set.of(CHECKING, RECALLED),
            CHECKING, Set.of(ACCEPTED, REJECTED, RECALLED),
            ACCEPTED, Set.of(RECALLED),
            REJECTED, Set.of(),
            RECALLED, Set.of());

    private static final Map<SubmissionState, Class<? extends Fact>> FACTS = Map.of(
            RECEIVED, SubmissionReceived.class,
            ACCEPTED, SubmissionAccepted.class,
            REJECTED, SubmissionRejected.class,
            RECALLED, SubmissionRecalled.class);

    public boolean canBecome(SubmissionState next) {
        return NEXT.getOrDefault(this, Set.of()).contains(next);
    }

    /** The fact that stands in the one order when a submission gets here; null where only work has begun. */
    @Nullable
    Class<? extends Fact> fact() {
        return FACTS.get(this);
    }
}
