package org.xinheng.kernel.pack;

/** What became of conduct that documents name. Declared, never inferred. */
public enum Disposition {
    /** May lead to a serious list, by a determination or a list received. */
    LISTABLE,
    /** Stands in the record of the decision that found it, such as a penalty, and brings no list. */
    RECORDED,
    /** Named by a document without sufficient basis: shown with that document, without effect. */
    DORMANT,
    /** Xinheng does not take it in; stands with its reason. */
    REFUSED;

    /** Whether records may speak of it. */
    public boolean hasEffect() {
        return this == LISTABLE || this == RECORDED;
    }
}
