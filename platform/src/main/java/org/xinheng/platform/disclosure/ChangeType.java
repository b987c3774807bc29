package org.xinheng.platform.disclosure;

/** What a change means to its recipient (变更类型). */
public enum ChangeType {
    LISTING_ENTERED,
    /** For the source and the province only; to others every end looks like a suspension. */
    LISTING_ENDED(true),
    RECORD_PUBLISHED,
    RECORD_CORRECTED(true),
    /** Not to be used or shown any longer, whatever the reason. */
    RECORD_WITHDRAWN(true),
    /** What rests on the listing has no effect any longer, whatever the reason. */
    EFFECT_STOPPED(true),
    EFFECT_STARTED,
    /** Contested: for the source and the province only. */
    SUSPENDED(true),
    RESUMED;

    private final boolean withdraws;

    ChangeType() {
        this(false);
    }

    ChangeType(boolean withdraws) {
        this.withdraws = withdraws;
    }

    /** Whether the recipient has to acknowledge that it took it in. */
    public boolean withdraws() {
        return withdraws;
    }
}
