package org.xinheng.kernel.identifier;

/** The kinds of code that can be told apart by their form. */
public enum CodeKind {
    /** Citizen identity number (公民身份号码). */
    CITIZEN_ID,
    /** Residence permit for Hong Kong, Macao and Taiwan residents (港澳台居民居住证). */
    RESIDENCE_PERMIT,
    /** Foreign permanent resident ID card (外国人永久居留身份证). */
    FOREIGN_RESIDENT_ID,
    /** Unified social credit code (统一社会信用代码). */
    USCC,
    /** Organisation code (组织机构代码). */
    ORGANISATION_CODE,
    /** Business registration number (工商注册号). */
    BUSINESS_REGISTRATION;

    /** Whether numbers of this kind belong to natural persons. */
    public boolean personal() {
        return this == CITIZEN_ID || this == RESIDENCE_PERMIT || this == FOREIGN_RESIDENT_ID;
    }
}
