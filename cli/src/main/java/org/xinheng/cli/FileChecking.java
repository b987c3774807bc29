package org.xinheng.cli;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.calendar.WorkingCalendar;
import org.xinheng.kernel.item.FileCheck;
import org.xinheng.kernel.item.FileError;
import org.xinheng.kernel.item.Finding;
import org.xinheng.kernel.pack.Item;
import org.xinheng.kernel.pack.PackReader;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** {@code file check}: what intake would say of a file, without a server and without what was sent before. */
final class FileChecking {

    private FileChecking() {}

    static Exit run(List<String> arguments, Session session) throws IOException {
        var options = new Options(arguments, Set.of("item", "received"), Set.of());
        if (options.rest().size() != 1) {
            throw new WrongUse("file check needs one file: file check --item ID [--received DATE] FILE");
        }
        var file = NamedFile.of(options.rest().getFirst());
        var received = options.day("received", session.today());
        var item = item(options.required("item"));
        var findings = new ArrayList<Finding>();
        try {
            var counts = FileCheck.check(
                    () -> Files.newInputStream(file),
                    item,
                    WorkingCalendar.published(),
                    received,
                    row -> findings.addAll(row.findings()));
            session.talk().println("xinheng: duplicates were looked for within this file only (仅在本文件内查重)");
            session.results().append(json(counts, findings)).append('\n');
            return findings.isEmpty() ? Exit.DONE : Exit.FINDINGS;
        } catch (CreditException refusal) {
            if (!(refusal.code() instanceof FileError error)) {
                throw refusal;
            }
            session.talk().println("xinheng: " + error + " " + error.sentence() + refusal.arguments());
            return Exit.FAILED;
        }
    }

    private static Item item(String id) {
        var items = PackReader.items(ShippedPacks.folder(), "national");
        var item = items.get(id);
        if (item == null) {
            throw new WrongUse("no item \"" + id + "\"; there are " + String.join(", ", items.keySet()));
        }
        return item;
    }

    private static CharSequence json(FileCheck.Counts counts, List<Finding> findings) {
        var text = new StringWriter(256 + 192 * findings.size());
        try (var json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeNumberProperty("rows", counts.rows());
            json.writeNumberProperty("accepted", counts.accepted());
            json.writeNumberProperty("refused", counts.refused());
            json.writeNumberProperty("duplicates", counts.duplicates());
            json.writeNumberProperty("late", counts.late());
            json.writeArrayPropertyStart("findings");
            for (var finding : findings) {
                write(json, finding);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return text.getBuffer();
    }

    private static void write(JsonGenerator json, Finding finding) {
        json.writeStartObject();
        json.writeNumberProperty("line", finding.line());
        json.writeStringProperty("field", finding.field());
        json.writeStringProperty("rule", finding.rule().name());
        json.writeStringProperty("severity", finding.severity().name());
        json.writeStringProperty("value", finding.value());
        json.writeStringProperty("message", finding.message());
        json.writeStringProperty("english", finding.english());
        json.writeEndObject();
    }
}
