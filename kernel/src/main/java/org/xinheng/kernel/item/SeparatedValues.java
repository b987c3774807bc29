package org.xinheng.kernel.item;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.xinheng.kernel.CreditException;

/** Reads CSV, row by row. */
final class SeparatedValues {

    private final Content content;
    private final Columns.Names names;
    private final long largest;

    SeparatedValues(Content content, Columns.Names names, long largest) {
        this.content = content;
        this.names = names;
        this.largest = largest;
    }

    Columns read(Consumer<SourceRow> rows) throws IOException {
        var encoding = TextEncoding.of(content, largest);
        Columns columns = null;
        long line = 1;
        try (var in = content.open();
                var text = encoding.reader(in);
                var records = CsvReader.builder()
                        .allowUnclosedQuote(false)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .ofCsvRecord(text)) {
            for (CsvRecord csv : records) {
                line = csv.getStartingLineNumber();
                var cells = csv.getFields();
                if (isBlank(cells)) {
                    continue;
                }
                if (columns == null) {
                    columns = header(cells);
                } else {
                    rows.accept(new SourceRow(Math.toIntExact(line), cells, columns));
                }
            }
        } catch (CsvParseException e) {
            // The only faults of a CSV: a quote that nothing closes, or a limit of the library.
            throw new CreditException(
                    String.valueOf(e.getMessage()).contains("maximum")
                            ? FileError.FILE_LINE_TOO_LONG
                            : FileError.FILE_QUOTES_BROKEN,
                    line);
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
}
