package org.xinheng.platform.intake;

import org.xinheng.platform.record.RecordState;

/** Why an agency takes a record of its own back. */
public enum WithdrawalCause {
    /** There is no such decision, or it was never meant to be reported. */
    REPORTED_BY_MISTAKE(RecordState.WITHDRAWN),
    /** Authority, document number, subject or day are wrong: the right record is reported anew. */
    WRONG_KEY(RecordState.WITHDRAWN),
    /** The law forbids to collect it. */
    NOT_TO_COLLECT(RecordState.WITHDRAWN),
    /** The decision was revoked, or found unlawful or void: it was never in force. */
    DECISION_ANNULLED(RecordState.ANNULLED);

    private final RecordState state;

    WithdrawalCause(RecordState state) {
        this.state = state;
    }

    RecordState state() {
        return state;
    }
}
