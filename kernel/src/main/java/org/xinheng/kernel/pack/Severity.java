package org.xinheng.kernel.pack;

/** Class of untrustworthiness (失信程度): 轻微, 一般, 严重. */
public enum Severity {
    MINOR,
    GENERAL,
    SERIOUS
}
