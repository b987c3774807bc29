package org.xinheng.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.ErrorCode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@PlatformTest
class OpenApiTest {

    private static final Path KEPT = Path.of(System.getProperty("xinheng.home")).resolve("docs/generated/openapi.json");

    @Autowired
    MockMvcTester http;

    @Autowired
    JsonMapper json;

    /** With {@code XINHENG_WRITE_DOCS=true} in the environment the kept description is written anew. */
    @Test
    void theKeptDescriptionIsThatOfTheApi() throws Exception {
        var answer = http.get().uri("/api/openapi.json").exchange();
        assertThat(answer).hasStatusOk();
        var described = (ObjectNode) json.readTree(answer.getResponse().getContentAsString(StandardCharsets.UTF_8));
        // Where it is served differs from place to place.
        described.remove("servers");
        var text = json.writerWithDefaultPrettyPrinter().writeValueAsString(described) + "\n";
        if (Boolean.parseBoolean(System.getenv("XINHENG_WRITE_DOCS"))) {
            Files.writeString(KEPT, text);
        }

        assertThat(described.get("openapi").asString()).startsWith("3.1");
        assertThat(Files.readString(KEPT))
                .as("docs/generated/openapi.json is stale: run this test with XINHENG_WRITE_DOCS=true")
                .isEqualTo(text);
    }

    /** The page and all that it fetches: whoever connects a system reads it before there is a token. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/swagger-ui/swagger-initializer.js",
                "/api/swagger-ui/swagger-ui-bundle.js",
                "/api/swagger-ui/swagger-ui.css",
                "/api/openapi.json/swagger-config",
                "/api/openapi.json"
            })
    void theReadablePageOpensToEverybody(String fetched) {
        var page = http.get().uri("/api/docs").exchange();
        assertThat(page).hasRedirectedUrl("/api/swagger-ui/index.html");
        assertThat(http.get().uri("/api/swagger-ui/index.html"))
                .hasStatusOk()
                .bodyText()
                .contains("swagger-initializer.js");
        assertThat(http.get().uri(fetched)).hasStatusOk();
    }

    @Autowired
    ApiOperations operations;

    private ObjectNode described() throws Exception {
        var answer = http.get().uri("/api/openapi.json").exchange();
        return (ObjectNode) json.readTree(answer.getResponse().getContentAsString(StandardCharsets.UTF_8));
    }

    /** A new operation is described in {@code api/operations.json}. */
    @Test
    void everyOperationSaysWhatItIsForWhatItAnswersAndHowItRefuses() throws Exception {
        var found = new TreeSet<String>();
        described()
                .get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    var name = operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey();
                    found.add(name);
                    var responses = operation.getValue().get("responses");
                    assertThat(responses.propertyNames()).as(name).anyMatch(status -> status.startsWith("2"));
                    assertThat(responses.properties())
                            .as(name)
                            .allSatisfy(
                                    response -> assertThat(response.getValue().has("content"))
                                            .as("%s %s has content", name, response.getKey())
                                            .isEqualTo(!response.getKey().equals("204")));
                    assertThat(responses.toString()).doesNotContain("*/*");
                }));

        assertThat(operations.described().operations().keySet())
                .as("operations described in " + ApiOperations.FILE)
                .containsExactlyInAnyOrderElementsOf(found);
    }

    /** Codes the doors and the reader of requests give, which no module's enum holds. */
    private static final Map<String, Integer> OF_THE_DOOR =
            Map.of("MALFORMED_REQUEST", 400, "UNKNOWN_FIELD", 400, "INTERNAL_FAULT", 500);

    @Test
    void everyCodeItNamesExistsWithThatStatus() throws Exception {
        var known = new HashMap<String, Integer>(OF_THE_DOOR);
        for (var type : new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests())
                .importPackages("org.xinheng")) {
            if (type.isEnum() && type.isAssignableTo(ErrorCode.class)) {
                for (var constant : Class.forName(type.getName()).getEnumConstants()) {
                    known.put(
                            ((ErrorCode) constant).name(),
                            new Refusals(new StaticMessageSource())
                                    .status(new CreditException((ErrorCode) constant))
                                    .value());
                }
            }
        }
        var named = new HashMap<String, String>();
        var all = operations.described();
        all.everywhere().forEach((status, codes) -> codes.forEach(code -> named.put(code, status)));
        all.withBody().forEach((status, codes) -> codes.forEach(code -> named.put(code, status)));
        all.operations()
                .values()
                .forEach(words ->
                        words.problems().forEach((status, codes) -> codes.forEach(code -> named.put(code, status))));

        assertThat(named)
                .allSatisfy((code, status) -> assertThat(known).as(code).containsEntry(code, Integer.valueOf(status)));
    }

    @Test
    void twoRecordsOfOneNameAreTwoSchemas() throws Exception {
        var whom = described().at("/components/schemas/CheckRequestWhom/properties");

        assertThat(whom.propertyNames()).containsExactlyInAnyOrder("code", "name", "idType", "idNumber");
    }

    @Test
    void whatMayBeNullSaysSoAndWhatMayNotIsAlwaysThere() throws Exception {
        var schemas = described().at("/components/schemas");

        assertThat(schemas.at("/CheckAnswer/required").valueStream().map(JsonNode::asString))
                .contains("checkId", "outcome", "prompts", "dataAge");
        assertThat(schemas.at("/CheckAnswerApplies/properties/until/type").toString())
                .contains("null");
        assertThat(schemas.at("/CheckAnswerApplies/required").toString()).doesNotContain("until");
    }

    /** Whatever is referred to is there. */
    @Test
    void noReferenceLeadsNowhere() throws Exception {
        var api = described();
        var names = api.at("/components/schemas").propertyNames();

        assertThat(Pattern.compile("#/components/schemas/(\\w+)")
                        .matcher(api.toString())
                        .results()
                        .map(reference -> reference.group(1)))
                .isSubsetOf(names);
    }
}
