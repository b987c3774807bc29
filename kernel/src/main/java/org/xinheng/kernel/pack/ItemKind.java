package org.xinheng.kernel.pack;

/** How the platform treats the records of an item. */
public enum ItemKind {
    LICENCE,
    PENALTY,
    /** Makes a received listing. */
    LIST_ENTRY,
    HONOUR,
    COMMITMENT,
    /** Annuls an earlier record. */
    REVOCATION
}
