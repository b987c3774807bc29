package org.xinheng.bench;

import java.util.random.RandomGenerator;

/** Divisions of tasks made up for measuring; no two tasks say the same. */
final class Divisions {

    private static final String[] UNITS = {"市市场监管局", "市住建局", "市财政局", "市税务局", "市人社局", "市交通局", "市各有关部门"};
    private static final String[] DOES = {"归集", "核查", "公示", "修复", "培训", "监测", "通报"};

    private Divisions() {}

    /** A notice with chapters of ten tasks each, units in the last bracket, every third with a deadline. */
    static String document(int number, int tasks, RandomGenerator random) {
        var text = new StringBuilder(
                "关于印发第" + number + "号量测任务分工的通知\n量测办〔2026〕" + number + "号\n各有关单位：\n现将任务分工印发给你们，请认真贯彻执行。\n\n");
        for (int i = 1; i <= tasks; i++) {
            if (i % 10 == 1) {
                text.append("（%s）第%d章工作\n".formatted("一二三四五六七八九十".charAt(i / 10 % 10), i / 10 + 1));
            }
            text.append(i).append('.');
            text.append("做好第%d号文件第%d项%s工作。".formatted(number, i, pick(DOES, random)));
            for (int s = 0; s < 3; s++) {
                text.append("围绕事项%d-%d-%d，由经办人员按月%s并留存材料，做到底数清、情况明、数据准。"
                        .formatted(number, i, random.nextInt(1_000_000), pick(DOES, random)));
            }
            if (i % 3 == 0) {
                text.append("2026年12月%d日前完成。".formatted(1 + random.nextInt(30)));
            }
            text.append("（牵头单位：%s，配合单位：%s、%s）\n"
                    .formatted(i % 4 == 0 ? "市各有关部门" : pick(UNITS, random), pick(UNITS, random), pick(UNITS, random)));
        }
        return text.toString();
    }

    private static String pick(String[] from, RandomGenerator random) {
        return from[random.nextInt(from.length)];
    }
}
