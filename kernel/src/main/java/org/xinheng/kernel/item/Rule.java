package org.xinheng.kernel.item;

import org.xinheng.kernel.identifier.CodeReason;

/** What a finding rests on: one of the rules of dual publicity (双公示), or why a single value cannot be read. */
public enum Rule {
    /** Days lie between 1949 and the day of receipt. */
    R1,
    /** Periods begin with the decision and end after they begin. */
    R2,
    /** Credit codes of counterparty, authority and source are right. */
    R3,
    /** An authority's code is one of a public body. */
    R4,
    /** An organisation has a legal representative. */
    R5,
    /** A person has a valid certificate, is of age and stays unpublished. */
    R6,
    /** Amounts fit the kinds of penalty and their unit. */
    R7,
    /** The same decision stands in the file once. */
    R8,
    /** A document number has its year and 号. */
    R9,
    /** No fillers where something must be said. */
    R10,
    /** Received within the working days of the item. */
    R11,
    /** A revocation names a record that exists. */
    R12,
    EMPTY,
    PLACEHOLDER,
    LENGTH,
    /** Something that cannot stand in such a field. */
    ALPHABET,
    REGISTERING_AUTHORITY,
    PROVINCE,
    DATE,
    CHECK_CHARACTER;

    /** The rule of the same name; the superseded form is no fault. */
    static Rule of(CodeReason reason) {
        return reason == CodeReason.SUPERSEDED_FORM ? CHECK_CHARACTER : valueOf(reason.name());
    }
}
