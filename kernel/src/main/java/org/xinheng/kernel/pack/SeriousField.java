package org.xinheng.kernel.pack;

/** The four grave fields in which a serious list may exist (国办发〔2020〕49号). */
public enum SeriousField {
    HEALTH_AND_LIFE,
    FAIR_COMPETITION_AND_SOCIAL_ORDER,
    REFUSED_LEGAL_OBLIGATION,
    NATIONAL_DEFENCE
}
