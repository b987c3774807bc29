package org.xinheng.platform.listing;

import org.xinheng.kernel.ErrorCode;

/** Refusals about lists and listings. */
public enum ListingError implements ErrorCode {
    LIST_NOT_FOUND(Kind.MISSING),
    LISTING_NOT_FOUND(Kind.MISSING),
    /** Its decisions are made here: nobody sends them in. */
    LIST_NOT_RECEIVED(Kind.REFUSED),
    /** Its decisions are made elsewhere: nobody determines them here. */
    LIST_NOT_DETERMINED_HERE(Kind.REFUSED),
    /** The agency neither owns the list nor passes it on. */
    LIST_NOT_YOURS(Kind.FORBIDDEN),
    /** No document of the level the list needs is in force that day. */
    NO_BASIS_IN_FORCE(Kind.REFUSED),
    DETERMINATION_NOT_FOUND(Kind.MISSING),
    /** The list does not take such subjects. */
    SUBJECT_NOT_TARGETED(Kind.REFUSED),
    /** Somebody stands on the list, or is being determined for it, already. */
    ALREADY_LISTED(Kind.CONFLICT),
    /** A step that does not follow from where the determination stands. */
    STEP_SKIPPED(Kind.CONFLICT),
    /** The proposer neither reviews nor decides. */
    SECOND_OFFICER_NEEDED(Kind.FORBIDDEN),
    /** Under 18 at the conduct. */
    MINOR_AT_CONDUCT(Kind.REFUSED),
    /** No birth date is known, so nobody can say that the person was 18. */
    AGE_NOT_SHOWN(Kind.REFUSED),
    /** A decision without document number, facts, reasons, or the minutes the list asks for. */
    UNDOCUMENTED_DECISION(Kind.REFUSED),
    /** Another step without the words it is made of. */
    TEXT_MISSING(Kind.INVALID),
    /** No record in force, of this subject, decided by this agency, of a kind the list rests on. */
    EVIDENCE_MISSING(Kind.REFUSED),
    /** A serious list needs the name of the conduct it is for. */
    CONDUCT_MISSING(Kind.REFUSED),
    /** The pack does not tie this conduct to the list: it is not grave enough, or without sufficient basis. */
    CONDUCT_NOT_OF_LIST(Kind.REFUSED),
    /** A record about somebody else: nobody pays for another. */
    EVIDENCE_OF_ANOTHER(Kind.REFUSED),
    /** A seriously untrustworthy subject gets no incentive. */
    CROSS_CHECK_CONFLICT(Kind.REFUSED),
    /** A clock still runs. */
    TOO_EARLY(Kind.REFUSED),
    /** A day in the future, or before what it follows. */
    DAY_OUT_OF_ORDER(Kind.INVALID),
    /** The decision is served together with the notice of how to repair. */
    SERVICE_INCOMPLETE(Kind.REFUSED),
    /** No statute lets such a subject stand on the portal. */
    NOT_PUBLIC(Kind.REFUSED),
    LISTING_ENDED(Kind.CONFLICT),
    /** The list's definition knows no early exit. */
    NO_EARLY_EXIT(Kind.REFUSED),
    ENDING_NOT_OPEN(Kind.CONFLICT),
    /** The list's rules were not put to the public and published in this wording. */
    RULES_NOT_PUBLISHED(Kind.REFUSED),
    RULES_NOT_FOUND(Kind.MISSING),
    /** A consultation on the same list is open, or this wording is published already. */
    CONSULTATION_RUNNING(Kind.CONFLICT),
    /** The list's rules are made by the law or document they rest on: there is nothing to consult on. */
    CONSULTATION_NOT_NEEDED(Kind.CONFLICT),
    /** The time to ask for a hearing is over. */
    HEARING_TOO_LATE(Kind.REFUSED),
    /** The hearing is called for a day sooner than its notice allows, or was held before the day it was called for. */
    HEARING_TOO_SOON(Kind.REFUSED),
    /** A collective decision names those who took part, two at least. */
    PARTICIPANTS_MISSING(Kind.REFUSED),
    /** A watch list says how untrustworthy; no other list does. */
    DEGREE_MISSING(Kind.REFUSED),
    /** The list's definition lets its decisions name nobody, or not for this. */
    PERSONS_NOT_NAMED(Kind.REFUSED),
    /** The decision about the organisation does not name this person, or the organisation is not on the list. */
    NOT_NAMED_BY_DECISION(Kind.REFUSED),
    /** An early exit is asked for by the listed subject, in writing. */
    APPLICATION_MISSING(Kind.REFUSED),
    /** Only what a source sent in is removed by its source. */
    NOT_RECEIVED_FROM_SOURCE(Kind.REFUSED),
    /** The list's definition has no rule that finds candidates. */
    NO_CANDIDATES_RULE(Kind.REFUSED);

    private final Kind kind;

    ListingError(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
