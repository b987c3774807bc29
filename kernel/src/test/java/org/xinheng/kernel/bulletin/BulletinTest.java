package org.xinheng.kernel.bulletin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class BulletinTest {

    private static final Bulletin BULLETIN = new Bulletin(
            "归集情况通报（2026年10月）",
            "常州市信用办",
            LocalDate.parse("2026-11-03"),
            List.of(
                    new Bulletin.Section(
                            "一、按单位",
                            "共收入 12 行 <含迟报> & 其他\u0000。",
                            new Bulletin.Table(
                                    List.of("单位", "收入", "及时率"),
                                    List.of(
                                            Bulletin.row(
                                                    Bulletin.Cell.of("=HYPERLINK(\"http://x\")"),
                                                    Bulletin.Cell.of(12),
                                                    Bulletin.Cell.percent(new BigDecimal("91.7"))),
                                            Bulletin.row(
                                                    Bulletin.Cell.of("市税务局"),
                                                    Bulletin.Cell.of(0),
                                                    Bulletin.Cell.percent(null))))),
                    new Bulletin.Section("一、按单位", List.of("没有表"), null)));

    @Test
    void theDocumentIsWellFormedAndSaysEverything() throws Exception {
        var out = new ByteArrayOutputStream();
        BulletinDocument.write(out, BULLETIN);

        var parts = parts(out.toByteArray());
        assertThat(parts)
                .containsOnlyKeys(
                        "[Content_Types].xml",
                        "_rels/.rels",
                        "word/_rels/document.xml.rels",
                        "word/styles.xml",
                        "word/document.xml");
        assertThat(Objects.requireNonNull(parts.get("word/document.xml"))
                        .getDocumentElement()
                        .getTextContent())
                .contains("归集情况通报（2026年10月）", "共收入 12 行 <含迟报> & 其他。", "91.7%", "—", "市税务局", "没有表");
    }

    @Test
    void theWorkbookCountsWithNumbersAndHoldsNoFormula() throws IOException {
        var out = new ByteArrayOutputStream();
        BulletinWorkbook.write(out, BULLETIN);

        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            assertThat(workbook.getSheets().toList()).hasSize(2);
            var table = workbook.getSheet(1).orElseThrow().read();
            assertThat(table.get(1).getCellAsNumber(1)).contains(BigDecimal.valueOf(12));
            assertThat(table.get(1).getCell(0).getType()).isEqualTo(CellType.STRING);
            assertThat(table.get(1).getCellAsString(0)).contains("'=HYPERLINK(\"http://x\")");
        }
    }

    @Test
    void aRowOfTheWrongLengthIsRefused() {
        assertThatThrownBy(() -> new Bulletin.Table(List.of("单位", "收入"), List.of(List.of(Bulletin.Cell.of("市税务局")))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Map<String, Document> parts(byte[] document) throws Exception {
        var parts = new HashMap<String, Document>();
        var xml = DocumentBuilderFactory.newInstance();
        xml.setNamespaceAware(true);
        try (var zip = new ZipInputStream(new ByteArrayInputStream(document))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(
                        entry.getName(), xml.newDocumentBuilder().parse(new ByteArrayInputStream(zip.readAllBytes())));
            }
        }
        return parts;
    }
}
