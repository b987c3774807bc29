package org.xinheng.kernel.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xinheng.kernel.CreditException;

class PolicyFileTest {

    private static final String WORD = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    private static final String NUMBERING = "<w:numbering " + WORD + ">"
            + "<w:abstractNum w:abstractNumId=\"5\">"
            + level(0, "chineseCounting", "%1、")
            + level(1, "chineseCountingThousand", "（%2）")
            + level(2, "decimal", "%3.")
            + "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"5\"/></w:num></w:numbering>";

    @Test
    void wordNumbersItsListsItself() {
        var document = Documents.read(docx(paragraph("附件")
                + paragraph("某市任务分工")
                + item(0, "总则")
                + item(1, "机制")
                + item(2, "建立台账。按月登记。（责任单位：市发改委、市财<w:br w:type=\"page\"/>政局）")
                + item(2, "开展培训。（责任单位：市人社局）")
                + item(0, "附则")
                + item(1, "监督")
                + item(2, "强化监督。（责任单位：市审计局）")));

        assertThat(document.tasks())
                .extracting(Task::number, Task::sectionPath, Documents::units)
                .containsExactly(
                        tuple("1", List.of("一、总则", "（一）机制"), "R 市发改委 R 市财政局"),
                        tuple("2", List.of("一、总则", "（一）机制"), "R 市人社局"),
                        tuple("1", List.of("二、附则", "（一）监督"), "R 市审计局"));
    }

    @Test
    void aWordTableHasCellsOverSeveralRows() {
        var document = Documents.read(docx(paragraph("某市重点任务分工表")
                + table(
                        row(cell("序号"), cell("领域"), cell("工作任务"), cell("责任单位"), cell("完成时限")),
                        row(
                                cell("1"),
                                merged("政务", true),
                                cell("建立台账。"),
                                cell("牵头单位：市发改委", "配合单位：市财政局"),
                                cell("2020年6月底前")),
                        row(cell("2"), merged("", false), cell("开展培训。"), cell("市人社局", "市委组织部"), cell("长期")),
                        row(cell("3"), cell("商务"), cell("加强监管。"), cell("市商务局"), cell("")))));

        assertThat(document.title()).isEqualTo("某市重点任务分工表");
        assertThat(document.tasks())
                .extracting(Task::number, Task::sectionPath, Documents::units)
                .containsExactly(
                        tuple("1", List.of("政务"), "L 市发改委 C 市财政局"),
                        tuple("2", List.of("政务"), "R 市人社局 R 市委组织部"),
                        tuple("3", List.of("商务"), "R 市商务局"));
        assertThat(document.tasks().getFirst().deadline())
                .isEqualTo(new Deadline("2020年6月底前", LocalDate.of(2020, 6, 30)));
    }

