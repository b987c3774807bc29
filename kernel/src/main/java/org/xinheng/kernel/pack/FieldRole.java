package org.xinheng.kernel.pack;

/** What the platform reads from a field, whatever its column is called. */
public enum FieldRole {
    SUBJECT_NAME,
    SUBJECT_CATEGORY,
    SUBJECT_CREDIT_CODE,
    SUBJECT_REGISTRATION,
    SUBJECT_ORGANISATION_CODE,
    SUBJECT_ID_TYPE,
    SUBJECT_ID_NUMBER,
    LEGAL_REPRESENTATIVE,
    DOCUMENT_NUMBER,
    DECIDED_ON,
    VALID_FROM,
    VALID_UNTIL,
    PUBLIC_UNTIL,
    AUTHORITY_NAME,
    AUTHORITY_CODE,
    SOURCE_NAME,
    SOURCE_CODE,
    /** Day of the conduct the decision is about; ages count on it. */
    CONDUCT_ON,
    /** Class of untrustworthiness (失信程度): MINOR, GENERAL, SERIOUS. */
    SEVERITY,
    PUBLIC,
    PUBLIC_BASIS,
    REPAIR_NOTICE_SERVED_ON,
    CATEGORY,
    CONTENT,
    FINE,
    CONFISCATION,
    /** Id or name of the list an entry is for. */
    LIST,
    SERVED_ON,
    /** Document number of the decision that is revoked. */
    REVOKED_DOCUMENT_NUMBER,
    REASON
}
