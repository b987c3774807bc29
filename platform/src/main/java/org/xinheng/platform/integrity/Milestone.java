package org.xinheng.platform.integrity;

import java.util.Arrays;
import java.util.List;

/**
 * Steps on the way of a promise that its field asks to see: a subsidy is reviewed, made public and inspected; of a PPP project
 * its five stages are traced back. The words are those of the task divisions and of the projects' own practice, no law is cited.
 */
public enum Milestone {
    /** 专家评审. */
    REVIEW(PromiseField.SUBSIDY),
    /** 公示. */
    PUBLICITY(PromiseField.SUBSIDY),
    /** 监督检查. */
    INSPECTION(PromiseField.SUBSIDY),
    /** 项目识别. */
    IDENTIFICATION(PromiseField.PPP),
    /** 项目准备. */
    PREPARATION(PromiseField.PPP),
    /** 项目采购. */
    PROCUREMENT(PromiseField.PPP),
    /** 项目执行. */
    EXECUTION(PromiseField.PPP),
    /** 项目移交. */
    TRANSFER(PromiseField.PPP);

    private final PromiseField field;

    Milestone(PromiseField field) {
        this.field = field;
    }

    public PromiseField field() {
        return field;
    }

    /** Those of a field, in their order; empty where it has none. */
    public static List<Milestone> of(PromiseField field) {
        return Arrays.stream(values())
                .filter(milestone -> milestone.field == field)
                .toList();
    }
}