    @Test
    void deletedTextAndFieldCodesAreNoPartOfAWordFile() {
        var document = Documents.read(docx(paragraph("附件")
                + paragraph("某市任务分工")
                + "<w:p><w:r><w:t>1.建立</w:t></w:r><w:del><w:r><w:delText>旧的</w:delText></w:r></w:del>"
                + "<w:ins><w:r><w:t>台账。</w:t></w:r></w:ins><w:r><w:instrText>PAGE</w:instrText></w:r>"
                + "<w:r><w:t>（责任单位：市发改委）</w:t></w:r></w:p>"));

        assertThat(document.tasks()).extracting(Task::text).containsExactly("建立台账。");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030"})
    void aSavedPageIsReadAsABrowserShowsIt(String charset) {
        var html = """
                <!DOCTYPE html><html><head><meta charset="%s"><title>网页标题</title><style>p{}</style></head><body>
                <div class="nav"><a>首页</a> <a>政务公开</a></div><script>var a = "1.任务";</script>
                <table><tr><td>发布机构</td><td>某中心</td></tr><tr><td>公开日期</td><td>2020-06-01</td></tr></table>
                <p style="text-align:center">关于印发任务分工的通知</p><p>某信用办〔2020〕3号</p><p>市各有关部门：</p>
                <p>&nbsp;&nbsp;现印发给你们。</p><p>某市信用办公室</p><p>2020年5月6日</p><p>附件1</p><p>任务分工</p>
                <p>一、总&ensp;则</p><p>1.<b>建立</b><span>台账。</span>（责任单位：市发改委）</p><p>二、重点人群</p>
                <table border="1"><tr><th>序号</th><th>重点人群</th><th>牵头单位</th></tr>
                <tr><td>1</td><td>导游</td><td rowspan="2">市文广和旅游局</td></tr><tr><td>2</td><td>讲解员</td></tr></table>
                <div>【打印】【关闭】</div></body></html>""".formatted(charset.equals("UTF-8") ? "utf-8" : "gb2312");
        var document = Documents.read(html.getBytes(Charset.forName(charset)));

        assertThat(document.title()).isEqualTo("关于印发任务分工的通知");
        assertThat(document.issuer()).isEqualTo("某市信用办公室");
        assertThat(document.tasks())
                .extracting(Task::sectionPath, Task::title)
                .containsExactly(tuple(List.of("附件1任务分工", "一、总则"), "建立台账"));
        assertThat(document.groups())
                .extracting(PersonGroup::name, PersonGroup::leadUnits)
                .containsExactly(tuple("导游", List.of("市文广和旅游局")), tuple("讲解员", List.of("市文广和旅游局")));
    }

    @Test
    void anEmptyFileIsRefused() {
        refuses(new byte[0], PolicyError.DOCUMENT_EMPTY);
        refuses("\uFEFF \r\n\u3000\n".getBytes(StandardCharsets.UTF_8), PolicyError.DOCUMENT_EMPTY);
        refuses(docx(""), PolicyError.DOCUMENT_EMPTY);
        refuses(
                "<html><body> <p>&nbsp;</p></body></html>".getBytes(StandardCharsets.UTF_8),
                PolicyError.DOCUMENT_EMPTY);
    }

    @Test
    void aTruncatedFileIsRefused() {
        var word = docx(paragraph("附件") + paragraph("1.建立台账。（责任单位：市发改委）"));
        refuses(Arrays.copyOf(word, word.length / 2), PolicyError.DOCUMENT_DAMAGED);
        refuses(Arrays.copyOf(word, word.length - 30), PolicyError.DOCUMENT_DAMAGED);
        refuses(docx("<w:p><w:r><w:t>附件"), PolicyError.DOCUMENT_DAMAGED);
        for (var charset : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"))) {
            var text = Documents.resource("huaian-2021-tasks.txt");
            var whole = new String(text, StandardCharsets.UTF_8).strip().getBytes(charset);
            refuses(Arrays.copyOf(whole, whole.length - 1), PolicyError.DOCUMENT_DAMAGED);
        }
    }

    @Test
    void whatIsNoTextIsRefused() {
        refuses("%PDF-1.7 abc".getBytes(StandardCharsets.UTF_8), PolicyError.DOCUMENT_FORM_UNKNOWN);
        refuses(compound("WordDocument"), PolicyError.DOCUMENT_FORM_UNKNOWN);
        refuses(compound("EncryptedPackage"), PolicyError.DOCUMENT_ENCRYPTED);
        refuses(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0}, PolicyError.DOCUMENT_FORM_UNKNOWN);
        refuses(zip("xl/workbook.xml", "<workbook/>"), PolicyError.DOCUMENT_FORM_UNKNOWN);
        refuses(new byte[] {'a', (byte) 0xFF, 'b', (byte) 0xFF, 'c'}, PolicyError.DOCUMENT_CHARSET_UNKNOWN);
    }

    @Test
    void whatIsNoPolicyIsRefused() {
        refuses("名称,代码\n甲,乙\n".getBytes(StandardCharsets.UTF_8), PolicyError.DOCUMENT_IS_NO_POLICY);
        refuses("床前明月光，疑是地上霜。\n举头望明月，低头思故乡。".getBytes(StandardCharsets.UTF_8), PolicyError.DOCUMENT_IS_NO_POLICY);
        refuses("class A { int x; }".getBytes(StandardCharsets.UTF_8), PolicyError.DOCUMENT_IS_NO_POLICY);
    }

