package org.xinheng.platform.integrity;

/** How the case of a government body on the court's list is cleared. There is no other way. */
public enum Clearing {
    PAID,
    /** Settled between the parties (执行和解). */
    SETTLED,
    /** The court withdrew it. */
    WITHDRAWN_BY_COURT
}
