package org.xinheng.platform.intake;

import static org.xinheng.platform.intake.HostileFile.refused;
import static org.xinheng.platform.intake.HostileFile.taken;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** Files that are no table, half a table, or another table than they seem. */
final class HostileFiles {

    private static final Charset GB18030 = Charset.forName("GB18030");

    private HostileFiles() {}

    private static Map<String, String> row(int n) {
        return Tables.penalty(6000 + n, "常市监罚字〔2026〕" + (6000 + n) + "号", "2026-11-18");
    }

    private static byte[] csv(int n) {
        return Tables.csv(StandardCharsets.UTF_8, List.of(row(n)));
    }

    private static String text(int n) {
        return new String(csv(n), StandardCharsets.UTF_8);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] workbook(int n) {
        return Tables.workbook(List.of(row(n)));
    }

    private static String sheetXml(int n) {
        return Archives.sheetXml(List.of(row(n)));
    }

    private static byte[] compound(String stream) {
        var bytes = Arrays.copyOf(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}, 4_096);
        var name = stream.getBytes(StandardCharsets.UTF_16LE);
        System.arraycopy(name, 0, bytes, 1_024, name.length);
        return bytes;
    }

    private static byte[] joined(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (var part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] header(int n, Charset charset) {
        return text(n).lines().findFirst().orElseThrow().concat("\n").getBytes(charset);
    }

    private static byte[] rows(int n, Charset charset) {
        return text(n).lines().skip(1).findFirst().orElseThrow().concat("\n").getBytes(charset);
    }

    private static Map<String, String> wide(int columns) {
        var row = new LinkedHashMap<>(row(33));
        for (int i = row.size(); i < columns; i++) {
            row.put("自定义列" + i, "值" + i);
        }
        return row;
    }

    static List<HostileFile> all() {
        var files = new ArrayList<HostileFile>();
        files.addAll(noTables());
        files.addAll(workbooks());
        files.addAll(texts());
        return files;
    }

    private static List<HostileFile> noTables() {
        return List.of(
                refused("an empty file", "FILE_EMPTY", () -> new byte[0]),
                refused("a file of blank lines", "FILE_EMPTY", () -> utf8("\r\n\r\n \r\n")),
                refused("headers without a row", "FILE_EMPTY", () -> header(1, StandardCharsets.UTF_8)),
                refused("a PDF named as a table", "FILE_NOT_A_TABLE", () -> utf8("%PDF-1.7\n%âãÏÓ\n1 0 obj")),
                refused(
                        "a page of HTML saved as .xls",
                        "FILE_NOT_A_TABLE",
                        () -> utf8("<html><table><tr><td>1</table>")),
                refused("a picture", "FILE_NOT_A_TABLE", () -> new byte[] {
                    (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R', 0, 0, 1, 0
                }),
                refused("a CSV packed with gzip", "FILE_NOT_A_TABLE", () -> {
                    var out = new ByteArrayOutputStream();
                    try (var gzip = new GZIPOutputStream(out)) {
                        gzip.write(csv(2));
                    }
                    return out.toByteArray();
                }),
                refused("an archive of a CSV", "FILE_NOT_A_TABLE", () -> Archives.zip("数据.csv", csv(3))),
                refused(
                        "an OpenDocument table",
                        "FILE_NOT_A_TABLE",
                        () -> Archives.zip("content.xml", utf8("<office/>"))),
                refused(
                        "a Word document",
                        "FILE_NOT_A_TABLE",
                        () -> Archives.with(
                                Archives.zip("[Content_Types].xml", utf8("<Types/>")),
                                "word/document.xml",
                                utf8("<document/>"))),
                refused("an old Excel .xls", "FILE_IS_OLD_EXCEL", () -> compound("Workbook")),
                refused("a workbook behind a password", "FILE_ENCRYPTED", () -> compound("EncryptedPackage")),
                refused("an archive behind a password", "FILE_ENCRYPTED", () -> Archives.locked(workbook(4))));
    }

    private static List<HostileFile> workbooks() {
        return List.of(
                refused(
                        "a workbook cut in half",
                        "FILE_DAMAGED",
                        () -> Arrays.copyOf(workbook(10), workbook(10).length / 2)),
                refused("a workbook of which one byte came through", "FILE_DAMAGED", () -> utf8("PK")),
                refused(
                        "a sheet that breaks off",
                        "FILE_DAMAGED",
                        () -> Archives.sheet(
                                sheetXml(11).substring(0, sheetXml(11).length() / 2))),
                refused(
                        "entities that unfold a billionfold",
                        "FILE_DAMAGED",
                        () -> Archives.sheet(
                                "<!DOCTYPE w [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;\">]>"
                                        + sheetXml(12))),
                refused(
                        "an entity that reads a file of the server",
                        "FILE_DAMAGED",
                        () -> Archives.sheet("<!DOCTYPE w [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>"
                                + sheetXml(13).replace("林小满", "&x;"))),
                refused(
                        "rows that go backwards",
                        "FILE_DAMAGED",
                        () -> Archives.sheet(Archives.sheetXml(List.of(row(14), row(15)))
                                .replace("<row r=\"3\">", "<row r=\"1\">"))),
                refused(
                        "two rows of one number",
                        "FILE_DAMAGED",
                        () -> Archives.sheet(Archives.sheetXml(List.of(row(14), row(15)))
                                .replace("<row r=\"3\">", "<row r=\"2\">"))),
                refused(
                        "a row far below the last",
                        "FILE_DAMAGED",
                        () -> Archives.sheet(sheetXml(16).replace("<row r=\"2\">", "<row r=\"99999999\">"))),
                refused(
                        "a cell far right of the last column",
                        "FILE_DAMAGED",
                        () -> Archives.sheet(
                                sheetXml(17).replace("<row r=\"2\">", "<row r=\"2\"><c r=\"ZZZ2\"><v>1</v></c>"))),
                refused(
                        "a text that is not in the workbook",
                        "FILE_DAMAGED",
                        () -> Archives.sheet(
                                sheetXml(18).replace("<row r=\"2\">", "<row r=\"2\"><c t=\"s\"><v>999999</v></c>"))),
                refused(
                        "elements a thousand deep",
                        "FILE_DAMAGED",
                        () -> Archives.sheet(sheetXml(19).replace("<sheetData>", "<sheetData>" + "<x>".repeat(1_000)))),
                refused(
                        "a text of eight megabytes in one cell",
                        "FILE_DAMAGED",
                        () -> Archives.sheet(sheetXml(20).replace("林小满", "林".repeat(3 << 20)))),
                refused(
                        "a workbook without the sheet it names",
                        "FILE_DAMAGED",
                        () -> Archives.with(
                                workbook(21),
                                "xl/_rels/workbook.xml.rels",
                                utf8(Archives.part(workbook(21), "xl/_rels/workbook.xml.rels")
                                        .replace("sheet1.xml", "sheet9.xml")))),
                refused(
                        "a workbook whose only sheet is hidden",
                        "FILE_EMPTY",
                        () -> Archives.with(
                                workbook(22),
                                "xl/workbook.xml",
                                utf8(Archives.part(workbook(22), "xl/workbook.xml")
                                        .replace("<sheet ", "<sheet state=\"veryHidden\" ")))));
    }

    private static List<HostileFile> texts() {
        return List.of(
                refused("headers that nobody knows", "HEADERS_MISSING", () -> utf8("甲,乙,丙\n1,2,3\n")),
                refused(
                        "a table of another item",
                        "HEADERS_MISSING",
                        () -> Tables.csv(
                                StandardCharsets.UTF_8,
                                List.of(Tables.entry(6031, "失信被执行人名单", "（2026）苏04执1号", "2026-11-10")))),
                refused(
                        "a column that stands twice",
                        "HEADER_REPEATED",
                        () -> Tables.csv(StandardCharsets.UTF_8, List.of(Tables.with(row(32), "CF_WSH", "x")))),
                refused(
                        "a column of what may not be collected",
                        "FORBIDDEN_COLUMN",
                        () -> Tables.csv(StandardCharsets.UTF_8, List.of(Tables.with(row(32), "血型", "A")))),
                taken("four hundred columns", () -> Tables.csv(StandardCharsets.UTF_8, List.of(wide(400)))),
                refused("twenty thousand columns", "FILE_LINE_TOO_LONG", () -> utf8("列,".repeat(20_000) + "\n")),
                taken("columns in another order", () -> {
                    var moved = new LinkedHashMap<String, String>();
                    new LinkedHashMap<>(row(34)).reversed().forEach(moved::put);
                    return Tables.csv(StandardCharsets.UTF_8, List.of(moved));
                }),
                refused(
                        "semicolons between the columns",
                        "FILE_WITHOUT_COMMAS",
                        () -> utf8(text(35).replace(',', ';'))),
                refused("tabs between the columns", "FILE_WITHOUT_COMMAS", () -> utf8(text(36).replace(',', '\t'))),
                refused("a quote that nothing closes", "FILE_QUOTES_BROKEN", () -> utf8(text(37) + "\"常州\n")),
                refused(
                        "a quote that swallows the rest",
                        "FILE_LINE_TOO_LONG",
                        () -> utf8(text(38) + "\"" + text(38).repeat(1 + (18 << 20) / text(38).length()))),
                refused("a NUL in a cell", "FILE_HAS_NUL", () -> utf8(text(39).replace("林小满", "林\0小满"))),
                refused(
                        "a file whose end the disk filled with NULs",
                        "FILE_HAS_NUL",
                        () -> joined(csv(40), new byte[512])),
                refused(
                        "a header of UTF-8 over rows of GB18030",
                        "FILE_CHARSET_MIXED",
                        () -> joined(header(41, StandardCharsets.UTF_8), rows(41, GB18030))),
                refused(
                        "a header of GB18030 over rows of UTF-8",
                        "FILE_CHARSET_MIXED",
                        () -> joined(header(42, GB18030), rows(42, StandardCharsets.UTF_8))),
                refused(
                        "bytes of no encoding",
                        "FILE_CHARSET_UNKNOWN",
                        () -> joined(csv(43), new byte[] {(byte) 0xFF, (byte) 0xFF, '\n'})),
                refused(
                        "traditional characters in Big5",
                        "HEADERS_MISSING",
                        () -> "行政相對人名稱,統一社會信用代碼\n天蠶,無\n".getBytes(Charset.forName("Big5"))),
                refused(
                        "UTF-16 without its mark",
                        "FILE_NOT_A_TABLE",
                        () -> text(44).getBytes(StandardCharsets.UTF_16LE)),
                taken("UTF-16 with its mark", () -> ("\uFEFF" + text(45)).getBytes(StandardCharsets.UTF_16LE)),
                taken("lines that end as on an old Macintosh", () -> utf8(text(46).replace("\r\n", "\r"))),
                taken(
                        "titles with blanks, full width and small letters",
                        () -> utf8(text(47).replace("行政处罚决定书文号", "  ｃｆ＿ｗｓｈ ").replace("处罚决定日期,", "处罚决定日期　（必填）,"))));
    }
}
