package org.xinheng.platform.intake;

import static org.xinheng.platform.intake.HostileFile.counted;
import static org.xinheng.platform.intake.HostileFile.sentBack;
import static org.xinheng.platform.intake.HostileFile.taken;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.xinheng.platform.Synthetic;

/** Rows that a tired clerk, a careless export or somebody with bad intent puts into a good table. */
final class HostileRows {

    private HostileRows() {}

    private static Map<String, String> row(int n) {
        return Tables.penalty(6200 + n, "常市监罚字〔2026〕" + (6200 + n) + "号", "2026-11-18");
    }

    private static HostileFile.Maker with(int n, String column, String value) {
        return () -> Tables.csv(StandardCharsets.UTF_8, List.of(Tables.with(row(n), column, value)));
    }

    /** The cell as XML of a sheet. */
    private static HostileFile.Maker cell(int n, String column, String xml) {
        return () -> Archives.sheet(Archives.sheetXml(List.of(Tables.with(row(n), column, xml))));
    }

    private static HostileFile.Maker rows(List<Map<String, String>> rows) {
        return () -> Tables.csv(StandardCharsets.UTF_8, rows);
    }

    static List<HostileFile> all() {
        var files = new ArrayList<HostileFile>();
        files.addAll(formulas());
        files.addAll(days());
        files.addAll(amounts());
        files.addAll(codes());
        files.addAll(texts());
        files.addAll(people());
        files.addAll(others());
        return files;
    }

    private static List<HostileFile> formulas() {
        return List.of(
                taken("a command as a formula", with(1, "备注", "=cmd|' /C calc'!A0"), "备注|ALPHABET|WARNING"),
                taken(
                        "a formula that calls out",
                        with(2, "违法事实", "=HYPERLINK(\"http://x\",\"点我\")"),
                        "违法事实|ALPHABET|WARNING"),
                taken("signs that a spreadsheet takes for formulas", with(3, "备注", "@SUM(1+1)*cmd|' /C calc'!A0")),
                taken(
                        "a formula cell with its last result",
                        cell(4, "处罚内容", "<c t=\"str\"><f>\"罚款\"&amp;\"2000元\"</f><v>罚款2000元</v></c>")),
                taken("a formula cell without a result", cell(5, "备注", "<c><f>NOW()</f></c>"), "备注|ALPHABET|WARNING"),
                sentBack(
                        "a formula cell where a day should stand",
                        cell(6, "处罚决定日期", "<c><f>TODAY()</f></c>"),
                        "处罚决定日期|DATE|ERROR"),
                sentBack(
                        "a cell that shows an error",
                        cell(7, "罚款金额(万元)", "<c t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>"),
                        "罚款金额(万元)|ALPHABET|ERROR"));
    }

    private static List<HostileFile> days() {
        return List.of(
                taken("a day as the serial number of a sheet", cell(10, "处罚决定日期", "<c><v>46344</v></c>")),
                sentBack("a serial number as text", with(11, "处罚决定日期", "46344"), "处罚决定日期|DATE|ERROR"),
                sentBack("a day that no month has", with(12, "处罚决定日期", "2026-02-30"), "处罚决定日期|DATE|ERROR"),
                sentBack("a year of two digits", with(13, "处罚决定日期", "18/11/26"), "处罚决定日期|DATE|ERROR"),
                sentBack(
                        "a decision of tomorrow, by a clock that is ahead",
                        with(14, "处罚决定日期", "2026-11-24"),
                        "处罚决定日期|R1|ERROR"),
                sentBack("a decision of the year 1000", with(15, "处罚决定日期", "1000-01-01"), "处罚决定日期|R1|ERROR"),
                sentBack("conduct after today", with(16, "违法行为发生日期", "2027-01-01"), "违法行为发生日期|R1|ERROR"),
                taken("a day with the time behind it", with(17, "处罚决定日期", "2026-11-18 00:00:00")));
    }

    private static List<HostileFile> amounts() {
        return List.of(
                taken("yuan in a column of ten thousand yuan", with(20, "罚款金额(万元)", "2000"), "罚款金额(万元)|R7|WARNING"),
                sentBack("an amount with its unit", with(21, "罚款金额(万元)", "2000元"), "罚款金额(万元)|ALPHABET|ERROR"),
                sentBack("a negative amount", with(22, "罚款金额(万元)", "-0.2"), "罚款金额(万元)|R7|ERROR"),
                sentBack("an amount with an exponent", with(23, "罚款金额(万元)", "2E400"), "罚款金额(万元)|ALPHABET|ERROR"),
                sentBack(
                        "a number of four hundred million digits in a sheet",
                        cell(24, "罚款金额(万元)", "<c><v>1E400000000</v></c>"),
                        "罚款金额(万元)|ALPHABET|ERROR"),
                sentBack("an amount of thirty digits", with(25, "罚款金额(万元)", "9".repeat(30)), "罚款金额(万元)|ALPHABET|ERROR"),
                sentBack("a fine of nought", with(26, "罚款金额(万元)", "0"), "罚款金额(万元)|R7|ERROR"));
    }

