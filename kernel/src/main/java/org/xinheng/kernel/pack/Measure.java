package org.xinheng.kernel.pack;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule of what a listing means at a matter (奖惩措施).
 *
 * @param namedAs the words documents name it by
 * @param instruction what the officer is asked to do, one sentence
 * @param advisory the executor is no public body: a suggestion, never compelled
 * @param lists ids of the lists that bring it
 * @param matters ids of the matters it is prompted at
 * @param executors ids of the agencies that execute it
 * @param feedbackDays working days until the officer's feedback is due
 * @param fairCompetitionReview review number where it favours some competitors over others; null where it does not
 * @param favoursCompetitors whether it favours some competitors over others
 * @param honourPoints whether it gives extra points for honours
 * @param degrees degrees of untrustworthiness on a watch list at which it is brought; empty = at each
 * @param reason why it is dormant, forwarded or refused; null for an active one
 */
public record Measure(
        String id,
        Label label,
        List<String> namedAs,
        Label instruction,
        MeasureKind kind,
        Nature nature,
        MeasureOrigin origin,
        Family family,
        EntryState state,
        boolean advisory,
        List<String> lists,
        List<String> matters,
        List<Severity> degrees,
        List<SubjectKind> targets,
        List<String> executors,
        List<Basis> basis,
        int feedbackDays,
        boolean favoursCompetitors,
        @Nullable String fairCompetitionReview,
        boolean honourPoints,
        @Nullable Label reason,
        String source,
        boolean verified)
        implements PackEntry.Grounded, PackEntry.Named {

    /** Whether a listing of this degree brings it; {@code null} is a listing without one. */
    public boolean reaches(@Nullable Severity degree) {
        return degrees.isEmpty() || (degree != null && degrees.contains(degree));
    }
}
