package org.xinheng.kernel.pack;

/** 红名单, 严重失信主体名单, 重点关注对象名单. */
public enum ListKind {
    INCENTIVE,
    SERIOUS,
    WATCH
}
