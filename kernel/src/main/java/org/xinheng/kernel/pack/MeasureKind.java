package org.xinheng.kernel.pack;

/** An incentive (激励) or a restraint (约束). */
public enum MeasureKind {
    INCENTIVE,
    RESTRAINT
}
