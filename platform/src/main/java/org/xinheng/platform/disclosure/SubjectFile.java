package org.xinheng.platform.disclosure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.kernel.pack.Label;
import org.xinheng.kernel.pack.SubjectKind;

/**
 * What is kept about one subject, as its reader may see it on a day as known at a moment (信用档案). For readers to whom
 * "no record", "ended", "contested" and "not identified" of a person are one, they are one and the same answer.
 *
 * @param asOf the day the answer is about
 * @param dataAsOf the moment it is known at; asked again for both, the answer is the same
 * @param packRelease the rules it was read by
 */
public record SubjectFile(
        Whom subject,
        LocalDate asOf,
        Instant dataAsOf,
        List<ShownRecord> records,
        List<ShownListing> listings,
        List<Happening> timeline,
        String packRelease) {

    /**
     * Whom it is about.
     *
     * @param id of a person or sole trader an opaque value that says nothing about whether anything is kept
     * @param code null for persons and sole traders
     * @param name of persons and sole traders masked
     */
    public record Whom(UUID id, SubjectKind kind, @Nullable String code, String name) {}

    /**
     * One thing that happened, in the one order.
     *
     * @param type stable name of the fact
     * @param reference the record or listing it is about
     * @param title name of the item or list; null where the thing is neither
     * @param by the actor's agency; null where it was the platform, the subject, or is not for this reader
     */
    public record Happening(
            Instant at,
            String type,
            UUID reference,
            @Nullable Label title,
            @Nullable String by) {}
}
