package org.xinheng.platform.oversight;

/** What became of an imported document. */
public enum DocumentState {
    /** Read; an officer looks it through and corrects. */
    IN_REVIEW,
    /** Its tasks are in work. */
    CONFIRMED,
    /** It was no such document, or the wrong one. */
    DISCARDED
}
