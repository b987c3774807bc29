package org.xinheng.kernel.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;

class ReissueTest {

    @Test
    void aTaskIssuedAgainIsTheSameTaskWhateverItsUnitsAreCalledNow() {
        var earlier = Documents.read("""
                重点任务分工表
                1.建立信用修复机制。明确惩戒期限，规范修复流程。（牵头单位：市经信委（市信用办））
                2.加强行政性约束。从严审核项目，限制参与交易活动。（责任单位：市工商局）
                3.加强宣传教育。宣传诚信理念。（责任单位：市委宣传部）
                """);
        var later = Documents.read("""
                重点任务分工表
                一、个人诚信
                1.建立信用修复机制。制定异议处理制度，畅通投诉渠道。（牵头单位：市发改委）
                二、联合奖惩
                1.加强行政性约束。（责任单位：市市场监督管理局）
                2.建立信用修复机制。明确惩戒期限，规范修复流程。（牵头单位：市发改委（市信用办））
                """);

        var reissues = Reissue.between(earlier, later);

        assertThat(reissues)
                .extracting(
                        pair -> pair.earlier().line(),
                        pair -> pair.later().line(),
                        pair -> pair.fuller().line())
                .containsExactly(tuple(3, 5, 3), tuple(2, 6, 6));
    }

    @Test
    void twoTasksWithOneTitleAreTwoTasks() {
        var one = Documents.read("任务分工表\n1.完善评价体系。制定评价标准，推动信用互评。（责任单位：市商务局）");
        var other = Documents.read("任务分工表\n1.完善评价体系。支持第三方评价，建立综合机制。（责任单位：市商务局）");

        assertThat(Reissue.between(one, other)).isEmpty();
    }
}
