package org.xinheng.platform.jointaction;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step of a task, as it was taken.
 *
 * @param actor account of whoever took it; the platform's own part where the clock or a listing did
 * @param said null where nothing was said, or where it was deleted
 */
public record TaskStep(
        int version,
        TaskState state,
        Instant takenAt,
        String actor,
        @Nullable Said said) {

    /**
     * What was said at a step; sealed under the task's own key.
     *
     * @param note what was done, or why it is not applicable
     * @param basis law and article, where a mandatory measure is said not to apply
     * @param evidence numbers or titles of papers
     */
    public record Said(@Nullable String note, @Nullable String basis, List<String> evidence) {

        public static final Said NOTHING = new Said(null, null, List.of());

        public static Said note(String note) {
            return new Said(note, null, List.of());
        }

        boolean silent() {
            return blank(note) && blank(basis) && evidence.isEmpty();
        }

        static boolean blank(@Nullable String text) {
            return text == null || text.isBlank();
        }
    }
}
