package org.xinheng.demo.population;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.xinheng.kernel.pack.Item;

/**
 * A file an agency sends in.
 *
 * @param key the same for the same file at every start, so that sending it twice takes it in once
 * @param item id of the catalogue item
 * @param rows cells by field id
 */
public record Delivery(String key, Reporter reporter, String item, List<Map<String, String>> rows) {

    private static final Charset GB18030 = Charset.forName("GB18030");

    /** A CSV with the columns of the standard template; the court's system writes GB18030. */
    public byte[] file(Item layout) {
        var text = new StringBuilder();
        line(text, layout.fields().stream().map(field -> field.label().zh()));
        for (var row : rows) {
            line(text, layout.fields().stream().map(field -> row.getOrDefault(field.id(), "")));
        }
        return text.toString().getBytes(reporter == Reporter.COURT ? GB18030 : StandardCharsets.UTF_8);
    }

    private static void line(StringBuilder text, Stream<String> cells) {
        var separator = new String[] {""};
        cells.forEach(cell -> {
            text.append(separator[0]);
            separator[0] = ",";
            boolean plain = cell.indexOf(',') < 0 && cell.indexOf('"') < 0 && cell.indexOf('\n') < 0;
            text.append(plain ? cell : '"' + cell.replace("\"", "\"\"") + '"');
        });
        text.append("\r\n");
    }
}
