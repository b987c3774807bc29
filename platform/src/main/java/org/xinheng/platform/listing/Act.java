package org.xinheng.platform.listing;

import org.xinheng.platform.shared.Role;

/** What an officer does to a determination, the role it takes and the fact it leaves in the order. */
public enum Act {
    PROPOSE(Role.DETERMINER, "DeterminationProposed"),
    CROSS_CHECK(Role.DETERMINER, "DeterminationCrossChecked"),
    BLOCK(Role.DETERMINER, "DeterminationBlocked"),
    GIVE_NOTICE(Role.DETERMINER, "PriorNoticeServed"),
    REQUEST_HEARING(Role.DETERMINER, "HearingRequested"),
    CALL_HEARING(Role.DETERMINER, "HearingCalled"),
    /** Presided over by somebody else than the proposer. */
    HOLD_HEARING(Role.LEGAL_REVIEWER, "HearingHeld"),
    /** The subject takes its request back or stays away: it may still make its statement. */
    DROP_HEARING(Role.DETERMINER, "HearingDropped"),
    CLOSE_STATEMENT(Role.DETERMINER, "StatementClosed"),
    GIVE_PUBLIC_NOTICE(Role.DETERMINER, "PublicNoticeGiven"),
    /** Somebody objects during the public notice and is answered. */
    ANSWER_OBJECTION(Role.DETERMINER, "PublicObjectionAnswered"),
    REVIEW(Role.LEGAL_REVIEWER, "DeterminationReviewed"),
    REFUSE_REVIEW(Role.LEGAL_REVIEWER, "DeterminationRefusedInReview"),
    DECIDE(Role.DECIDER, "DeterminationDecided"),
    REJECT(Role.DECIDER, "DeterminationRejected"),
    SERVE(Role.DETERMINER, "DecisionServed"),
    PUBLISH(Role.DETERMINER, "DeterminationPublished"),
    WITHDRAW(Role.DETERMINER, "DeterminationWithdrawn"),
    /** The subject of an incentive list refuses it. */
    DECLINE(Role.DETERMINER, "DeterminationDeclined"),
    /** Carried out by the platform, never by an officer. */
    LAPSE(Role.DETERMINER, "DeterminationLapsed");

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

    /** Whether it follows from another act or from a fact, and no officer takes it as such. */
    public boolean automatic() {
        return this == BLOCK || this == LAPSE;
    }

    /** Whether it leads on towards the listing, and does not break off. */
    public boolean leadsOn() {
        return switch (this) {
            case BLOCK, DROP_HEARING, ANSWER_OBJECTION, REFUSE_REVIEW, REJECT, WITHDRAW, DECLINE, LAPSE -> false;
            case PROPOSE,
                    CROSS_CHECK,
                    GIVE_NOTICE,
                    REQUEST_HEARING,
                    CALL_HEARING,
                    HOLD_HEARING,
                    CLOSE_STATEMENT,
                    GIVE_PUBLIC_NOTICE,
                    REVIEW,
                    DECIDE,
                    SERVE,
                    PUBLISH -> true;
        };
    }
}
