package org.xinheng.platform.integrity;

/** How such a case stands. It is closed when both are there: the court's list without it, and how it was cleared. */
public enum DefaulterState {
    /** On the court's list. */
    LISTED(true),
    /** Cleared by a document, and still on the court's list. */
    AWAITS_COURT(true),
    /** No longer on the court's list; how it was cleared is not documented. */
    AWAITS_DOCUMENT(true),
    CLOSED(false),
    /** The court annulled the entry: it was never in force and counts for nothing. */
    ANNULLED(false);

    private final boolean open;

    DefaulterState(boolean open) {
        this.open = open;
    }

    /** Whether it stands in the way to zero. */
    public boolean open() {
        return open;
    }
}
