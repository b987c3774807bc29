package org.xinheng.kernel.bulletin;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A bulletin as a word-processor document (Office Open XML, ECMA-376: a ZIP of four small parts). Headings, paragraphs
 * and tables are all a bulletin has, so they are written directly.
 */
public final class BulletinDocument {

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

    private static final String CONTENT_TYPES = HEAD + """
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
            <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
            <Default Extension="xml" ContentType="application/xml"/>\
            <Override PartName="/word/document.xml" ContentType=\
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>\
            <Override PartName="/word/styles.xml" ContentType=\
            "application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>""";

    private static final String RELATIONSHIPS = HEAD + """
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
            <Relationship Id="rId1" Type=\
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" \
            Target="word/document.xml"/></Relationships>""";

    private static final String DOCUMENT_RELATIONSHIPS = HEAD + """
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
            <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" \
            Target="styles.xml"/></Relationships>""";

    private static final String STYLES = HEAD + """
            <w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:docDefaults><w:rPrDefault>\
            <w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="仿宋_GB2312"/>\
            <w:sz w:val="28"/><w:szCs w:val="28"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault>\
            </w:docDefaults>\
            <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>\
            <w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:basedOn w:val="Normal"/>\
            <w:pPr><w:spacing w:after="120"/><w:jc w:val="center"/></w:pPr><w:rPr><w:rFonts w:eastAsia="方正小标宋简体"/>\
            <w:b/><w:sz w:val="40"/></w:rPr></w:style>\
            <w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/>\
            <w:pPr><w:keepNext/><w:spacing w:before="240" w:after="120"/><w:outlineLvl w:val="0"/></w:pPr>\
            <w:rPr><w:rFonts w:eastAsia="黑体"/><w:sz w:val="30"/></w:rPr></w:style></w:styles>""";

    private BulletinDocument() {}

    /** Writes the document; the stream stays open. */
    public static void write(OutputStream out, Bulletin bulletin) throws IOException {
        var zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        part(zip, "[Content_Types].xml", CONTENT_TYPES);
        part(zip, "_rels/.rels", RELATIONSHIPS);
        part(zip, "word/_rels/document.xml.rels", DOCUMENT_RELATIONSHIPS);
        part(zip, "word/styles.xml", STYLES);
        part(zip, "word/document.xml", body(bulletin));
        zip.finish();
    }

    private static void part(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static String body(Bulletin bulletin) {
        var xml = new StringBuilder(HEAD)
                .append(
                        "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>");
        paragraph(xml, "Title", bulletin.title());
        paragraph(xml, null, bulletin.issuer() + "　" + bulletin.day());
        for (var section : bulletin.sections()) {
            paragraph(xml, "Heading1", section.heading());
            section.paragraphs().forEach(words -> paragraph(xml, null, words));
            var table = section.table();
            if (table != null) {
                table(xml, table);
            }
        }
        // A4 with the margins of official papers (GB/T 9704-2012: 37 mm above, 28 mm left).
        return xml.append("<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"2098\" w:right=\"1474\" ")
                .append(
                        "w:bottom=\"1985\" w:left=\"1588\" w:header=\"851\" w:footer=\"992\" w:gutter=\"0\"/></w:sectPr>")
                .append("</w:body></w:document>")
                .toString();
    }

    private static void paragraph(StringBuilder xml, @Nullable String style, String words) {
        xml.append("<w:p>");
        if (style != null) {
            xml.append("<w:pPr><w:pStyle w:val=\"").append(style).append("\"/></w:pPr>");
        }
        run(xml, words, "");
        xml.append("</w:p>");
    }

    private static void run(StringBuilder xml, String words, String properties) {
        xml.append("<w:r>").append(properties).append("<w:t xml:space=\"preserve\">");
        escape(xml, words);
        xml.append("</w:t></w:r>");
    }

    private static void table(StringBuilder xml, Bulletin.Table table) {
        xml.append("<w:tbl><w:tblPr><w:tblW w:w=\"5000\" w:type=\"pct\"/><w:tblBorders>");
        for (var side : List.of("top", "left", "bottom", "right", "insideH", "insideV")) {
            xml.append("<w:").append(side).append(" w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>");
        }
        xml.append("</w:tblBorders></w:tblPr><w:tblGrid>");
        table.columns().forEach(_ -> xml.append("<w:gridCol/>"));
        xml.append("</w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
        table.columns().forEach(column -> cell(xml, column, false, true));
        xml.append("</w:tr>");
        for (var row : table.rows()) {
            xml.append("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
            row.forEach(cell -> cell(xml, cell.text(), cell.number() != null, false));
            xml.append("</w:tr>");
        }
        xml.append("</w:tbl><w:p/>");
    }

    private static void cell(StringBuilder xml, String words, boolean number, boolean bold) {
        xml.append("<w:tc><w:p><w:pPr><w:jc w:val=\"")
                .append(number ? "right" : "left")
                .append("\"/></w:pPr>");
        run(xml, words, bold ? "<w:rPr><w:b/><w:sz w:val=\"21\"/></w:rPr>" : "<w:rPr><w:sz w:val=\"21\"/></w:rPr>");
        xml.append("</w:p></w:tc>");
    }

    /** What XML cannot hold at all is left out. */
    private static void escape(StringBuilder xml, String words) {
        words.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> xml.append("&amp;");
                case '<' -> xml.append("&lt;");
                case '>' -> xml.append("&gt;");
                default -> {
                    if (c >= 0x20 && c < 0xD800
                            || c == '\t'
                            || c == '\n'
                            || c >= 0xE000 && c < 0xFFFE
                            || c >= 0x10000) {
                        xml.appendCodePoint(c);
                    }
                }
            }
        });
    }
}
