package org.xinheng.kernel.item;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamException;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.pack.FieldType;
import org.xinheng.kernel.pack.Item;

/** Reads XLSX: the first visible sheet that has the headers near its top; sheets of explanations have none. */
final class Workbooks {

    /** Deflate cannot pack better than this, so small files need no counting. */
    private static final long BEST_RATIO = 1_032;

    private static final int ROWS_BEFORE_HEADER = 10;
    private static final LocalDate EPOCH = LocalDate.of(1899, 12, 30);
    private static final LocalDate EPOCH_1904 = LocalDate.of(1904, 1, 1);
    /** Serials of 1927-05-18 to 9999-12-31; smaller numbers are no dates, larger ones are dates written as digits. */
    private static final int FIRST_SERIAL = 10_000;

    private static final int LAST_SERIAL = 2_958_465;

    private final Content content;
    private final Item item;
    private final Columns.Names names;
    private final TableFile.Limits limits;

    Workbooks(Content content, Item item, Columns.Names names, TableFile.Limits limits) {
        this.limits = limits;
        this.content = content;
        this.item = item;
        this.names = names;
    }

    Columns read(Consumer<SourceRow> rows) throws IOException {
        var packed = bytes(content, limits);
        try (var parts = reading(() -> WorkbookParts.open(packed, limits.inflated()))) {
            var book = reading(parts::book);
            var texts = reading(parts::sharedTexts);
            for (var sheet : book.visible()) {
                try (var sheetRows = reading(() -> parts.rows(sheet, texts))) {
                    var columns = reading(() -> header(sheetRows));
                    if (columns.isPresent()) {
                        read(sheetRows, columns.get(), book.from1904() ? EPOCH_1904 : EPOCH, rows);
                        return columns.get();
                    }
                }
            }
            throw reading(() -> nearest(parts, book, texts));
        }
    }

    @FunctionalInterface
    private interface Step<T> {

        T take() throws IOException, XMLStreamException;
    }

    /** The libraries throw whatever they stumble over; from bytes in memory all of it means that they are damaged. */
    private static <T> T reading(Step<T> step) {
        try {
            return step.take();
        } catch (CreditException refusal) {
            throw refusal;
        } catch (IOException | XMLStreamException | RuntimeException e) {
            throw new CreditException(FileError.FILE_DAMAGED);
        }
    }

    /** Whether a compound file is a workbook behind a password rather than an old .xls. */
    boolean isEncrypted() throws IOException {
        var name = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
        var bytes = bytes(content, limits);
        for (int i = 0; i <= bytes.length - name.length; i++) {
            if (Arrays.equals(bytes, i, i + name.length, name, 0, name.length)) {
                return true;
            }
        }
        return false;
    }

    private static byte[] bytes(Content content, TableFile.Limits limits) throws IOException {
        try (var in = content.open()) {
            var bytes = in.readNBytes(limits.workbook() + 1);
            if (bytes.length > limits.workbook()) {
                throw new CreditException(FileError.FILE_TOO_LARGE);
            }
            return bytes;
        }
    }

    /** Unpacks everything once, to nowhere: for whoever takes a file in and answers at once. */
    static void refuseOversize(Content content, TableFile.Limits limits) throws IOException {
        var packed = bytes(content, limits);
        if (packed.length * BEST_RATIO <= limits.inflated()) {
            return;
        }
        var buffer = new byte[1 << 16];
        long inflated = 0;
        try (var zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(packed))
                .get()) {
            long declared = 0;
            for (var entry : Collections.list(zip.getEntries())) {
                declared += Math.max(0, entry.getSize());
            }
            if (declared > limits.inflated()) {
                throw new CreditException(FileError.FILE_TOO_LARGE);
            }
            for (var entries = zip.getEntries(); entries.hasMoreElements(); ) {
                try (var in = zip.getInputStream(entries.nextElement())) {
                    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                        inflated += read;
                        if (inflated > limits.inflated()) {
                            throw new CreditException(FileError.FILE_TOO_LARGE);
                        }
                    }
                }
            }
        } catch (CreditException tooLarge) {
            throw tooLarge;
        } catch (IOException | RuntimeException e) {
            // Damaged: what is wrong with it is said by whoever reads it.
            return;
        }
    }

    private void read(SheetRows sheet, Columns columns, LocalDate epoch, Consumer<SourceRow> rows) {
        var dates = dates(columns);
        while (true) {
            var next = reading(sheet::next);
            if (next.isEmpty()) {
                return;
            }
            var cells = next.get();
            if (!isBlank(cells)) {
                for (int i = 0; i < cells.length && i < dates.length; i++) {
                    if (dates[i]) {
                        cells[i] = date(cells[i], epoch);
                    }
                }
                rows.accept(new SourceRow(sheet.line(), Arrays.asList(cells), columns));
            }
        }
    }

    private Optional<Columns> header(SheetRows rows) throws XMLStreamException {
        for (int i = 0; i < ROWS_BEFORE_HEADER; i++) {
            var titles = rows.next().map(Arrays::asList);
            if (titles.isEmpty()) {
                break;
            }
            if (names.complete(titles.get())) {
                return Optional.of(names.columns(titles.get()));
            }
        }
        return Optional.empty();
    }

    /** The refusal for a workbook without a whole header: what the row that comes nearest to one lacks. */
    private CreditException nearest(WorkbookParts parts, WorkbookParts.Book book, SharedTexts texts)
            throws IOException, XMLStreamException {
        List<String> nearest = List.of();
        for (var sheet : book.visible()) {
            try (var rows = parts.rows(sheet, texts)) {
                for (int i = 0; i < ROWS_BEFORE_HEADER; i++) {
                    var titles = rows.next().map(Arrays::asList);
                    if (titles.isEmpty()) {
                        break;
                    }
                    if (names.known(titles.get()) > names.known(nearest)) {
                        nearest = titles.get();
                    }
                }
            }
        }
        return names.known(nearest) == 0
                ? new CreditException(FileError.FILE_EMPTY)
                : new CreditException(
                        FileError.HEADERS_MISSING, names.missing(nearest).toArray());
    }

    private static boolean isBlank(String[] cells) {
        for (var cell : cells) {
            if (!Text.strip(cell).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private static boolean[] dates(Columns columns) {
        var dates = new boolean[columns.count()];
        for (int i = 0; i < dates.length; i++) {
            var field = columns.fieldAt(i);
            dates[i] = field != null && field.type() == FieldType.DATE;
        }
        return dates;
    }

    private static String date(String text, LocalDate epoch) {
        if (text.length() < 5 || !Text.allDigits(text, 0, 5)) {
            return text;
        }
        int point = text.indexOf('.');
        var whole = point < 0 ? text : text.substring(0, point);
        if (whole.length() > 7 || !Text.allDigits(whole, 0, whole.length())) {
            return text;
        }
        int serial = Integer.parseInt(whole);
        return serial >= FIRST_SERIAL && serial <= LAST_SERIAL
                ? epoch.plusDays(serial).toString()
                : text;
    }
}
