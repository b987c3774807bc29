package org.xinheng.platform.listing;

import org.xinheng.platform.shared.Role;

/** What an officer does to a determination, the role it takes and the fact it leaves in the order. */
public enum Act {
    PROPOSE(Role.DETERMINER, "DeterminationProposed"),
    CROSS_CHECK(Role.DETERMINER, "DeterminationCrossChecked"),
    BLOCK(Role.DETERMINER, "DeterminationBlocked"),
    GIVE_NOTICE(Role.DETERMINER, "PriorNoticeServed"),
    CLOSE_STATEMENT(Role.DETERMINER, "StatementClosed"),
    GIVE_PUBLIC_NOTICE(Role.DETERMINER, "PublicNoticeGiven"),
    REVIEW(Role.LEGAL_REVIEWER, "DeterminationReviewed"),
    REFUSE_REVIEW(Role.LEGAL_REVIEWER, "DeterminationRefusedInReview"),
    DECIDE(Role.DECIDER, "DeterminationDecided"),
    REJECT(Role.DECIDER, "DeterminationRejected"),
    SERVE(Role.DETERMINER, "DecisionServed"),
    PUBLISH(Role.DETERMINER, "DeterminationPublished"),
    WITHDRAW(Role.DETERMINER, "DeterminationWithdrawn");

    private final Role role;
    private final String fact;

    Act(Role role, String fact) {
        this.role = role;
        this.fact = fact;
    }

    public Role role() {
        return role;
    }

    /** Stable name of the fact it emits. */
    public String fact() {
        return fact;
    }

    /** Whether it takes another officer than the proposer (two pairs of eyes). */
    public boolean needsSecondOfficer() {
        return role != Role.DETERMINER;
    }

    /** Whether it leads on towards the listing, and does not break off. */
    public boolean leadsOn() {
        return this != BLOCK && this != REFUSE_REVIEW && this != REJECT && this != WITHDRAW;
    }
}
