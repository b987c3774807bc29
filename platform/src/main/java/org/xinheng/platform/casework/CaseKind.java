package org.xinheng.platform.casework;

/** What has to be done in a case. */
public enum CaseKind {
    DETERMINATION_CROSS_CHECK,
    DETERMINATION_NOTICE,
    DETERMINATION_STATEMENT,
    DETERMINATION_HEARING,
    DETERMINATION_PUBLIC_NOTICE,
    DETERMINATION_REVIEW,
    DETERMINATION_DECISION,
    DETERMINATION_SERVICE,
    DETERMINATION_PUBLICATION,
    /** A subject of an incentive list is proposed for, or entered in, a serious list: its owner has to look. */
    INCENTIVE_CONFLICT,
    /** A received listing does not attest service: the credit office tells the subject itself. */
    RECEIVED_LISTING_NOTICE,
    LISTING_END_DECISION,
    /** The rules of a list wait for the end of their consultation, or for another officer to publish them. */
    LIST_RULES,
    /** A change to who or what a subject is waits for another officer. */
    SUBJECT_AMENDMENT,
    /** An agency is asked to act because of a listing (联合奖惩响应). */
    JOINT_ACTION_RESPONSE,
    /** It took a joint action on and has to carry it out. */
    JOINT_ACTION_EXECUTION,
    /** It carried a joint action out and has to say what came of it. */
    JOINT_ACTION_FEEDBACK,
    /** The credit office reminded it of a joint action that is late (催办). */
    JOINT_ACTION_CHASED,
    /** Somebody it honoured was entered in a serious list: whether the honour stays is for the awarding agency. */
    HONOUR_REVIEW,
    /** A measure is executed outside the city: to be passed on (转送). */
    FORWARDING,
    /** What was passed on has ended: its recipient has to be told. */
    FORWARDING_WITHDRAWAL,
    /** Rows or a record were sent back to their agency, to be mended by the due day. */
    RETURN_TO_MEND,
    /** The agency answered a return: the credit office looks. */
    RETURN_TO_SETTLE,
    /** A colleague wants to take a record back: another decides. */
    RECORD_WITHDRAWAL,
    /** A promise of the agency has a last day (政府承诺). */
    GOVERNMENT_PROMISE,
    /** An agency says that it kept a promise: the credit office looks at the evidence. */
    GOVERNMENT_PROMISE_REVIEW,
    /** The court's feed brought a government body as a judgment defaulter: to be cleared. */
    GOVERNMENT_DEFAULTER,
    /** An agency has work to do for a policy document, by the due day (任务落实). */
    POLICY_TASK,
    /** It reported its work as done: the office looks at the evidence. */
    POLICY_REPORT_REVIEW,
    /** It asks for more time. */
    POLICY_EXTENSION,
    /** It asks the office something about a task. */
    POLICY_QUESTION,
    /** It is named in a circular (通报). */
    POLICY_CIRCULAR,
    /** A year's assessment is a draft: the credit office completes it and shows it. */
    ASSESSMENT_DRAFT,
    /** An agency is shown its assessment and may contest it by the due day. */
    ASSESSMENT_SHOWN,
    /** An agency contests its assessment: another officer than the drafter answers. */
    ASSESSMENT_CONTEST,
    /** An assessment waits for its decision by another officer. */
    ASSESSMENT_DECISION,
    /** A decided assessment waits to be published. */
    ASSESSMENT_PUBLICATION,
    /** A published assessment waits to be closed. */
    ASSESSMENT_CLOSING
}
