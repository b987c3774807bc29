package org.xinheng.kernel.pack;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an indicator may count: work that was due and how it was done, each fact on one day and of one agency. A closed
 * set, in which no punishment stands: whoever is measured by penalties, listings or restraints looks for more of them.
 *
 * <p>A part is counted on the day of its whole: of what fell due in a month, how much was done in time. Work that is not
 * due yet counts neither way.
 */
public enum CountedFact {
    /** Accepted rows of items that have a reporting clock, on the day of receipt. */
    CLOCKED_ROWS(null),
    /** Those received within it. */
    TIMELY_ROWS(CLOCKED_ROWS),
    /** Rows accepted or refused, on the day of receipt; repetitions are no fault of form and not among them. */
    EXAMINED_ROWS(null),
    /** Those accepted. */
    ACCEPTED_ROWS(EXAMINED_ROWS),
    /** Items an agency had to report in a month that is over and due (应报责任), on the month's last day. */
    REPORTING_DUTIES(null),
    /** Those it reported, or said there was nothing of. */
    COVERED_DUTIES(REPORTING_DUTIES),
    /** Decisions at a matter at which a check is due, on the day of decision. */
    CHECKS_DUE(null),
    /** Those with a check in the days before that the matter allows. */
    CHECKS_MADE(CHECKS_DUE),
    /** Prompts whose day of feedback is over, on that day; advisory ones are not among them. */
    PROMPTS_DUE(null),
    /** Those fed back, whatever was said: a prompt that was rightly not followed counts like one that was. */
    PROMPTS_FED_BACK(PROMPTS_DUE),
    /** Steps of joint-action tasks whose last day is over, on that day. */
    JOINT_ACTION_STEPS_DUE(null),
    /** Those done in time, also where the agency said that the task is not for it. */
    JOINT_ACTION_STEPS_ON_TIME(JOINT_ACTION_STEPS_DUE),
    /** Tasks of policy documents an agency leads, or cycles of them, whose deadline is over, on that day. */
    POLICY_TASKS_DUE(null),
    /** Those with accepted evidence by the deadline or its extension. */
    POLICY_TASKS_ON_TIME(POLICY_TASKS_DUE),
    /** Tasks to mend what a circular named (整改) whose limit is over, on that day. */
    RECTIFICATIONS_DUE(null),
    /** Those closed within it. */
    RECTIFICATIONS_ON_TIME(RECTIFICATIONS_DUE),
    /** Promises of government bodies (承诺) whose term is over, on its last day. */
    PROMISES_DUE(null),
    /** Those kept. */
    PROMISES_KEPT(PROMISES_DUE),
    /** Major decisions (重大行政决策) made, on the day of decision. */
    MAJOR_DECISIONS(null),
    /** Those with all five steps, each with document and date. */
    MAJOR_DECISIONS_IN_FIVE_STEPS(MAJOR_DECISIONS),
    /** Government bodies that were on the judgment-defaulter list in a month, on the first day of it they were. */
    GOVERNMENT_BODIES_DEFAULTING(null),
    /** Subjects found by a campaign (专项治理) whose limit is over, on that day. */
    CAMPAIGN_SUBJECTS_DUE(null),
    /** Those settled with evidence. */
    CAMPAIGN_SUBJECTS_SETTLED(CAMPAIGN_SUBJECTS_DUE),
    /** Activities of publicity and education held (宣传教育), on their day. */
    ACTIVITIES_HELD(null);

    private final @Nullable CountedFact whole;

    CountedFact(@Nullable CountedFact whole) {
        this.whole = whole;
    }

    /** Of what it is a part; empty where it is a whole itself. */
    public Optional<CountedFact> whole() {
        return Optional.ofNullable(whole);
    }
}
