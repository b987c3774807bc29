package org.xinheng.kernel.item;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;
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
        var packed = bytes();
        refuseOversize(packed);
        try (var workbook = reading(() -> new ReadableWorkbook(new ByteArrayInputStream(packed)))) {
            var epoch = workbook.isDate1904() ? EPOCH_1904 : EPOCH;
            var sheets = reading(() -> workbook.getSheets()
                    .filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE)
                    .toList());
            for (var sheet : sheets) {
                var columns = read(sheet, epoch, rows);
                if (columns != null) {
                    return columns;
                }
            }
            throw reading(() -> nearest(sheets));
        }
    }

    @FunctionalInterface
    private interface Step<T> {

        T take() throws IOException;
    }

    /** The library throws whatever it stumbles over; from bytes in memory all of it means that they are damaged. */
    private static <T> T reading(Step<T> step) {
        try {
            return step.take();
        } catch (CreditException refusal) {
            throw refusal;
        } catch (IOException | RuntimeException e) {
            throw new CreditException(FileError.FILE_DAMAGED);
        }
    }

    /** Whether a compound file is a workbook behind a password rather than an old .xls. */
    boolean isEncrypted() throws IOException {
        var name = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
        var bytes = bytes();
        for (int i = 0; i <= bytes.length - name.length; i++) {
            if (Arrays.equals(bytes, i, i + name.length, name, 0, name.length)) {
                return true;
            }
        }
        return false;
    }

    private byte[] bytes() throws IOException {
        try (var in = content.open()) {
            var bytes = in.readNBytes(limits.workbook() + 1);
            if (bytes.length > limits.workbook()) {
                throw new CreditException(FileError.FILE_TOO_LARGE);
            }
            return bytes;
        }
    }

    /** Sizes written in an archive may lie, so what unpacks is counted. */
    private void refuseOversize(byte[] packed) {
        try (var zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(packed))
                .get()) {
            if (zip.getEntry("xl/workbook.xml") == null && zip.getEntry("[Content_Types].xml") == null) {
                throw new CreditException(FileError.FILE_NOT_A_TABLE);
            }
            if (packed.length * BEST_RATIO <= limits.inflated()) {
                return;
            }
            var buffer = new byte[1 << 16];
            long inflated = 0;
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
        } catch (IOException e) {
            throw new CreditException(FileError.FILE_DAMAGED);
        }
    }

    private @Nullable Columns read(Sheet sheet, LocalDate epoch, Consumer<SourceRow> rows) {
        try (var stream = reading(sheet::openStream)) {
            var iterator = stream.iterator();
            var header = reading(() -> header(iterator));
            if (header.isEmpty()) {
                return null;
            }
            var columns = header.get();
            var dates = dates(columns);
            while (true) {
                var row = reading(() -> next(iterator, columns, dates, epoch));
                if (row.isEmpty()) {
                    return columns;
                }
                rows.accept(row.get());
            }
        }
    }

    /** The next row that is not blank; empty at the end. */
    private static Optional<SourceRow> next(Iterator<Row> rows, Columns columns, boolean[] dates, LocalDate epoch) {
        while (rows.hasNext()) {
            var row = rows.next();
            var cells = cells(row, columns.count(), dates, epoch);
            if (cells != null) {
                return Optional.of(new SourceRow(row.getRowNum(), cells, columns));
            }
        }
        return Optional.empty();
    }

    private Optional<Columns> header(Iterator<Row> rows) {
        for (int i = 0; i < ROWS_BEFORE_HEADER && rows.hasNext(); i++) {
            var cells = titles(rows.next());
            if (names.complete(cells)) {
                return Optional.of(names.columns(cells));
            }
        }
        return Optional.empty();
    }

    /** The refusal for a workbook without a whole header: what the row that comes nearest to one lacks. */
    private CreditException nearest(List<Sheet> sheets) throws IOException {
        List<String> nearest = List.of();
        for (var sheet : sheets) {
            try (var stream = sheet.openStream()) {
                for (var row : stream.limit(ROWS_BEFORE_HEADER).toList()) {
                    var cells = titles(row);
                    if (names.known(cells) > names.known(nearest)) {
                        nearest = cells;
                    }
                }
            }
        }
        return names.known(nearest) == 0
                ? new CreditException(FileError.FILE_EMPTY)
                : new CreditException(
                        FileError.HEADERS_MISSING, names.missing(nearest).toArray());
    }

    private static List<String> titles(Row row) {
        var titles = new ArrayList<String>(row.getCellCount());
        for (int i = 0; i < row.getCellCount(); i++) {
            titles.add(text(row.getOptionalCell(i).orElse(null)));
        }
        return titles;
    }

    private boolean[] dates(Columns columns) {
        var dates = new boolean[columns.count()];
        for (int i = 0; i < dates.length; i++) {
            var field = columns.fieldAt(i);
            dates[i] = field != null && field.type() == FieldType.DATE;
        }
        return dates;
    }

    private static @Nullable List<String> cells(Row row, int width, boolean[] dates, LocalDate epoch) {
        var cells = new String[Math.max(width, row.getCellCount())];
        boolean blank = true;
        for (int i = 0; i < cells.length; i++) {
            var cell = i < row.getCellCount() ? row.getCell(i) : null;
            cells[i] = i < dates.length && dates[i] ? date(cell, epoch) : text(cell);
            blank = blank && Text.strip(cells[i]).isEmpty();
        }
        return blank ? null : Arrays.asList(cells);
    }

    private static String date(@Nullable Cell cell, LocalDate epoch) {
        var text = text(cell);
        if (cell == null || text.length() < 5 || !Text.allDigits(text, 0, 5)) {
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

    /** A number as a person would have typed it: the sheet keeps 0.2 as 0.20000000000000001. */
    private static String text(@Nullable Cell cell) {
        if (cell == null) {
            return "";
        }
        if (cell.getType() == CellType.NUMBER) {
            return new BigDecimal(cell.getRawValue())
                    .round(new MathContext(15))
                    .stripTrailingZeros()
                    .toPlainString();
        }
        var text = cell.getText();
        return text == null ? "" : text;
    }
}
