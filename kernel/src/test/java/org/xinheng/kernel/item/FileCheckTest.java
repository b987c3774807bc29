package org.xinheng.kernel.item;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.xinheng.kernel.calendar.WorkingCalendar;
import org.xinheng.kernel.pack.Item;

class FileCheckTest {

    private static final LocalDate RECEIVED = LocalDate.of(2026, 3, 2);

    private final Item penalties = Catalogue.item("administrative-penalty");

    @Test
    void everyRowIsAcceptedRefusedOrADuplicate() {
        var checked = new ArrayList<CheckedRow>();
        var content = content(Penalty.csv(
                Penalty.ofACompany(),
                Penalty.ofACompany(),
                Penalty.ofACompany().set("处罚内容", "罚款2000元，限期改正。"),
                Penalty.ofACompany().set("违法事实", ""),
                Penalty.ofAPerson(),
                Penalty.ofAPerson(),
                Penalty.ofACompany().set("处罚决定日期", "2026-01-05")));

        var counts = FileCheck.check(content, penalties, WorkingCalendar.published(), RECEIVED, checked::add);

        assertThat(counts).isEqualTo(new FileCheck.Counts(7, 4, 1, 2, 1));
        assertThat(checked).extracting(CheckedRow::line).containsExactly(2, 3, 4, 5, 6, 7, 8);
        assertThat(checked.get(1)).isInstanceOfSatisfying(CheckedRow.Duplicate.class, row -> {
            assertThat(row.first()).isEqualTo(2);
            assertThat(row.findings()).extracting(Finding::rule).containsExactly(Rule.R8);
        });
        assertThat(checked.get(2)).isInstanceOf(CheckedRow.Accepted.class);
        assertThat(checked.get(2).findings()).extracting(Finding::rule).containsExactly(Rule.R8);
    }

    @Test
    void theSameNumberOfAnotherAuthorityIsAnotherDecision() {
        var content = content(
                Penalty.csv(Penalty.ofACompany(), Penalty.ofACompany().set("处罚机关统一社会信用代码", "11320499MAXH000023")));

        var checked = new ArrayList<CheckedRow>();
        FileCheck.check(content, penalties, WorkingCalendar.published(), RECEIVED, checked::add);

        assertThat(checked).hasSize(2).allMatch(CheckedRow.Accepted.class::isInstance);
    }

    @Test
    void aLicenceUntil2099HasNoEnd() {
        var licences = Catalogue.item("administrative-licence");
        var csv = """
                行政相对人名称,行政相对人类别,统一社会信用代码,法定代表人,行政许可决定文书名称,行政许可决定文书号,许可类别,许可内容,许可决定日期,有效期自,有效期至,许可机关,许可机关统一社会信用代码,数据来源单位,数据来源单位统一社会信用代码,当前状态
                常州星禾贸易有限公司,法人及非法人组织,91320499MAXH00002T,林晓禾,准予许可决定书,常许字〔2026〕3号,普通许可,食品经营,2026-02-27,2026-02-27,2099/12/31,常州星云区试验局,%1$s,常州星云区试验局,%1$s,1
                """.formatted(Penalty.publicBody());
        var checked = new ArrayList<CheckedRow>();

        FileCheck.check(content(csv), licences, WorkingCalendar.published(), RECEIVED, checked::add);

        assertThat(checked).singleElement().isInstanceOfSatisfying(CheckedRow.Accepted.class, row -> {
            assertThat(row.validUntil()).isNull();
            assertThat(row.values()).doesNotContainKey("validUntil").containsEntry("licenceCategory", "普通");
            assertThat(row.publishable()).isTrue();
        });
    }

