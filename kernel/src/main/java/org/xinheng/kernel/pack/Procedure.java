package org.xinheng.kernel.pack;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a list demands of a determination (认定). Days are working days.
 *
 * @param statementDays time for the subject's statement after service of the prior notice
 * @param publicNoticeDays time the proposal stands in public before the decision; 0 = none
 * @param legalReview whether a legal review must stand before the decision
 * @param collectiveDecision whether the decision is taken by a meeting
 * @param hearing when the subject may ask to be heard in a hearing; null = no hearing
 * @param consultation when the public is asked about the list's rules before their first use; null = the rules are made
 *     by the law or document they rest on
 * @param responsible which persons of an organisation its decision may name; empty = nobody
 * @param candidates what records show somebody who may be proposed for an incentive list; empty = no candidates
 */
public record Procedure(
        int statementDays,
        int publicNoticeDays,
        boolean legalReview,
        boolean collectiveDecision,
        @Nullable Hearing hearing,
        @Nullable Consultation consultation,
        List<ResponsibleRole> responsible,
        List<RecordCondition> candidates) {

    /**
     * A hearing (听证) on request.
     *
     * @param requestDays time to ask for it after service of the prior notice
     * @param noticeDays time between the service of its time and place and the hearing itself
     */
    public record Hearing(int requestDays, int noticeDays) {}

    /** Public consultation (公开征求意见) on the list's rules: {@code days} is how long it stays open at least. */
    public record Consultation(int days) {}

    public Procedure(int statementDays, int publicNoticeDays, boolean legalReview, boolean collectiveDecision) {
        this(statementDays, publicNoticeDays, legalReview, collectiveDecision, null, null, List.of(), List.of());
    }
}
