package org.xinheng.platform.intake;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.pack.Item;

/** Rows from a call or a form, written as the table a department would have sent. */
final class TypedRows {

    private static final int MOST_ROWS = 50_000;

    private TypedRows() {}

    /** CSV with every column of the item; refuses by name a column the item does not have. */
    static byte[] asTable(Item item, List<Map<String, @Nullable String>> rows) {
        if (rows.isEmpty()) {
            throw new CreditException(IntakeError.ROWS_MISSING);
        }
        if (rows.size() > MOST_ROWS) {
            throw new CreditException(IntakeError.TOO_MANY_ROWS, MOST_ROWS);
        }
        var places = places(item);
        var table = new ByteArrayOutputStream();
        try (var csv = CsvWriter.builder().build(new OutputStreamWriter(table, StandardCharsets.UTF_8))) {
            csv.writeRecord(
                    item.fields().stream().map(field -> field.label().zh()).toList());
            for (var row : rows) {
                var cells = new String[item.fields().size()];
                Arrays.fill(cells, "");
                row.forEach((column, value) -> {
                    var place = places.get(column.strip());
                    if (place == null) {
                        throw new CreditException(IntakeError.UNKNOWN_FIELD, column);
                    }
                    cells[place] = value == null ? "" : value;
                });
                csv.writeRecord(cells);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return table.toByteArray();
    }

    private static Map<String, Integer> places(Item item) {
        var places = new HashMap<String, Integer>();
        for (int i = 0; i < item.fields().size(); i++) {
            var field = item.fields().get(i);
            places.putIfAbsent(field.label().zh(), i);
            places.putIfAbsent(field.code(), i);
            places.putIfAbsent(field.id(), i);
            for (var alias : field.aliases()) {
                places.putIfAbsent(alias, i);
            }
        }
        return places;
    }
}
