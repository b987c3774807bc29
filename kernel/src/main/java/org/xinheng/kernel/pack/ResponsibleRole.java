package org.xinheng.kernel.pack;

/** For what a decision about an organisation names a person: never for being a relative, owner or employee. */
public enum ResponsibleRole {
    /** 法定代表人. */
    LEGAL_REPRESENTATIVE,
    /** 主要负责人. */
    PRINCIPAL,
    /** 直接负责的主管人员. */
    DIRECTLY_IN_CHARGE,
    /** 其他直接责任人员. */
    DIRECTLY_RESPONSIBLE
}
