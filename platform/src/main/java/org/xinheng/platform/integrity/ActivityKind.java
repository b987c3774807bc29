package org.xinheng.platform.integrity;

/** Publicity and education (诚信教育宣传) by the kinds the cities' documents name. */
public enum ActivityKind {
    /** 媒体宣传. */
    MEDIA,
    /** 公务员诚信手册、课程. */
    CIVIL_SERVANTS,
    /** 道德讲堂. */
    MORAL_LECTURE,
    /** 放心消费创建. */
    TRUSTED_CONSUMPTION,
    /** 百城万店讲诚信. */
    HUNDRED_CITIES,
    /** 消费者权益日. */
    CONSUMER_RIGHTS_DAY,
    /** 食品安全宣传周. */
    FOOD_SAFETY_WEEK,
    /** 诚信活动周. */
    INTEGRITY_WEEK,
    /** 诚信兴商宣传月. */
    INTEGRITY_IN_TRADE_MONTH,
    /** 诚信建设万里行. */
    INTEGRITY_MARCH,
    /** 进机关. */
    TO_AGENCIES,
    /** 进企业. */
    TO_ENTERPRISES,
    /** 进学校. */
    TO_SCHOOLS,
    /** 进社区. */
    TO_COMMUNITIES,
    /** 信用知识普及读本. */
    READERS,
    /** 信用工作人员培训、考试. */
    STAFF_TRAINING,
    /** 主题演讲. */
    SPEECHES,
    /** 诚信征文. */
    ESSAYS,
    /** 知识竞赛. */
    QUIZ,
    /** 文艺作品. */
    ARTS,
    OTHER
}
