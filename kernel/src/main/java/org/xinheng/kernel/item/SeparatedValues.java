package org.xinheng.kernel.item;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.xinheng.kernel.CreditException;

/** Reads CSV. The whole file decides the charset, since a short sample misleads every detector. */
final class SeparatedValues {

    private static final int BUFFER = 1 << 16;
    private static final Charset GB18030 = Charset.forName("GB18030");

    private final Content content;
    private final Columns.Names names;
    private final long largest;

    SeparatedValues(Content content, Columns.Names names, long largest) {
        this.content = content;
        this.names = names;
        this.largest = largest;
    }

    Columns read(Consumer<SourceRow> rows) throws IOException {
        var encoding = encoding();
        Columns columns = null;
        long line = 1;
        try (var in = content.open();
                var text = new InputStreamReader(encoding.skipMark(in), strict(encoding.charset));
                var records = CsvReader.builder()
                        .allowUnclosedQuote(false)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .ofCsvRecord(text)) {
            for (CsvRecord csv : records) {
                line = csv.getStartingLineNumber();
                var cells = csv.getFields();
                if (columns == null) {
                    columns = header(cells);
                } else if (!isBlank(cells)) {
                    rows.accept(new SourceRow(Math.toIntExact(line), cells, columns));
                }
            }
        } catch (CsvParseException e) {
            throw new CreditException(FileError.FILE_QUOTES_BROKEN, line);
        }
        if (columns == null) {
            throw new CreditException(FileError.FILE_EMPTY);
        }
        return columns;
    }

    private Columns header(List<String> cells) {
        if (cells.size() == 1
                && (cells.getFirst().indexOf('\t') >= 0 || cells.getFirst().indexOf(';') >= 0)) {
            throw new CreditException(FileError.FILE_WITHOUT_COMMAS);
        }
        return names.columns(cells);
    }

    private static boolean isBlank(List<String> cells) {
        for (var cell : cells) {
            for (int i = 0; i < cell.length(); i++) {
                if (!Text.blank(cell.charAt(i))) {
                    return false;
                }
            }
        }
        return true;
    }

    private Encoding encoding() throws IOException {
        var marked = marked();
        if (marked.mark > 0) {
            if (!decodes(marked)) {
                throw new CreditException(FileError.FILE_CHARSET_UNKNOWN);
            }
            return marked;
        }
        for (var charset : List.of(StandardCharsets.UTF_8, GB18030)) {
            var encoding = new Encoding(charset, 0);
            if (decodes(encoding)) {
                return encoding;
            }
        }
        throw new CreditException(FileError.FILE_CHARSET_UNKNOWN);
    }

    private Encoding marked() throws IOException {
        try (var in = content.open()) {
            var start = in.readNBytes(4);
            if (start.length >= 3 && start[0] == (byte) 0xEF && start[1] == (byte) 0xBB && start[2] == (byte) 0xBF) {
                return new Encoding(StandardCharsets.UTF_8, 3);
            }
            if (start.length >= 2 && start[0] == (byte) 0xFF && start[1] == (byte) 0xFE) {
                return new Encoding(StandardCharsets.UTF_16LE, 2);
            }
            if (start.length >= 2 && start[0] == (byte) 0xFE && start[1] == (byte) 0xFF) {
                return new Encoding(StandardCharsets.UTF_16BE, 2);
            }
            if (start.length == 4 && start[0] == (byte) 0x84 && start[1] == 0x31 && start[2] == (byte) 0x95) {
                return new Encoding(GB18030, 4);
            }
            return new Encoding(StandardCharsets.UTF_8, 0);
        }
    }

    /** Whether every byte of the file is text in this encoding. Refuses what is too large, or no text in any. */
    private boolean decodes(Encoding encoding) throws IOException {
        var decoder = strict(encoding.charset);
        var bytes = ByteBuffer.allocate(BUFFER);
        var chars = CharBuffer.allocate(BUFFER);
        long size = 0;
        try (var in = encoding.skipMark(content.open())) {
            while (true) {
                int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
                boolean end = read < 0;
                if (!end) {
                    size += read;
                    bytes.position(bytes.position() + read);
                }
                if (size > largest) {
                    throw new CreditException(FileError.FILE_TOO_LARGE);
                }
                bytes.flip();
                var result = decoder.decode(bytes, chars.clear(), end);
                if (result.isError()) {
                    return false;
                }
                refuseControls(chars.flip());
                bytes.compact();
                if (end) {
                    return true;
                }
            }
        }
    }

    /** A NUL stands in no text: the file is a picture, a database or damaged. */
    private static void refuseControls(CharBuffer chars) {
        var array = chars.array();
        for (int i = 0; i < chars.limit(); i++) {
            if (array[i] == 0) {
                throw new CreditException(FileError.FILE_NOT_A_TABLE);
            }
        }
    }

    private static CharsetDecoder strict(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /** @param mark bytes of the byte order mark at the start */
    private record Encoding(Charset charset, int mark) {

        InputStream skipMark(InputStream in) throws IOException {
            in.skipNBytes(mark);
            return in;
        }
    }
}
