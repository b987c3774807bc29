package org.xinheng.platform.assessment;

import org.xinheng.platform.shared.Role;

/** What leads an assessment on: from where to where, by whom. The one table of the procedure. */
public enum AssessmentAct {
    SHOW(AssessmentState.DRAFT, AssessmentState.SHOWN, Role.CREDIT_OFFICE, "AssessmentShown"),
    /** Whoever decides wants it drafted anew, with a reason. */
    SEND_BACK(AssessmentState.SHOWN, AssessmentState.DRAFT, Role.DECIDER, "AssessmentSentBack"),
    DECIDE(AssessmentState.SHOWN, AssessmentState.DECIDED, Role.DECIDER, "AssessmentDecided"),
    PUBLISH(AssessmentState.DECIDED, AssessmentState.PUBLISHED, Role.CREDIT_OFFICE, "AssessmentPublished"),
    CLOSE(AssessmentState.PUBLISHED, AssessmentState.CLOSED, Role.CREDIT_OFFICE, "AssessmentClosed");

    private final AssessmentState from;
    private final AssessmentState to;
    private final Role role;
    private final String fact;

    AssessmentAct(AssessmentState from, AssessmentState to, Role role, String fact) {
        this.from = from;
        this.to = to;
        this.role = role;
        this.fact = fact;
    }

    public AssessmentState from() {
        return from;
    }

    public AssessmentState to() {
        return to;
    }

    public Role role() {
        return role;
    }

    /** Stable name of the fact it leaves in the order. */
    public String fact() {
        return fact;
    }

    /** Whether it takes another officer than the drafter (two pairs of eyes). */
    public boolean needsSecondOfficer() {
        return role == Role.DECIDER;
    }
}
