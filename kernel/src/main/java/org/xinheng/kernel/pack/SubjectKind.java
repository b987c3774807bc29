package org.xinheng.kernel.pack;

/** What sort of subject (信用主体). A sole trader is protected like a person. */
public enum SubjectKind {
    ENTERPRISE,
    PUBLIC_INSTITUTION,
    SOCIAL_ORGANISATION,
    OTHER_ORGANISATION,
    GOVERNMENT_BODY,
    SOLE_TRADER,
    PERSON;

    /** Whether the subject is protected like a natural person. */
    public boolean personal() {
        return this == SOLE_TRADER || this == PERSON;
    }
}
