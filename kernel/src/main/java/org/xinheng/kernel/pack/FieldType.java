package org.xinheng.kernel.pack;

/** What a field of a catalogue item holds; decides how it is parsed, checked and protected. */
public enum FieldType {
    TEXT,
    DATE,
    /** Yuan in units of ten thousand (万元), up to six decimals. */
    AMOUNT_TEN_THOUSAND,
    /** One of the field's values. */
    CHOICE,
    /** Several of the field's values, separated by {@code ;}. */
    CHOICES,
    /** Unified social credit code. */
    CREDIT_CODE,
    ORGANISATION_CODE,
    BUSINESS_REGISTRATION,
    DOCUMENT_NUMBER,
    /** Name of a natural person other than the counterparty. */
    PERSON_NAME,
    /** Kind of certificate (证件类型). */
    ID_TYPE,
    /** Number of a personal certificate: leaves the row at the first parse, is never stored or shown in clear. */
    ID_NUMBER
}
