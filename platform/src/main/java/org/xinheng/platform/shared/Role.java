package org.xinheng.platform.shared;

/** What an account may do. */
public enum Role {
    /** Sends in records of its agency (报送). */
    REPORTER,
    /** Proposes and handles determinations (认定经办). */
    DETERMINER,
    /** Reviews determinations in law (法制审核). */
    LEGAL_REVIEWER,
    /** Decides determinations (认定决定). */
    DECIDER,
    /** Checks subjects at matters and feeds back (核查反馈). */
    CHECKER,
    /** The credit office: lists, reports, packs (信用办). */
    CREDIT_OFFICE,
    /**
     * A business system registered to receive unasked and in bulk what speaks against organisations (登记接收单位); every
     * copy stands in the ledger.
     */
    RECIPIENT,
    /** Reads the order of facts and asks about the past (审计). */
    AUDITOR,
    /** An organisation's own account. */
    ENTERPRISE,
    /** A citizen's own account. */
    CITIZEN
}
