package org.xinheng.platform.integrity;

/** The five steps of a major administrative decision (重大行政决策), as the task division of 常州 2019 names them. */
public enum DecisionStep {
    /** 公众参与. */
    PUBLIC_PARTICIPATION,
    /** 专家论证. */
    EXPERT_REVIEW,
    /** 风险评估. */
    RISK_ASSESSMENT,
    /** 合法性审查. */
    LEGALITY_REVIEW,
    /** 集体讨论决定. */
    COLLECTIVE_DISCUSSION
}
