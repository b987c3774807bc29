package org.xinheng.kernel.item;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.xinheng.kernel.CreditException;

/**
 * The rows of one sheet, one after the other. A formula is never evaluated: what the sheet keeps as its last result is
 * its value. Rows and cells that do not stand in their order are damage, for findings name rows by their number.
 */
final class SheetRows implements Closeable {

    private static final int LAST_ROW = 1 << 20;
    private static final int LAST_COLUMN = 1 << 14;
    /** Characters of one row: far above what its fields may hold, far below what memory has room for. */
    private static final int LONGEST_ROW = 4 << 20;

    /** Numbers of more digits before or behind the point are no amounts and no days. */
    private static final int MOST_DIGITS = 40;

    private static final MathContext SIGNIFICANT = new MathContext(15);

    private final InputStream in;
    private final XMLStreamReader xml;
    private final SharedTexts texts;
    private final CellText inline = new CellText();
    private final StringBuilder value = new StringBuilder();
    private final StringBuilder formula = new StringBuilder();
    private String[] cells = new String[64];
    private int width;
    private int line;
    private int length;
    private int depth;

    SheetRows(InputStream in, XMLStreamReader xml, SharedTexts texts) {
        this.in = in;
        this.xml = xml;
        this.texts = texts;
    }

    /** Number of the row read last. */
    int line() {
        return line;
    }

    /** The cells of the next row as text; empty after the last. */
    Optional<String[]> next() throws XMLStreamException {
        while (WorkbookParts.next(xml)) {
            int event = xml.getEventType();
            if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
                if (xml.getLocalName().equals("sheetData")) {
                    return Optional.empty();
                }
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                depth = WorkbookParts.deeper(depth);
                if (xml.getLocalName().equals("row")) {
                    return Optional.of(row());
                }
            }
        }
        return Optional.empty();
    }

    private String[] row() throws XMLStreamException {
        var number = WorkbookParts.attribute(xml, "r");
        int at = number == null ? line + 1 : number(number);
        if (at <= line || at > LAST_ROW) {
            throw new CreditException(FileError.FILE_DAMAGED);
        }
        line = at;
        width = 0;
        length = 0;
        while (WorkbookParts.next(xml)) {
            int event = xml.getEventType();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth = WorkbookParts.deeper(depth);
                if (xml.getLocalName().equals("c")) {
                    cell();
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
                if (xml.getLocalName().equals("row")) {
                    return Arrays.copyOf(cells, width);
                }
            }
        }
        throw new CreditException(FileError.FILE_DAMAGED);
    }

    private void cell() throws XMLStreamException {
        int column = width;
        String type = null;
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            var name = xml.getAttributeLocalName(i);
            if (name.equals("r")) {
                column = column(xml.getAttributeValue(i));
            } else if (name.equals("t")) {
                type = xml.getAttributeValue(i);
            }
        }
        if (column < width || column >= LAST_COLUMN) {
            throw new CreditException(FileError.FILE_DAMAGED);
        }
        if (column >= cells.length) {
            cells = Arrays.copyOf(cells, Math.min(LAST_COLUMN, Math.max(column + 1, cells.length * 2)));
        }
        Arrays.fill(cells, width, column, "");
        cells[column] = content(type);
        width = column + 1;
    }

    private String content(@Nullable String type) throws XMLStreamException {
        value.setLength(0);
        formula.setLength(0);
        StringBuilder into = null;
        while (WorkbookParts.next(xml)) {
            switch (xml.getEventType()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    depth = WorkbookParts.deeper(depth);
                    into = xml.getLocalName().equals("v")
                            ? value
                            : xml.getLocalName().equals("f") ? formula.append('=') : null;
                    inline.start(xml.getLocalName());
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    into = null;
                    inline.end(xml.getLocalName());
                    if (xml.getLocalName().equals("c")) {
                        return text(type);
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    inline.add(xml);
                    if (into != null && into.length() < CellText.LONGEST) {
                        into.append(xml.getText());
                    }
                }
                default -> {}
            }
        }
        throw new CreditException(FileError.FILE_DAMAGED);
    }

    private String text(@Nullable String type) {
        var written = inline.take();
        if ("s".equals(type)) {
            return value.isEmpty() ? "" : texts.get(number(value.toString().strip()));
        }
        // A formula without a result stays visible as what it is, so that its clerk hears of it.
        var text = "inlineStr".equals(type) ? written : value.isEmpty() ? formula.toString() : value.toString();
        length += text.length();
        if (length > LONGEST_ROW) {
            throw new CreditException(FileError.FILE_DAMAGED);
        }
        if (value.isEmpty()) {
            return text;
        }
        return switch (type) {
            case null -> decimal(text);
            case "n" -> decimal(text);
            case "b" -> text.equals("1") ? "TRUE" : "FALSE";
            default -> text;
        };
    }

    /** A number as a person would have typed it: the sheet keeps 0.2 as 0.20000000000000001. */
    private static String decimal(String raw) {
        if (raw.isEmpty() || raw.length() <= 15 && raw.charAt(0) != '0' && Text.allDigits(raw, 0, raw.length())) {
            return raw;
        }
        try {
            var number = new BigDecimal(raw).round(SIGNIFICANT).stripTrailingZeros();
            return Math.abs(number.scale()) > MOST_DIGITS ? raw : number.toPlainString();
        } catch (NumberFormatException e) {
            return raw;
        }
    }

    private static int number(String digits) {
        if (digits.isEmpty() || digits.length() > 9 || !Text.allDigits(digits, 0, digits.length())) {
            throw new CreditException(FileError.FILE_DAMAGED);
        }
        return Integer.parseInt(digits);
    }

    /** AB12 stands in column 27, counted from 0. */
    private static int column(String reference) {
        int column = 0;
        for (int i = 0; i < reference.length(); i++) {
            char c = reference.charAt(i);
            if (c >= '0' && c <= '9' && i > 0) {
                return column - 1;
            }
            if (c < 'A' || c > 'Z' || i == 3) {
                break;
            }
            column = column * 26 + (c - 'A' + 1);
        }
        throw new CreditException(FileError.FILE_DAMAGED);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