    @Test
    void aFileOverFiftyMegabytesIsRefusedUnread() {
        var endless = new InputStream() {
            private long given;

            @Override
            public int read() {
                return 'a';
            }

            @Override
            public int read(byte[] bytes, int offset, int length) {
                given += length;
                assertThat(given).isLessThan(60 << 20);
                Arrays.fill(bytes, offset, offset + length, (byte) 'a');
                return length;
            }
        };

        assertThatExceptionOfType(CreditException.class)
                .isThrownBy(() -> PolicyFile.read(endless))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(PolicyError.DOCUMENT_TOO_LARGE));
    }

    @Test
    void aWordFileThatUnpacksWithoutEndIsRefused() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(packed)) {
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            var blanks = new byte[1 << 20];
            Arrays.fill(blanks, (byte) ' ');
            for (int i = 0; i < 260; i++) {
                zip.write(blanks);
            }
        }

        refuses(packed.toByteArray(), PolicyError.DOCUMENT_TOO_LARGE);
    }

    @Test
    void aWordFileAsksForNothingOutside() {
        var body = "<?xml version=\"1.0\"?><!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><w:document "
                + WORD + "><w:body><w:p><w:r><w:t>附件&x;</w:t></w:r></w:p></w:body></w:document>";

        refuses(zip("word/document.xml", body), PolicyError.DOCUMENT_DAMAGED);
    }

    @Test
    void everyRefusalSpeaksBothLanguages() {
        for (var error : PolicyError.values()) {
            assertThat(error.chinese()).matches(".*\\p{IsHan}.*。");
            assertThat(error.english()).matches("[\\x20-\\x7e]+\\.");
        }
        for (var kind : Doubt.Kind.values()) {
            var doubt = new Doubt(kind, 1, "x".repeat(100));
            assertThat(doubt.chinese()).contains("…").matches(".*\\p{IsHan}.*");
            assertThat(doubt.english()).contains("…");
        }
    }

    private static void refuses(byte[] bytes, PolicyError error) {
        assertThatExceptionOfType(CreditException.class)
                .isThrownBy(() -> PolicyFile.read(new ByteArrayInputStream(bytes)))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(error));
    }

    private static byte[] docx(String body) {
        return zip(
                "word/document.xml",
                "<w:document " + WORD + "><w:body>" + body + "<w:sectPr/></w:body></w:document>",
                "word/numbering.xml",
                NUMBERING);
    }

    private static byte[] zip(String... namesAndTexts) {
        var packed = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(packed)) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
                zip.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static byte[] compound(String stream) {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0});
        bytes.writeBytes(stream.getBytes(StandardCharsets.UTF_16LE));
        return bytes.toByteArray();
    }

    private static String level(int level, String format, String text) {
        return "<w:lvl w:ilvl=\"" + level + "\"><w:start w:val=\"1\"/><w:numFmt w:val=\"" + format
                + "\"/><w:lvlText w:val=\"" + text + "\"/></w:lvl>";
    }

    private static String paragraph(String text) {
        return "<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p>";
    }

    private static String item(int level, String text) {
        var words = text.replace("<w:br", "</w:t><w:br").replace("/>", "/><w:t>");
        return "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"" + level
                + "\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>" + words + "</w:t></w:r></w:p>";
    }

    private static String table(String... rows) {
        return "<w:tbl><w:tblPr/><w:tblGrid/>" + String.join("", rows) + "</w:tbl>";
    }

    private static String row(String... cells) {
        return "<w:tr>" + String.join("", cells) + "</w:tr>";
    }

    private static String cell(String... paragraphs) {
        var text = new StringBuilder("<w:tc><w:tcPr><w:tcW w:w=\"1\"/></w:tcPr>");
        for (var paragraph : paragraphs) {
            text.append(paragraph(paragraph));
        }
        return text.append("</w:tc>").toString();
    }

    private static String merged(String text, boolean first) {
        return "<w:tc><w:tcPr><w:vMerge" + (first ? " w:val=\"restart\"" : "") + "/></w:tcPr>" + paragraph(text)
                + "</w:tc>";
    }
}
