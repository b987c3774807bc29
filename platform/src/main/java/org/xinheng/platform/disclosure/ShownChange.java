package org.xinheng.platform.disclosure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One change as its recipient may know it.
 *
 * @param cursor its place, to go on behind it and to acknowledge it
 * @param reference the record or listing; the same as in files and answers to checks
 * @param definition id of its item or list
 * @param until last day of what began, which then ends by the clock and without a further change; null where it says what
 *     is gone, and for what lasts until ended
 */
record ShownChange(
        String cursor,
        ChangeType type,
        SubjectFile.Whom subject,
        UUID reference,
        String definition,
        @Nullable LocalDate until,
        Instant occurredAt) {}
