package org.xinheng.kernel.pack;

/** Whether a list or measure has effect. Declared, never inferred. */
public enum EntryState {
    ACTIVE,
    /** Named by a document without sufficient basis: shown with that document, never prompted. */
    DORMANT,
    /** The executor is outside the city: forwarded, never prompted. */
    FORWARDED,
    /** Xinheng does not do it; stands on the refusals page with its reason. */
    REFUSED
}
