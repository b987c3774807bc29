package org.xinheng.kernel.policy;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.jspecify.annotations.Nullable;
import org.xinheng.kernel.CreditException;

/**
 * Reads a .docx (ECMA-376 part 1, WordprocessingML): paragraphs with the numbers Word would print, and tables. Deleted
 * text, fields' instructions, headers and footers are no part of the document; nothing outside the file is asked for.
 */
final class WordFile {

    private static final String BODY = "word/document.xml";
    private static final long LARGEST_PART = 200L << 20;
    private static final int DEEPEST = 500;

    private final XMLStreamReader xml;
    private final WordNumbering numbering;
    private int paragraphs;

    private WordFile(XMLStreamReader xml, WordNumbering numbering) {
        this.xml = xml;
        this.numbering = numbering;
    }

    static List<Piece> read(byte[] packed) {
        try (var zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(packed))
                .get()) {
            if (zip.getEntry("EncryptedPackage") != null) {
                throw new CreditException(PolicyError.DOCUMENT_ENCRYPTED);
            }
            var body = part(zip, BODY);
            if (body == null) {
                throw new CreditException(PolicyError.DOCUMENT_FORM_UNKNOWN);
            }
            var numbering = WordNumbering.of(part(zip, "word/numbering.xml"), part(zip, "word/styles.xml"));
            var file = new WordFile(reader(body), numbering);
            var pieces = new ArrayList<Piece>();
            file.readBlocks(pieces, 0);
            return pieces;
        } catch (IOException | XMLStreamException | RuntimeException e) {
            if (e instanceof CreditException refusal) {
                throw refusal;
            }
            // From bytes in memory, whatever the libraries stumble over means that they are damaged.
            throw new CreditException(PolicyError.DOCUMENT_DAMAGED);
        }
    }

    static XMLStreamReader reader(byte[] part) throws XMLStreamException {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory.createXMLStreamReader(new ByteArrayInputStream(part));
    }

    private static byte @Nullable [] part(ZipFile zip, String name) throws IOException {
        var entry = zip.getEntry(name);
        if (entry == null) {
            return null;
        }
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            throw new CreditException(PolicyError.DOCUMENT_ENCRYPTED);
        }
        try (InputStream in = zip.getInputStream(entry)) {
            return new Limited(in).readAllBytes();
        }
    }

    /** A few kilobytes can be packed that unpack to more than the memory holds. */
    private static final class Limited extends FilterInputStream {

        private long left = LARGEST_PART;

        private Limited(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            left -= Math.max(read, 0);
            if (left < 0) {
                throw new CreditException(PolicyError.DOCUMENT_TOO_LARGE);
            }
            return read;
        }
    }

    /** Reads paragraphs and tables up to the end of the element that holds them. */
    private void readBlocks(List<Piece> into, int depth) throws XMLStreamException {
        if (depth > DEEPEST) {
            throw new CreditException(PolicyError.DOCUMENT_DAMAGED);
        }
        while (nextChild()) {
            switch (xml.getLocalName()) {
                case "p" -> readParagraph(into, depth + 1);
                case "tbl" -> into.add(readTable(depth + 1));
                case "sectPr", "tcPr", "trPr", "tblPr", "tblGrid", "Fallback", "sdtPr", "moveFrom" -> skip();
                default -> readBlocks(into, depth + 1);
            }
        }
    }

    private void readParagraph(List<Piece> into, int depth) throws XMLStreamException {
        var text = new StringBuilder();
        var boxes = new ArrayList<Piece>();
        var style = new ParagraphStyle();
        readRuns(text, boxes, style, depth);
        var label = Plain.bare(text).isEmpty() ? "" : numbering.next(style.name, style.list, style.level);
        into.addAll(boxes);
        for (var line : (label + text).split("\n", -1)) {
            if (!Plain.bare(line).isEmpty()) {
                into.add(new Piece.Line(++paragraphs, Plain.strip(line)));
            }
        }
    }

    private static final class ParagraphStyle {
        private @Nullable String name;
        private @Nullable String list;
        private @Nullable String level;
    }

    private void readRuns(StringBuilder text, List<Piece> boxes, ParagraphStyle style, int depth)
            throws XMLStreamException {
        if (depth > DEEPEST) {
            throw new CreditException(PolicyError.DOCUMENT_DAMAGED);
        }
        while (nextChild()) {
            switch (xml.getLocalName()) {
                case "t" -> text.append(xml.getElementText());
                case "tab", "ptab" -> {
                    text.append(isRunTab() ? "\t" : "");
                    skip();
                }
                case "br", "cr" -> {
                    // A page break within a paragraph parts nothing.
                    text.append("page".equals(attribute("type")) ? "" : "\n");
                    skip();
                }
                case "noBreakHyphen" -> {
                    text.append('-');
                    skip();
                }
                case "pStyle" -> {
                    style.name = attribute("val");
                    skip();
                }
                case "numId" -> {
                    style.list = attribute("val");
                    skip();
                }
                case "ilvl" -> {
                    style.level = attribute("val");
                    skip();
                }
                case "txbxContent" -> readBlocks(boxes, depth + 1);
                case "instrText", "delText", "del", "moveFrom", "Fallback", "rPr", "sectPr", "tabs", "pPrChange" ->
                    skip();
                default -> readRuns(text, boxes, style, depth + 1);
            }
        }
    }

    /** A tab within a run, not a tab stop of the paragraph's form. */
    private boolean isRunTab() {
        return attribute("pos") == null;
    }

    private Piece.Grid readTable(int depth) throws XMLStreamException {
        var rows = new ArrayList<List<Piece.Cell>>();
        readRows(rows, depth);
        return new Piece.Grid(rows);
    }

    private void readRows(List<List<Piece.Cell>> rows, int depth) throws XMLStreamException {
        while (nextChild()) {
            switch (xml.getLocalName()) {
                case "tr" -> {
                    var cells = new ArrayList<Piece.Cell>();
                    readCells(cells, depth + 1);
                    rows.add(cells);
                }
                case "tblPr", "tblGrid" -> skip();
                default -> readRows(rows, depth + 1);
            }
        }
    }

    private void readCells(List<Piece.Cell> cells, int depth) throws XMLStreamException {
        while (nextChild()) {
            switch (xml.getLocalName()) {
                case "tc" -> cells.add(readCell(cells, depth + 1));
                case "trPr", "tblPrEx" -> skip();
                default -> readCells(cells, depth + 1);
            }
        }
    }

    private Piece.Cell readCell(List<Piece.Cell> before, int depth) throws XMLStreamException {
        int column = before.isEmpty()
                ? 0
                : before.getLast().column() + before.getLast().span();
        int span = 1;
        boolean continued = false;
        var content = new ArrayList<Piece>();
        while (nextChild()) {
            switch (xml.getLocalName()) {
                case "tcPr" -> {
                    for (int open = 1; open > 0; ) {
                        int inner = xml.next();
                        open += inner == XMLStreamConstants.START_ELEMENT ? 1 : 0;
                        open -= inner == XMLStreamConstants.END_ELEMENT ? 1 : 0;
                        if (inner == XMLStreamConstants.START_ELEMENT
                                && xml.getLocalName().equals("gridSpan")) {
                            var value = attribute("val");
                            span = value != null && value.matches("\\d{1,3}")
                                    ? Math.max(1, Integer.parseInt(value))
                                    : 1;
                        } else if (inner == XMLStreamConstants.START_ELEMENT
                                && xml.getLocalName().equals("vMerge")) {
                            continued = !"restart".equals(attribute("val"));
                        }
                    }
                }
                case "p" -> readParagraph(content, depth);
                case "tbl" -> content.addAll(readTable(depth).lines());
                default -> readBlocks(content, depth);
            }
        }
        var lines = content.stream().flatMap(piece -> piece.lines().stream()).toList();
        return new Piece.Cell(lines, column, span, continued);
    }

    private @Nullable String attribute(String name) {
        return attribute(xml, name);
    }

    static @Nullable String attribute(XMLStreamReader xml, String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return null;
    }

    /** Goes on to the next element within the one that is being read; false where that one ends. */
    private boolean nextChild() throws XMLStreamException {
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT) {
                return event == XMLStreamConstants.START_ELEMENT;
            }
        }
        return false;
    }

    private void skip() throws XMLStreamException {
        for (int open = 1; open > 0; ) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                open++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                open--;
            }
        }
    }
}
