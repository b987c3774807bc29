package org.xinheng.kernel.identifier;

/** Why a code is not valid, in the order in which it is told when there are several reasons. */
public enum CodeReason {
    /** Nothing but blanks. */
    EMPTY,
    /** A filler that stands for "no code", such as 无, - or 00000000000000000X. */
    PLACEHOLDER,
    LENGTH,
    /** A character that cannot stand where it stands. */
    ALPHABET,
    /** Department or category that GB 32100 does not know. */
    REGISTERING_AUTHORITY,
    /** Division that begins with no province of GB/T 2260. */
    PROVINCE,
    /** No real date, in the future, or over 150 years ago. */
    DATE,
    CHECK_CHARACTER,
    /** Valid, but the 15-digit form that ended with 2012; compare by the normalised one. */
    SUPERSEDED_FORM
}
