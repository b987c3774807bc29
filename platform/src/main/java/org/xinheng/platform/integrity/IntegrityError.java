package org.xinheng.platform.integrity;

import org.xinheng.kernel.ErrorCode;

/** Refusals about the ledgers of government integrity. */
public enum IntegrityError implements ErrorCode {
    /** Something the entry needs is missing; the argument names it. */
    ENTRY_INCOMPLETE(Kind.INVALID),
    /** Longer than the ledger keeps; the argument names it. */
    ENTRY_TOO_LONG(Kind.INVALID),
    /** A day that has not come. */
    ENTRY_DAY_AHEAD(Kind.INVALID),
    /** A last day that lies before the day it is counted from. */
    ENTRY_DAYS_CROSSED(Kind.INVALID),
    ENTRY_NOT_FOUND(Kind.MISSING),
    /** Where the entry stands, this does not follow. */
    ENTRY_STEP_NOT_NEXT(Kind.CONFLICT),
    /** Who said it does not confirm it. */
    ENTRY_SECOND_PERSON(Kind.FORBIDDEN),
    /** This step of a major decision may not be left out. */
    DECISION_STEP_NEEDED(Kind.REFUSED),
    /** The counterparty of a promise is named by the code of an organisation only. */
    COUNTERPARTY_ORGANISATION_ONLY(Kind.INVALID),
    /** Only promises of published policies are shown to everyone. */
    PROMISE_NOT_PUBLIC(Kind.REFUSED),
    /** After its last day a promise is missed: no longer term changes that. */
    PROMISE_PAST_DUE(Kind.CONFLICT),
    /** It was kept in time, or its last day has not passed. */
    PROMISE_NOT_MISSED(Kind.CONFLICT),
    /** The step belongs to another field than the promise's. */
    MILESTONE_OF_OTHER_FIELD(Kind.INVALID),
    /** The named group of agencies is not in the rules. */
    GROUP_NOT_FOUND(Kind.MISSING),
    /** A round is closed once every body of its group has a score. */
    ROUND_NOT_COMPLETE(Kind.CONFLICT),
    /** Scores lie from 0 to 100. */
    SCORE_OUT_OF_RANGE(Kind.INVALID),
    /** The body is not in the group the round evaluates. */
    BODY_NOT_IN_ROUND(Kind.MISSING),
    /** A campaign rests on a document of the register that is in force here. */
    CAMPAIGN_WITHOUT_BASIS(Kind.REFUSED),
    /** A rule is an item of the catalogue, a count from 1 and months from 1 to 120. */
    CAMPAIGN_RULE_INVALID(Kind.INVALID),
    MATERIAL_MISSING(Kind.MISSING);

    private final Kind kind;

    IntegrityError(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
