package org.xinheng.cli;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.util.List;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.policy.Doubt;
import org.xinheng.kernel.policy.Passage;
import org.xinheng.kernel.policy.PolicyDocument;
import org.xinheng.kernel.policy.PolicyError;
import org.xinheng.kernel.policy.PolicyFile;
import org.xinheng.kernel.policy.Task;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** {@code policy parse}: a policy document as JSON; what should be looked at goes to the talk as well. */
final class PolicyParsing {

    private PolicyParsing() {}

    static Exit run(List<String> arguments, Session session) throws IOException {
        if (arguments.size() != 1 || arguments.getFirst().startsWith("--")) {
            throw new WrongUse("policy parse takes one file: policy parse FILE (.txt, .docx or .html)");
        }
        var file = NamedFile.of(arguments.getFirst());
        try (var in = Files.newInputStream(file)) {
            var document = PolicyFile.read(in);
            session.results().append(json(document)).append('\n');
            for (var doubt : document.doubts()) {
                session.talk()
                        .println("xinheng: 第" + doubt.line() + "行 " + doubt.chinese() + " · line " + doubt.line() + " "
                                + doubt.english());
            }
            boolean open =
                    document.doubts().stream().anyMatch(doubt -> doubt.kind().isOpen());
            return open ? Exit.FINDINGS : Exit.DONE;
        } catch (CreditException refusal) {
            if (!(refusal.code() instanceof PolicyError error)) {
                throw refusal;
            }
            session.talk().println("xinheng: " + error + " " + error.chinese() + " · " + error.english());
            return Exit.FAILED;
        }
    }

    private static CharSequence json(PolicyDocument document) {
        var text = new StringWriter(1 << 16);
        try (var json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeStringProperty("title", document.title());
            json.writeStringProperty("documentNumber", document.documentNumber());
            json.writeStringProperty("issuer", document.issuer());
            var issued = document.issueDate();
            json.writeStringProperty("issueDate", issued == null ? null : issued.toString());
            json.writeArrayPropertyStart("tasks");
            document.tasks().forEach(task -> write(json, task));
            json.writeEndArray();
            writeGroups(json, document);
            writeSafeguards(json, document);
            writePassages(json, "headings", document.passages(Passage.Kind.HEADING));
            writePassages(json, "paragraphs", document.passages(Passage.Kind.PARAGRAPH));
            json.writeArrayPropertyStart("findings");
            document.doubts().forEach(doubt -> write(json, doubt));
            json.writeEndArray();
            json.writeEndObject();
        }
        return text.getBuffer();
    }

    private static void write(JsonGenerator json, Task task) {
        json.writeStartObject();
        json.writeStringProperty("number", task.number());
        json.writeArrayPropertyStart("sectionPath");
        task.sectionPath().forEach(json::writeString);
        json.writeEndArray();
        json.writeStringProperty("title", task.title());
        json.writeStringProperty("text", task.text());
        json.writeArrayPropertyStart("units");
        for (var unit : task.units()) {
            json.writeStartObject();
            json.writeStringProperty("role", unit.role().name());
            json.writeStringProperty("name", unit.name());
            json.writeStringProperty("alias", unit.alias());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeBooleanProperty("openEnded", task.openEnded());
        var deadline = task.deadline();
        if (deadline == null) {
            json.writeNullProperty("deadline");
        } else {
            json.writeObjectPropertyStart("deadline");
            json.writeStringProperty("text", deadline.text());
            json.writeStringProperty("date", deadline.date().toString());
            json.writeEndObject();
        }
        json.writeStringProperty("remark", task.remark());
        json.writeNumberProperty("line", task.line());
        json.writeEndObject();
    }

    private static void writeGroups(JsonGenerator json, PolicyDocument document) {
        json.writeArrayPropertyStart("groups");
        for (var group : document.groups()) {
            json.writeStartObject();
            json.writeStringProperty("number", group.number());
            json.writeStringProperty("name", group.name());
            json.writeArrayPropertyStart("leadUnits");
            group.leadUnits().forEach(json::writeString);
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeSafeguards(JsonGenerator json, PolicyDocument document) {
        json.writeArrayPropertyStart("safeguards");
        for (var safeguard : document.safeguards()) {
            json.writeStartObject();
            json.writeStringProperty("number", safeguard.number());
            json.writeStringProperty("text", safeguard.text());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writePassages(JsonGenerator json, String name, List<Passage> passages) {
        json.writeArrayPropertyStart(name);
        for (var passage : passages) {
            json.writeStartObject();
            json.writeNumberProperty("line", passage.line());
            json.writeStringProperty("text", passage.text());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void write(JsonGenerator json, Doubt doubt) {
        json.writeStartObject();
        json.writeNumberProperty("line", doubt.line());
        json.writeStringProperty("kind", doubt.kind().name());
        json.writeBooleanProperty("open", doubt.kind().isOpen());
        json.writeStringProperty("message", doubt.chinese() + " · " + doubt.english());
        json.writeEndObject();
    }
}
