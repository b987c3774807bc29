package org.xinheng.kernel.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.pack.Item;

class TableFileTest {

    private final Item penalties = Catalogue.item("administrative-penalty");
    private final int name = 0;
    private final int decidedOn = field("decidedOn");

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030"})
    void readsEitherCharset(String charset) {
        var rows = read(Penalty.csv(Penalty.ofACompany()).getBytes(Charset.forName(charset)));

        assertThat(rows)
                .singleElement()
                .satisfies(row -> assertThat(row.value(name)).isEqualTo("常州星禾贸易有限公司"));
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstTitle() {
        var csv = "\uFEFF" + Penalty.csv(Penalty.ofACompany());

        assertThat(read(csv.getBytes(StandardCharsets.UTF_8))).hasSize(1);
        assertThat(read(csv.getBytes(StandardCharsets.UTF_16LE))).hasSize(1);
    }

    @Test
    void aLateCharacterDecidesTheCharset() {
        var csv = Penalty.csv(Penalty.ofACompany().set("备注", "a".repeat(300_000) + "末"));

        var row = read(csv.getBytes(Charset.forName("GB18030"))).getFirst();

        assertThat(row.value(field("remarks"))).endsWith("a末");
    }

    @Test
    void aRecordCountsFromTheLineWhereItBegins() {
        var broken = Penalty.ofACompany().set("违法事实", "第一行\r\n第二行\n第三行");

        var rows = read(utf8(Penalty.csv(broken, Penalty.ofACompany())));

        assertThat(rows).extracting(SourceRow::line).containsExactly(2, 5);
    }

    @Test
    void columnsMayStandInAnyOrderUnderLabelsAliasesAndCodes() {
        var penalty = Penalty.ofACompany();
        var columns = new ArrayList<>(penalty.columns());
        var cells = new ArrayList<>(penalty.cells());
        Collections.reverse(columns);
        Collections.reverse(cells);
        columns.replaceAll(column -> switch (column) {
            case "行政处罚决定书文号" -> "CF_WSH";
            case "罚款金额(万元)" -> "罚款金额（万元）";
            case "处罚决定日期" -> " *处罚决定日期(必填) ";
            default -> column;
        });

        var row = read(utf8(String.join(",", columns) + "\n" + String.join(",", cells) + "\n"))
                .getFirst();

        assertThat(row.value(name)).isEqualTo("常州星禾贸易有限公司");
        assertThat(row.value(decidedOn)).isEqualTo("2026-02-13");
        assertThat(row.value(field("documentNumber"))).isEqualTo("常市监罚字〔2026〕15号");
        assertThat(row.value(field("fineTenThousand"))).isEqualTo("0.2");
    }

    @Test
    void blankRowsAreNoRows() {
        var csv = Penalty.csv(Penalty.ofACompany()) + "\r\n,,,\r\n \t,\r\n";

        assertThat(read(utf8(csv))).hasSize(1);
    }

    @Test
    void missingColumnsAreNamed() {
        var csv = Penalty.csv(Penalty.ofACompany().without("违法事实").without("处罚依据"));

        assertThatThrownBy(() -> read(utf8(csv))).isInstanceOfSatisfying(CreditException.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(FileError.HEADERS_MISSING);
            assertThat(refusal.arguments()).containsExactly("违法事实", "处罚依据");
        });
    }

    @Test
    void aColumnThatStandsTwiceIsRefused() {
        var csv = Penalty.csv(Penalty.ofACompany().set("CF_WSH", "x"));

        refuses(utf8(csv), FileError.HEADER_REPEATED);
    }

    @Test
    void anUnpairedQuoteIsRefused() {
        var csv = Penalty.csv(Penalty.ofACompany()) + "\"常州\n";

        refuses(utf8(csv), FileError.FILE_QUOTES_BROKEN);
    }

    @Test
    void whatIsNoTableIsRefusedWithAClearWord() throws IOException {
        refuses(new byte[0], FileError.FILE_EMPTY);
        refuses(utf8("\n\n"), FileError.FILE_EMPTY);
        refuses(utf8("<html><table></table></html>"), FileError.FILE_NOT_A_TABLE);
        refuses(utf8("a,b\0,c"), FileError.FILE_NOT_A_TABLE);
        refuses(utf8("%PDF-1.7 …"), FileError.FILE_NOT_A_TABLE);
        refuses(
                utf8(Penalty.csv(Penalty.ofACompany()).replace(",", ";").replace("\"", "")),
                FileError.FILE_WITHOUT_COMMAS);
        refuses(new byte[] {'a', ',', (byte) 0xFF, (byte) 0xFF, '\n'}, FileError.FILE_CHARSET_UNKNOWN);
        refuses(compound("Workbook"), FileError.FILE_IS_OLD_EXCEL);
        refuses(compound("EncryptedPackage"), FileError.FILE_ENCRYPTED);
        refuses(zip("readme.txt", utf8("x")), FileError.FILE_NOT_A_TABLE);
    }

    @Test
    void aWorkbookIsReadFromTheFirstSheetWithTheHeaders() throws IOException {
        var bytes = workbook(book -> {
            var explanation = book.newWorksheet("表格说明");
            explanation.value(0, 0, "行政相对人名称");
            explanation.value(1, 0, "行政处罚决定书文号");
            var sheet = book.newWorksheet("数据");
            sheet.value(0, 0, "行政处罚信息表");
            fill(sheet, 1, Penalty.ofACompany());
        });

        assertThat(read(bytes)).singleElement().satisfies(row -> {
            assertThat(row.line()).isEqualTo(3);
            assertThat(row.value(name)).isEqualTo("常州星禾贸易有限公司");
        });
    }

