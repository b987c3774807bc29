package org.xinheng.platform.integrity;

import java.util.Set;

/** What can happen to a promise, and after which state of it. The table is the rule. */
public enum PromiseStep {
    /** It was registered. */
    GIVEN(Set.of(), true),
    /** A step on its way was documented. */
    MILESTONE(Set.of(State.OPEN, State.REPORTED, State.KEPT), false),
    /** Its last day was moved in agreement with the counterparty, before it passed. */
    EXTENDED(Set.of(State.OPEN), false),
    /** The body says that it kept it, with evidence. */
    REPORTED(Set.of(State.OPEN), true),
    /** The credit office sent the evidence back. */
    RETURNED(Set.of(State.REPORTED), true),
    /** The credit office accepted the evidence. */
    KEPT(Set.of(State.REPORTED), true),
    /** The counterparty released it, or the law took it away. */
    RELEASED(Set.of(State.OPEN), true),
    /** A decision found that it was broken; it was sent in as a record about the body. */
    DEFAULT_RECORDED(Set.of(State.OPEN, State.KEPT, State.RELEASED), false);

    /** How far it has come; whether it is missed the clock says. */
    public enum State {
        OPEN,
        REPORTED,
        KEPT,
        RELEASED
    }

    private final Set<State> after;
    private final boolean moves;

    PromiseStep(Set<State> after, boolean moves) {
        this.after = after;
        this.moves = moves;
    }

    boolean mayFollow(State state) {
        return after.contains(state);
    }

    /** The state it leads to from {@code state}. */
    State to(State state) {
        if (!moves) {
            return state;
        }
        return switch (this) {
            case GIVEN, RETURNED -> State.OPEN;
            case REPORTED -> State.REPORTED;
            case KEPT -> State.KEPT;
            case RELEASED -> State.RELEASED;
            case MILESTONE, EXTENDED, DEFAULT_RECORDED -> state;
        };
    }
}
