package org.xinheng.platform.integrity;

/** In what a government body promised something. */
public enum PromiseKind {
    /** A published policy (政策承诺). */
    POLICY,
    /** A contract (合同). */
    CONTRACT,
    /** Another agreement, such as one to attract an investment (协议). */
    AGREEMENT
}
