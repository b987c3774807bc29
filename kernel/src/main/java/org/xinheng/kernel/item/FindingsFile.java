package org.xinheng.kernel.item;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;

/** The findings of a file as CSV that a spreadsheet opens rightly: UTF-8 with a byte order mark. */
public final class FindingsFile implements Closeable {

    private final CsvWriter csv;

    /** Begins the file with its header; closing closes the stream too. */
    public FindingsFile(OutputStream out) throws IOException {
        var text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write('\uFEFF');
        csv = CsvWriter.builder().build(text);
        csv.writeRecord("line", "field", "rule", "severity", "value", "message", "english");
    }

    public void write(Finding finding) {
        csv.writeRecord(
                Integer.toString(finding.line()),
                Text.asText(finding.field()),
                finding.rule().name(),
                finding.severity().name(),
                Text.asText(finding.value()),
                finding.message(),
                finding.english());
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
