package org.xinheng.platform.assessment;

import org.xinheng.kernel.ErrorCode;

/** Refusals of assessments. */
public enum AssessmentError implements ErrorCode {
    /** Also while it is not the asker's to see. */
    ASSESSMENT_NOT_FOUND(Kind.MISSING),
    /** The rules in force have none for the year. */
    ASSESSMENT_SCHEME_NOT_FOUND(Kind.MISSING),
    /** The year was drafted already; a closed one is opened again with a reason. */
    ASSESSMENT_EXISTS(Kind.CONFLICT),
    /** The step does not follow from where it stands. */
    ASSESSMENT_STEP_SKIPPED(Kind.CONFLICT),
    /** Two pairs of eyes. */
    ASSESSMENT_SECOND_OFFICER_NEEDED(Kind.FORBIDDEN),
    /** Nobody is shown a year that still runs. */
    ASSESSMENT_YEAR_NOT_OVER(Kind.REFUSED),
    /** Agencies may still contest. */
    ASSESSMENT_STILL_CONTESTABLE(Kind.REFUSED),
    /** A contest waits for its answer. */
    ASSESSMENT_CONTEST_OPEN(Kind.REFUSED),
    /** The days to contest are over. */
    ASSESSMENT_CONTEST_TOO_LATE(Kind.REFUSED),
    /** The agency contests it already. */
    ASSESSMENT_CONTESTED_ALREADY(Kind.CONFLICT),
    ASSESSMENT_CONTEST_NOT_FOUND(Kind.MISSING),
    /** Not among what the agency was given. */
    ASSESSMENT_ITEM_NOT_FOUND(Kind.MISSING),
    /** Points are from nothing to the most of their item. */
    ASSESSMENT_POINTS_OUT_OF_RANGE(Kind.INVALID),
    /** Points by hand, contests and answers say why; points by hand with evidence. */
    ASSESSMENT_REASON_MISSING(Kind.INVALID);

    private final Kind kind;

    AssessmentError(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