    @Test
    void theFindingsFileOpensInASpreadsheet() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var file = new FindingsFile(out)) {
            file.write(new Finding(3, "处罚内容", Rule.R7, FindingSeverity.WARNING, "=1+1,\"x\"", "请核对。", "Please check."));
        }

        assertThat(out.toString(StandardCharsets.UTF_8).replace("\r\n", "\n")).isEqualTo("""
                        \uFEFFline,field,rule,severity,value,message,english
                        3,处罚内容,R7,WARNING,"'=1+1,""x\""",请核对。,Please check.
                        """);
    }

    @Test
    void theCorrectionFileHoldsTheRefusedRowsMaskedWithTheirReasons() throws IOException {
        var content = content(Penalty.csv(
                Penalty.ofACompany(),
                Penalty.ofAPerson().set("违法事实", "").set("备注", "=cmd|' /C calc'!A0"),
                Penalty.ofACompany().set("违法事实", "-").set("处罚内容", "证件" + Penalty.ADULT)));

        var rows = sheet(correction(content));

        assertThat(rows).hasSize(3);
        assertThat(rows.getFirst()).startsWith("行政相对人名称", "行政相对人类别").endsWith(CorrectionFile.REASONS);
        assertThat(rows.get(1).getFirst()).isEqualTo("周*");
        assertThat(rows.get(1)).anyMatch(cell -> cell.startsWith("'=cmd"));
        assertThat(rows.get(1).getLast()).contains("“违法事实”必须填写").contains("请重新填写");
        assertThat(rows.get(2).getLast()).contains("不能用“无”");
        assertThat(rows.toString()).doesNotContain(Penalty.ADULT, "周明远");
    }

    @Test
    void aMendedCorrectionFileIsAcceptedAsItIs() throws IOException {
        var content = content(Penalty.csv(Penalty.ofACompany().set("违法事实", "").set("备注", "@见附件")));
        var columns = Penalty.ofACompany().columns();
        var cells = new ArrayList<>(sheet(correction(content)).get(1));
        cells.set(columns.indexOf("违法事实"), "当事人未按规定公示年度报告。");
        cells.set(columns.indexOf("法定代表人"), "林晓禾");
        var mended = String.join(",", columns) + "," + CorrectionFile.REASONS + "\n"
                + cells.stream().map(cell -> "\"" + cell + "\"").collect(Collectors.joining(","));
        var checked = new ArrayList<CheckedRow>();

        FileCheck.check(content(mended), penalties, WorkingCalendar.published(), RECEIVED, checked::add);

        assertThat(checked)
                .singleElement()
                .isInstanceOfSatisfying(
                        CheckedRow.Accepted.class,
                        row -> assertThat(row.values()).containsEntry("remarks", "@见附件"));
    }

    @Test
    void everyTemplateIsReadAsAFileOfItsItem() throws IOException {
        for (var item : Catalogue.ITEMS.values()) {
            var out = new ByteArrayOutputStream();
            TemplateFile.write(out, item);
            var rows = new ArrayList<SourceRow>();

            var columns = new TableFile(() -> new ByteArrayInputStream(out.toByteArray()), item).read(rows::add);

            assertThat(rows).isEmpty();
            assertThat(columns.titles())
                    .containsExactlyElementsOf(item.fields().stream()
                            .map(field -> field.label().zh())
                            .toList());
        }
    }

    private byte[] correction(Content content) throws IOException {
        var checked = new ArrayList<CheckedRow>();
        FileCheck.check(content, penalties, WorkingCalendar.published(), RECEIVED, checked::add);
        Map<Integer, List<Finding>> refused = checked.stream()
                .filter(CheckedRow.Refused.class::isInstance)
                .collect(Collectors.toMap(CheckedRow::line, CheckedRow::findings));
        var out = new ByteArrayOutputStream();
        CorrectionFile.write(out, content, penalties, RECEIVED, refused);
        return out.toByteArray();
    }

    private static List<List<String>> sheet(byte[] bytes) throws IOException {
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
            var rows = new ArrayList<List<String>>();
            for (var row : workbook.getFirstSheet().read()) {
                var cells = new ArrayList<String>();
                for (int i = 0; i < row.getCellCount(); i++) {
                    cells.add(row.getCellText(i));
                }
                rows.add(cells);
            }
            return rows;
        }
    }

    private static Content content(String csv) {
        return () -> new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8));
    }
}
