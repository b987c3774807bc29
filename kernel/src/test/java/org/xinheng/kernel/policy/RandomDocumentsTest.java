package org.xinheng.kernel.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever irregularities meet, no character of a document is lost and no other failure shows than a refusal. */
class RandomDocumentsTest {

    private static final int DOCUMENTS = 1_000;

    private static final List<String> UNITS = List.of(
            "市发改委", "市发改委(市信用办)", "市财政局", "市文广和旅游局", "人民银行某市中心支行", "市相关部门", "各县（区）人民政府", "各辖市、区人民政府", "团市委", "市法院");
    private static final List<String> SENTENCES = List.of(
            "建立健全机制。",
            "各单位按月登记，2020年年底前完成。",
            "完善“红黑名单”制度（含试点）。",
            "重点包括:一是甲；二是乙。",
            "根据《办法》（某政发〔2018〕77号）执行",
            "1.5亿元",
            "自作出决定之日起7个工作日内公示。",
            "推进A/B类、C类\t分级。");
    private static final List<String> ODD_LINES = List.of(
            "",
            "— 3 —",
            "7",
            "【打印】【关闭】",
            "发布机构：某中心",
            "附件",
            "附件2",
            "附件3：某市分工",
            "附件：1.甲\n2.乙",
            "某信用办〔2020〕1号",
            "某市信用办公室",
            "2020年5月6日",
            "关于印发分工的通知",
            "市各有关部门：",
            "序号\n任务\n责任单位",
            "\t序号\n\t重点人群\n\t牵头单位",
            "序号 工作任务 责任单位",
            "1\n公务员\n市委组织部\n2\n律师\n市司法局\n3\n教师\n市教育局",
            "1\t甲。\t市财政局",
            "三、保障措施\n一是甲。\n二是乙。",
            "））（（",
            "责任单位：",
            "配合单位：市财政局",
            "\uFEFF\u200B",
            "A line of English.",
            "𠮷野家");

    private final Random random = new Random(20261126);

    @Test
    void noCharacterOfAThousandDocumentsIsLost() {
        for (int i = 0; i < DOCUMENTS; i++) {
            var text = document();

            var document = Documents.read(text);

            var difference = Documents.difference(text, document);
            assertThat(difference).as("%d: %s of %s", i, difference, text).isEmpty();
        }
    }

    private String document() {
        var text = new StringBuilder("某信用办〔2020〕1号\n关于印发任务分工的通知\n");
        int chapter = 0;
        for (int line = 1 + random.nextInt(25); line > 0; line--) {
            var next = switch (random.nextInt(8)) {
                case 0 -> "一二三四五六七八九十".charAt(chapter++ % 10) + "、" + "推进建设";
                case 1 -> "（" + "一二三四五".charAt(random.nextInt(5)) + "）" + words();
                case 2, 3, 4 -> random.nextInt(30) + pick(List.of(".", "、", ". ", "．", "")) + words() + bracket();
                case 5 -> words();
                default -> pick(ODD_LINES);
            };
            text.append(next.isEmpty() || random.nextInt(4) > 0 ? next : cut(next));
            text.append(pick(List.of("\n", "\n\n", "\r\n", " ", "")));
        }
        return text.toString();
    }

    private String words() {
        var words = new StringBuilder();
        for (int i = random.nextInt(4); i >= 0; i--) {
            words.append(pick(SENTENCES));
        }
        return words.toString();
    }

    private String bracket() {
        var units = new StringBuilder(pick(List.of("责任单位：", "牵头单位:", "", "配合单位", "责 任单位：")));
        for (int i = random.nextInt(4); i >= 0; i--) {
            units.append(pick(UNITS)).append(pick(List.of("、", "，", "和", " ", "等", "牵头，")));
        }
        units.append(pick(List.of("", "等", "按职责分工负责", "具体分工见附表", "配合单位：市财政局")));
        return pick(List.of("（", "(", "【", "", "〔")) + units + pick(List.of("）", ")", "】", "", "））"));
    }

    /** A page, or a blank, in the middle. */
    private String cut(String line) {
        int at = line.offsetByCodePoints(0, random.nextInt(line.codePointCount(0, line.length())));
        return line.substring(0, at)
                + pick(List.of("\n", "\n\n- 2 -\n\n", " ", "\u00A0", "\u2002", "\u3000"))
                + line.substring(at);
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }
}
