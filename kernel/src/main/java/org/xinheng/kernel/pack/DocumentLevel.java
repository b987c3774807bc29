package org.xinheng.kernel.pack;

/** How high a document ranks (效力位阶). The order is that of the design's first promise. */
public enum DocumentLevel {
    LAW,
    ADMINISTRATIVE_REGULATION,
    /** Of the Party Central Committee or the State Council (党中央、国务院政策文件). */
    CENTRAL_POLICY,
    JUDICIAL_INTERPRETATION,
    /** In its own territory only (地方性法规). */
    LOCAL_REGULATION,
    DEPARTMENT_RULE,
    LOCAL_RULE,
    OTHER_DOCUMENT;

    /** Enough for a restraint or a serious list: one of the first five. */
    public boolean carriesRestraint() {
        return compareTo(LOCAL_REGULATION) <= 0;
    }
}
