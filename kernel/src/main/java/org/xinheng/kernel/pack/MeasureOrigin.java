package org.xinheng.kernel.pack;

/** Whether a measure follows from the joint mechanism or is itself ordered by the decision or court. */
public enum MeasureOrigin {
    /** Stopped by an objection. */
    JOINT,
    /** What the decision or court order itself commands: annotated by an objection, not stopped. */
    OPERATIVE
}
