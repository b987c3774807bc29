package org.xinheng.platform.record;

/** How a version of a record stands. Only {@code IN_FORCE} counts for anything. */
public enum RecordState {
    IN_FORCE,
    /** Taken back by its source. */
    WITHDRAWN,
    /** Ended by repair (信用修复); delivered again it stays so. */
    REPAIRED,
    /** The decision was annulled: it was never in force. */
    ANNULLED
}
