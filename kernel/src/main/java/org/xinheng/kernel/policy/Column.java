package org.xinheng.kernel.policy;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a column of a table of tasks or of groups holds, told by its head. */
enum Column {
    NUMBER("序号|编号|项次|序|号|No\\.?|NO\\.?"),
    LEAD(".{0,6}(?:牵头|主办|主责)(?:责任|负责)?(?:单位|部门|科室|处室)?"),
    COOPERATING(".{0,6}(?:配合|协办|协助|协同|参与|参加)(?:责任)?(?:单位|部门|科室|处室)?"),
    RESPONSIBLE(".{0,6}(?:责任|负责|主管|承办|实施|落实|执行|完成)(?:单位|部门|科室|处室|主体)|(?:责任)?分工(?:单位|部门)?|单位|部门|责任单位及分工"),
    DEADLINE(".{0,6}(?:时限|时间|期限|时间节点|进度|进度安排|时间进度)(?:要求|安排)?"),
    GROUP(".{0,8}(?:人群|人员|群体|职业|对象)(?:类别|名称|分类|范围)?"),
    CHAPTER(".{0,4}(?:类别|领域|分类|板块|方面|大类|类型|一级指标|章节)"),
    TASK("(?:.{0,6}(?:任务|内容|事项|举措|措施|要点|目标|要求|项目|工作|分解|职责)){1,2}(?:及要求|分解|清单|名称|内容)?"),
    REMARK("备注|说明|备考|依据");

    private static final int LONGEST = 14;

    private final Pattern head;

    Column(String head) {
        this.head = Pattern.compile("(?:" + head + ")(?:[（(].{1,12}[）)])?");
    }

    /** The column with this head. */
    static @Nullable Column headed(String bare) {
        if (bare.length() <= LONGEST + 14) {
            for (var column : values()) {
                if (column.head.matcher(bare).matches()) {
                    return column;
                }
            }
        }
        return null;
    }

    boolean holdsUnits() {
        return this == LEAD || this == COOPERATING || this == RESPONSIBLE;
    }

    boolean holdsWords() {
        return this == TASK || this == GROUP;
    }

    Role role() {
        return switch (this) {
            case LEAD -> Role.LEAD;
            case COOPERATING -> Role.COOPERATING;
            default -> Role.RESPONSIBLE;
        };
    }
}
