package org.xinheng.kernel.pack;

/**
 * What a list demands of a determination (认定). Days are working days.
 *
 * @param statementDays time for the subject's statement after service of the prior notice
 * @param publicNoticeDays time the proposal stands in public before the decision; 0 = none
 * @param legalReview whether a legal review must stand before the decision
 * @param collectiveDecision whether the decision is taken by a meeting
 */
public record Procedure(int statementDays, int publicNoticeDays, boolean legalReview, boolean collectiveDecision) {}
