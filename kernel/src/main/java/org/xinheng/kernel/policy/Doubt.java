package org.xinheng.kernel.policy;

/**
 * A place somebody should look at.
 *
 * @param excerpt what stands there, cut where it is long
 */
public record Doubt(Kind kind, int line, String excerpt) {

    private static final int LONGEST = 40;

    public Doubt {
        excerpt = excerpt.length() > LONGEST ? excerpt.substring(0, LONGEST) + "…" : excerpt;
    }

    /** Why it should be looked at. */
    public enum Kind {
        NO_TASKS(true, "没有读出任何任务", "no task was found"),
        TASK_WITHOUT_UNITS(true, "任务没有读出单位", "a task without units"),
        UNITS_NOT_CLOSED(true, "单位括号没有闭合", "the bracket of the units is not closed"),
        UNITS_IN_SEVERAL_PLACES(true, "一项任务里有几处单位，只取最后一处", "units in several places, the last were taken"),
        UNIT_UNLIKELY(true, "不像单位名称", "does not look like a unit"),
        ROLE_NOT_PRINTED(true, "没有写明是牵头、配合还是责任单位，按责任单位处理", "no role is printed, taken for responsible"),
        SEVERAL_DEADLINES(true, "一项任务有几个期限，只取第一个", "several deadlines, the first was taken"),
        UNREAD(true, "读不出属于哪里，按段落保留", "fits nowhere, kept as a paragraph"),
        BREAKS_OFF(true, "文件似乎在这里中断", "the document seems to break off here"),
        NUMBER_SKIPPED(false, "序号不连续", "the numbers skip"),
        NUMBER_REPEATED(false, "序号重复", "a number stands twice");

        private final boolean open;
        private final String chinese;
        private final String english;

        Kind(boolean open, String chinese, String english) {
            this.open = open;
            this.chinese = chinese;
            this.english = english;
        }

        /** Whether the result may be wrong there; otherwise only the document is odd. */
        public boolean isOpen() {
            return open;
        }
    }

    public String chinese() {
        return kind.chinese + "：" + excerpt;
    }

    public String english() {
        return kind.english + ": " + excerpt;
    }
}
