package org.xinheng.platform.integrity;

/** What is written in the ledger of a government body on the court's list. */
public enum DefaulterStep {
    /** The court's feed brought it. */
    RECEIVED,
    /** What it owes and until when it is to be cleared, from the court's paper. */
    AMOUNT_AND_TERM,
    /** To which county it counts. */
    COUNTED_TO,
    /** Named in a circular (通报). */
    CIRCULATED,
    /** Its head was asked to an interview (约谈). */
    INTERVIEWED,
    /** How it was cleared, by which document. */
    CLEARED
}