    private static List<HostileFile> codes() {
        return List.of(
                sentBack("a code of noughts", with(30, "统一社会信用代码", "0".repeat(18)), "统一社会信用代码|R3|ERROR"),
                sentBack(
                        "the code that stands for no code",
                        with(37, "统一社会信用代码", "0".repeat(17) + "X"),
                        "统一社会信用代码|R10|ERROR"),
                sentBack(
                        "a code with one character wrong",
                        with(31, "统一社会信用代码", "91320499MAXH00002X"),
                        "统一社会信用代码|R3|ERROR"),
                sentBack(
                        "a code that a spreadsheet made a number",
                        with(32, "统一社会信用代码", "9.13205E+17"),
                        "统一社会信用代码|R3|ERROR"),
                sentBack(
                        "a code whose last digits a spreadsheet rounded",
                        with(33, "统一社会信用代码", "913204991234567000"),
                        "统一社会信用代码|R3|ERROR"),
                taken(
                        "a code of full width and small letters",
                        with(34, "统一社会信用代码", fullWidth(Synthetic.organisation(6234)))),
                taken("a code behind an apostrophe", with(35, "统一社会信用代码", "'" + Synthetic.organisation(6235))),
                sentBack("no code at all", with(36, "统一社会信用代码", ""), "统一社会信用代码|EMPTY|ERROR"));
    }

    private static String fullWidth(String code) {
        var wide = new StringBuilder();
        code.toLowerCase(Locale.ROOT).chars().forEach(c -> wide.append((char) (c + 0xFEE0)));
        return wide.toString();
    }

    private static List<HostileFile> texts() {
        return List.of(
                sentBack(
                        "ten thousand characters in a cell", with(40, "违法事实", "字".repeat(10_000)), "违法事实|LENGTH|ERROR"),
                taken("ten thousand characters in a column nobody asked for", with(41, "附件内容", "字".repeat(10_000))),
                sentBack("a word for nothing in a required field", with(42, "违法事实", "无"), "违法事实|R10|ERROR"),
                sentBack("somebody trying it out", with(43, "违法事实", "测试"), "违法事实|R10|ERROR"),
                sentBack("a kind that is not in the list", with(44, "处罚类别", "杖责"), "处罚类别|ALPHABET|ERROR"),
                taken(
                        "controls nobody sees",
                        with(45, "行政相对人名称", "天蚕\u0007商贸\u001B[31m有限公司"),
                        "行政相对人名称|ALPHABET|WARNING"),
                taken(
                        "a name written from right to left",
                        with(46, "行政相对人名称", "天蚕\u202E司公限有\u202C商贸"),
                        "行政相对人名称|ALPHABET|WARNING"),
                taken("characters outside the first plane", with(47, "行政相对人名称", "天蚕𠮷野🏭商贸有限公司")),
                taken("a cell of several lines", with(48, "违法事实", "第一行\r\n第二行\n第三行")),
                taken("quotes and commas in a cell", with(49, "违法事实", "他说\"不,行\",没有\"\"")),
                counted(
                        "a cell too many",
                        List.of(1, 0, 1, 0),
                        () -> {
                            var text = new String(
                                    Tables.csv(StandardCharsets.UTF_8, List.of(row(50))), StandardCharsets.UTF_8);
                            return (text.strip() + ",多出来的\r\n").getBytes(StandardCharsets.UTF_8);
                        },
                        "|LENGTH|ERROR"),
                counted(
                        "a row that stops in the middle",
                        List.of(1, 0, 1, 0),
                        () -> {
                            var text = new String(
                                    Tables.csv(StandardCharsets.UTF_8, List.of(row(51))), StandardCharsets.UTF_8);
                            return text.substring(0, text.indexOf("虚假宣传")).getBytes(StandardCharsets.UTF_8);
                        },
                        "违法行为类型|EMPTY|ERROR",
                        "处罚决定日期|EMPTY|ERROR"));
    }

    private static List<HostileFile> people() {
        var number = Synthetic.citizen(LocalDate.parse("1985-05-05"), 621);
        var wrong = number.substring(0, 17) + (number.endsWith("1") ? "2" : "1");
        return List.of(
                sentBack(
                        "a person's number with a digit wrong",
                        rows(List.of(Tables.personsPenalty(wrong, "韩秋白", "常市监罚字〔2026〕6260号", "2026-11-18"))),
                        "证件号码|R6|ERROR"),
                sentBack(
                        "a child",
                        rows(List.of(Tables.personsPenalty(
                                Synthetic.citizen(LocalDate.parse("2012-01-01"), 622),
                                "小何",
                                "常市监罚字〔2026〕6261号",
                                "2026-11-18"))),
                        "证件号码|R6|ERROR"),
                taken("a person's number in a text", with(62, "备注", "联系人" + number), "备注|R6|WARNING"));
    }

    private static List<HostileFile> others() {
        return List.of(
                sentBack("another agency's decision", with(70, "处罚机关", "常州市住房和城乡建设局"), "处罚机关|R3|ERROR"),
                sentBack("an agency nobody knows", with(71, "处罚机关", "某某市某某局"), "处罚机关|R3|ERROR"),
                counted(
                        "a row that stands twice",
                        List.of(2, 1, 0, 1),
                        rows(List.of(row(72), row(72))),
                        "行政处罚决定书文号|R8|WARNING"),
                counted(
                        "a decision that is said twice in two ways",
                        List.of(2, 2, 0, 0),
                        rows(List.of(row(73), Tables.with(row(73), "违法行为类型", "虚假广告"))),
                        "行政处罚决定书文号|R8|WARNING"),
                counted(
                        "a repetition of a row that was sent back",
                        List.of(2, 0, 2, 0),
                        rows(List.of(Tables.with(row(74), "处罚机关", "某某市某某局"), Tables.with(row(74), "处罚机关", "某某市某某局"))),
                        "行政处罚决定书文号|R8|ERROR"),
                counted(
                        "every row wrong in its own way",
                        List.of(3, 0, 3, 0),
                        rows(List.of(
                                Tables.with(row(75), "处罚决定日期", "昨天"),
                                Tables.with(row(76), "统一社会信用代码", "x"),
                                Tables.with(row(77), "处罚机关", "")))));
    }
}
