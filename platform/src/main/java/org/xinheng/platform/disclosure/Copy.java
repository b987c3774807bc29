package org.xinheng.platform.disclosure;

import java.time.Instant;
import java.util.UUID;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.SubjectId;

/**
 * One copy that left (送出): what about whom went to whom, when and for what purpose. Never what it said.
 *
 * @param id of the delivery or the check
 * @param sentAt moment the answer was made durable, before it left
 * @param recipient the agency that received it
 * @param client account or client id that received it for the agency
 * @param purpose as the recipient stated it
 */
public record Copy(
        UUID id, SubjectId subject, Kind kind, Instant sentAt, AgencyId recipient, String client, String purpose) {

    /** What the copy is of. */
    public enum Kind {
        SUBJECT_FILE,
        /** A page of the feed of changes. */
        CHANGE,
        /** A page of what was in force when a recipient began. */
        SNAPSHOT,
        /** Entries of a list for a registered recipient. */
        BULK,
        CHECK
    }
}
