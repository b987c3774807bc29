package org.xinheng.kernel.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Two official documents, public acts of their cities, and what must be read from them: 常州市《重点任务分工表》(2018), a table
 * pasted as text, and 淮信用办〔2021〕17号 of 淮安市社会信用体系建设领导小组办公室, a notice with an annex.
 */
class RealDocumentsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(strings = {"changzhou-2018-tasks", "huaian-2021-tasks"})
    void everyTaskIsReadAsPrinted(String name) {
        var document = Documents.read(Documents.resource(name + ".txt"));
        var expected = JSON.readTree(Documents.resource(name + ".json"));

        assertThat(fold(document.title())).isEqualTo(fold(expected.get("title").asString(null)));
        assertThat(fold(document.documentNumber()))
                .isEqualTo(fold(expected.get("documentNumber").asString(null)));
        assertThat(document.issuer()).isEqualTo(expected.get("issuer").asString(null));
        assertThat(document.issueDate() == null ? null : document.issueDate().toString())
                .isEqualTo(expected.get("issueDate").asString(null));
        assertThat(document.groups()).isEmpty();
        assertThat(document.safeguards()).isEmpty();
        assertThat(document.doubts()).isEmpty();
        assertThat(document.tasks()).hasSize(expected.get("tasks").size());
        for (int i = 0; i < document.tasks().size(); i++) {
            var task = document.tasks().get(i);
            var wanted = expected.get("tasks").get(i);
            assertThat(facts(task)).as("task %s", task.number()).isEqualTo(facts(wanted));
            if (!wanted.get("titleAmbiguous").asBoolean()) {
                assertThat(fold(task.title()))
                        .as("title of task %s", task.number())
                        .isEqualTo(fold(wanted.get("title").asString(null)));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"changzhou-2018-tasks", "huaian-2021-tasks"})
    void noCharacterIsLost(String name) {
        var bytes = Documents.resource(name + ".txt");

        assertThat(Documents.difference(Encoding.decode(bytes), Documents.read(bytes)))
                .isEmpty();
    }

    private static List<Object> facts(Task task) {
        var facts = new ArrayList<Object>();
        facts.add(String.valueOf(task.number()));
        task.sectionPath().forEach(heading -> facts.add(fold(heading)));
        facts.add(fold(task.text()));
        task.units().forEach(unit -> facts.add(unit.role() + " " + fold(unit.name()) + " " + fold(unit.alias())));
        facts.add(task.openEnded());
        facts.add(task.deadline() == null);
        return facts;
    }

    private static List<Object> facts(JsonNode task) {
        var facts = new ArrayList<Object>();
        facts.add(task.get("number").asString());
        task.get("sectionPath").forEach(heading -> facts.add(fold(heading.asString())));
        facts.add(fold(task.get("text").asString()));
        task.get("units")
                .forEach(unit -> facts.add(unit.get("role").asString() + " "
                        + fold(unit.get("name").asString()) + " "
                        + fold(unit.get("alias").asString(null))));
        facts.add(task.get("openEnded").asBoolean());
        facts.add(task.get("deadline").isNull());
        return facts;
    }

    /** Widths, quotes and the last stop are as good one way as the other. */
    private static String fold(@org.jspecify.annotations.Nullable String text) {
        if (text == null) {
            return "-";
        }
        return Plain.bare(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .replaceAll("[“”„‟]", "\"")
                .replaceAll("。+$", "");
    }
}
