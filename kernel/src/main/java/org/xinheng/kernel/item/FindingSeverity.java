package org.xinheng.kernel.item;

/** What a finding does to its row. */
public enum FindingSeverity {
    /** The row is refused. */
    ERROR,
    /** The row is taken in. */
    WARNING
}
