package org.xinheng.platform.disclosure;

/** For whom something is shown (受众). What each may see is decided in {@link Projection} and nowhere else. */
public enum Audience {
    /** Everybody: what is published and in force, open columns only. */
    PUBLIC,
    /** A bank, an association, a medium: of organisations what everybody sees, of persons nothing without consent. */
    GUEST,
    /** A department or its business system: what is in force; what is contested or has ended is absent. */
    DEPARTMENT,
    /** The credit office: also what has ended or is contested. */
    CREDIT_OFFICE,
    /** An auditor: the same. */
    AUDITOR,
    /** The one it is about: all of it. */
    SUBJECT,
    /** The agency that decided, about its own decision: all of it, free text as it was written. */
    SOURCE;

    /** Sees only what everybody may see. */
    boolean outside() {
        return this == PUBLIC || this == GUEST;
    }

    /** Told apart from those to whom ended, contested and never recorded are one and the same answer. */
    boolean seesWhatStandsStill() {
        return this == CREDIT_OFFICE || this == AUDITOR || this == SUBJECT || this == SOURCE;
    }

    /** Sees names and codes of persons unmasked, as far as they are stored at all. */
    boolean seesNames() {
        return this == SUBJECT || this == SOURCE;
    }
}
