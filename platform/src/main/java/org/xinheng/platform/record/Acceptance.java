package org.xinheng.platform.record;

import org.xinheng.platform.shared.RecordId;

/** What became of a draft. */
public record Acceptance(RecordId record, Outcome outcome) {

    /** Duplicates and what stays ended change nothing. */
    public enum Outcome {
        NEW,
        /** Same key, other content: a new version. */
        CORRECTION,
        /** Same key, same content. */
        DUPLICATE,
        /** Same key as a record that was withdrawn, repaired or annulled: it stays so. */
        STAYS_ENDED
    }
}
