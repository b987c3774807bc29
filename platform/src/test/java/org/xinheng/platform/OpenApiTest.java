package org.xinheng.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
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
}
