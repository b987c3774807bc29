package org.xinheng.kernel.pack;

/** 强制性措施, 推荐性措施. */
public enum Nature {
    MANDATORY,
    RECOMMENDED
}
