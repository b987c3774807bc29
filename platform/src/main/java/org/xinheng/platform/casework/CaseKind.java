package org.xinheng.platform.casework;

/** What has to be done in a case. */
public enum CaseKind {
    DETERMINATION_CROSS_CHECK,
    DETERMINATION_NOTICE,
    DETERMINATION_STATEMENT,
    DETERMINATION_HEARING,
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
    /** The rules of a list wait for the end of their consultation, or for another officer to publish them. */
    LIST_RULES,
    /** A change to who or what a subject is waits for another officer. */
    SUBJECT_AMENDMENT
}
