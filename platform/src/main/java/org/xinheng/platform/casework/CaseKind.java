package org.xinheng.platform.casework;

/** What has to be done in a case. */
public enum CaseKind {
    DETERMINATION_CROSS_CHECK,
    DETERMINATION_NOTICE,
    DETERMINATION_STATEMENT,
    DETERMINATION_PUBLIC_NOTICE,
    DETERMINATION_REVIEW,
    DETERMINATION_DECISION,
    DETERMINATION_SERVICE,
    DETERMINATION_PUBLICATION,
    /** A subject of an incentive list is proposed for, or entered in, a serious list: its owner has to look. */
    INCENTIVE_CONFLICT,
    /** A received listing does not attest service: the credit office tells the subject itself. */
    RECEIVED_LISTING_NOTICE,
    LISTING_END_DECISION,
    /** Rows or a record were sent back to their agency, to be mended by the due day. */
    RETURN_TO_MEND,
    /** The agency answered a return: the credit office looks. */
    RETURN_TO_SETTLE,
    /** A colleague wants to take a record back: another decides. */
    RECORD_WITHDRAWAL
}
