package org.xinheng.kernel.policy;

/** What a unit has to do with a task. */
public enum Role {
    /** 牵头单位. */
    LEAD,
    /** 配合单位. */
    COOPERATING,
    /** 责任单位, and whoever is 负责 without anybody leading. */
    RESPONSIBLE;

    /** The role a label or a verb names, such as 牵头单位 or 按职责分工负责. */
    static Role namedBy(String words) {
        if (words.contains("牵头") || words.contains("主办") || words.contains("主责")) {
            return LEAD;
        }
        return words.matches(".*(配合|协办|协助|协同|参与|参加).*") ? COOPERATING : RESPONSIBLE;
    }
}
