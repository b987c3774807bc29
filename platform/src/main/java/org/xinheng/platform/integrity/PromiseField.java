package org.xinheng.platform.integrity;

/** The field of government a promise belongs to (重点领域政务诚信). */
public enum PromiseField {
    POLICY_IMPLEMENTATION,
    SUBSIDY,
    PROCUREMENT,
    /** Cooperation of government and social capital (政府和社会资本合作). */
    PPP,
    INVESTMENT,
    LOCAL_DEBT,
    STATISTICS,
    OTHER
}