    @Test
    void datesAndNumbersOfAWorkbookReadAsTyped() throws IOException {
        var penalty = Penalty.ofACompany();
        var bytes = workbook(book -> {
            var sheet = book.newWorksheet("数据");
            fill(sheet, 0, penalty);
            sheet.value(1, penalty.columns().indexOf("处罚决定日期"), LocalDate.of(2026, 2, 13));
            sheet.value(1, penalty.columns().indexOf("罚款金额(万元)"), 0.1 + 0.2);
            fillCells(sheet, 2, penalty);
            sheet.value(2, penalty.columns().indexOf("处罚决定日期"), 20260213);
        });

        var rows = read(bytes);

        assertThat(rows).extracting(row -> row.value(decidedOn)).containsExactly("2026-02-13", "20260213");
        assertThat(rows.getFirst().value(field("fineTenThousand"))).isEqualTo("0.3");
    }

    @Test
    void aWorkbookWithoutTheColumnsSaysWhichAreMissing() throws IOException {
        var bytes = workbook(
                book -> fill(book.newWorksheet("数据"), 0, Penalty.ofACompany().without("处罚依据")));

        assertThatThrownBy(() -> read(bytes)).isInstanceOfSatisfying(CreditException.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(FileError.HEADERS_MISSING);
            assertThat(refusal.arguments()).containsExactly("处罚依据");
        });
    }

    @Test
    void aWorkbookThatBreaksOffIsRefused() throws IOException {
        var bytes = workbook(book -> fill(book.newWorksheet("数据"), 0, Penalty.ofACompany()));

        for (int length = 10; length < bytes.length; length += 97) {
            refuses(Arrays.copyOf(bytes, length), FileError.FILE_DAMAGED);
        }
    }

    @Test
    void aWorkbookWithABrokenSheetIsRefused() throws IOException {
        var bytes = workbook(book -> fill(book.newWorksheet("数据"), 0, Penalty.ofACompany()));

        refuses(
                withEntry(bytes, "xl/worksheets/sheet1.xml", utf8("<worksheet><sheetData><row r=\"1\"><c")),
                FileError.FILE_DAMAGED);
    }

    @Test
    void whatIsLargerThanTheContractIsRefused() throws IOException {
        var workbook = workbook(book -> fill(book.newWorksheet("数据"), 0, Penalty.ofACompany()));
        var csv = utf8(Penalty.csv(Penalty.ofACompany()));
        var bomb = zip("xl/workbook.xml", new byte[1 << 20]);

        refusesAsTooLarge(workbook, new TableFile.Limits(0, workbook.length - 1, 1 << 30));
        refusesAsTooLarge(bomb, new TableFile.Limits(0, 1 << 20, (1 << 20) - 1));
        refusesAsTooLarge(csv, new TableFile.Limits(csv.length - 1, 0, 0));
        assertThat(TableFile.Limits.CONTRACT)
                .isEqualTo(new TableFile.Limits(1024L * 1024 * 1024, 50 * 1024 * 1024, 1024L * 1024 * 1024));
    }

    @Test
    void whatIsAsLargeAsAllowedIsRead() throws IOException {
        var csv = utf8(Penalty.csv(Penalty.ofACompany()));
        var rows = new ArrayList<SourceRow>();

        new TableFile(() -> new ByteArrayInputStream(csv), penalties, new TableFile.Limits(csv.length, 0, 0))
                .read(rows::add);

        assertThat(rows).hasSize(1);
    }

    private void refusesAsTooLarge(byte[] bytes, TableFile.Limits limits) {
        assertThatThrownBy(
                        () -> new TableFile(() -> new ByteArrayInputStream(bytes), penalties, limits).read(row -> {}))
                .isInstanceOfSatisfying(
                        CreditException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(FileError.FILE_TOO_LARGE));
    }

    private List<SourceRow> read(byte[] bytes) {
        var rows = new ArrayList<SourceRow>();
        new TableFile(() -> new ByteArrayInputStream(bytes), penalties).read(rows::add);
        return rows;
    }

    private void refuses(byte[] bytes, FileError error) {
        assertThatThrownBy(() -> read(bytes))
                .isInstanceOfSatisfying(
                        CreditException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(error));
    }

    private int field(String id) {
        return penalties.fields().stream().map(field -> field.id()).toList().indexOf(id);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private interface Filling {

        void fill(Workbook workbook) throws IOException;
    }

    private static byte[] workbook(Filling filling) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook(out, "test", "1.0")) {
            filling.fill(workbook);
        }
        return out.toByteArray();
    }

    private static void fill(Worksheet sheet, int row, Penalty penalty) {
        for (int i = 0; i < penalty.columns().size(); i++) {
            sheet.value(row, i, penalty.columns().get(i));
        }
        fillCells(sheet, row + 1, penalty);
    }

    private static void fillCells(Worksheet sheet, int row, Penalty penalty) {
        for (int i = 0; i < penalty.cells().size(); i++) {
            sheet.value(row, i, penalty.cells().get(i));
        }
    }

    private static byte[] compound(String stream) {
        var bytes = Arrays.copyOf(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}, 2_048);
        var name = stream.getBytes(StandardCharsets.UTF_16LE);
        System.arraycopy(name, 0, bytes, 1_024, name.length);
        return bytes;
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return out.toByteArray();
    }

    private static byte[] withEntry(byte[] packed, String name, byte[] content) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out);
                var in = ZipFile.builder()
                        .setSeekableByteChannel(new SeekableInMemoryByteChannel(packed))
                        .get()) {
            for (var entry : Collections.list(in.getEntries())) {
                zip.putNextEntry(new ZipEntry(entry.getName()));
                zip.write(
                        entry.getName().equals(name)
                                ? content
                                : in.getInputStream(entry).readAllBytes());
            }
        }
        return out.toByteArray();
    }
}
