package org.xinheng.kernel.item;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.dhatim.fastexcel.Workbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.calendar.WorkingCalendar;
import org.xinheng.kernel.pack.Item;

/** Whatever comes in, the outcome is a count of rows or a refusal with a code, never another failure. */
class RandomFilesTest {

    private static final LocalDate RECEIVED = LocalDate.of(2026, 3, 2);
    private static final List<String> ODD_CELLS = List.of(
            "",
            " ",
            "无",
            "-",
            "'",
            "=\"\"",
            "=\"91320499MAXH00002T\"",
            "９１３２０４９９ＭＡＸＨ００００２Ｔ",
            "自然人",
            "个体工商户",
            "92320499MAXH00004",
            "身份证",
            "护照号",
            "E12345678",
            "2026-02-29",
            "2026/2/9",
            "2026年2月9日",
            "99999999",
            "2099-12-31",
            "长期",
            "0",
            "-0.0",
            "1e9",
            "1,000.5",
            ".",
            "9999999999999999999999",
            "罚款；警告",
            ";;",
            "元",
            "万元",
            "罚款.元",
            "𠮷野家",
            "\u0000",
            "\n\n",
            "320499199001010010",
            Penalty.ADULT,
            Penalty.MINOR,
            "〔2026〕",
            "[2026]号");

    private final Random random = new Random(20261122);
    private final Item penalties = Catalogue.item("administrative-penalty");

    @Test
    void everyRowOfAnyCellsIsCountedOnce() {
        for (int i = 0; i < 400; i++) {
            var rows = new Penalty[1 + random.nextInt(5)];
            for (int r = 0; r < rows.length; r++) {
                rows[r] = random.nextBoolean() ? Penalty.ofACompany() : Penalty.ofAPerson();
                for (int c = random.nextInt(6); c > 0; c--) {
                    var columns = rows[r].columns();
                    rows[r].set(
                            columns.get(random.nextInt(columns.size())),
                            ODD_CELLS.get(random.nextInt(ODD_CELLS.size())).replace("\u0000", "?"));
                }
            }

            var counts = Objects.requireNonNull(check(Penalty.csv(rows).getBytes(StandardCharsets.UTF_8)));

            assertThat(counts.rows())
                    .isEqualTo(rows.length)
                    .isEqualTo(counts.accepted() + counts.refused() + counts.duplicates());
            assertThat(counts.late()).isLessThanOrEqualTo(counts.accepted());
        }
    }

    @Test
    void damagedTextIsReadOrRefused() {
        for (var charset : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"))) {
            var whole = Penalty.csv(Penalty.ofACompany(), Penalty.ofAPerson()).getBytes(charset);
            int refusals = 0;
            for (int i = 0; i < 500; i++) {
                refusals += check(damaged(whole)) == null ? 1 : 0;
            }
            assertThat(refusals).isBetween(1, 499);
        }
    }

    @Test
    void aDamagedWorkbookIsReadOrRefused() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook(out, "test", "1.0")) {
            var sheet = workbook.newWorksheet("数据");
            var penalty = Penalty.ofACompany();
            for (int i = 0; i < penalty.columns().size(); i++) {
                sheet.value(0, i, penalty.columns().get(i));
                sheet.value(1, i, penalty.cells().get(i));
            }
        }
        var whole = out.toByteArray();

        int refusals = 0;
        for (int i = 0; i < 500; i++) {
            refusals += check(damaged(whole)) == null ? 1 : 0;
        }

        assertThat(refusals).isBetween(1, 499);
    }

    private byte[] damaged(byte[] whole) {
        var bytes = whole.clone();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    /** The counts, or null where the file was refused. */
    private FileCheck.@Nullable Counts check(byte[] bytes) {
        try {
            return FileCheck.check(
                    () -> new ByteArrayInputStream(bytes),
                    penalties,
                    WorkingCalendar.published(),
                    RECEIVED,
                    row -> assertThat(row.findings()).allSatisfy(RandomFilesTest::saidInBothLanguages));
        } catch (CreditException refusal) {
            assertThat(refusal.code()).isInstanceOf(FileError.class);
            return null;
        }
    }

    private static void saidInBothLanguages(Finding finding) {
        assertThat(finding.message()).matches("(?s).*\\p{IsHan}.*").doesNotContain("%s");
        assertThat(finding.english()).matches("(?s).*[a-z]{2,}.*").doesNotContain("%s", "。");
        assertThat(finding.said().en()).isEqualTo(finding.english());
    }
}
