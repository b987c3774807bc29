package org.xinheng.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.xinheng.demo.population.Population;

/** What the documentation tells a new business system to do, done against a running demo. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConnectingTest {

    private static final Path HOME = Path.of(System.getProperty("xinheng.home", ".."));
    private static final Pattern BLOCK = Pattern.compile("```bash\\n(.*?)```", Pattern.DOTALL);

    @TempDir
    static Path folder;

    private ConfigurableApplicationContext demo;

    @BeforeAll
    void start() {
        demo = Demo.start(
                new DemoOptions("changzhou", new Population(20, 5), 0, folder.resolve("demo"), false),
                HOME.resolve("packs"));
    }

    @AfterAll
    void stop() {
        demo.close();
    }

    private record Said(int exit, String text) {}

    private Said run(List<String> command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        process.environment().put("base", Demo.address(demo).toString());
        var running = process.start();
        var text = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Said(running.waitFor(), text);
    }

    @Test
    void theExampleClientConnectsWithAJdkAlone() throws Exception {
        var client = HOME.resolve("docs/examples/CreditCheckClient.java").toAbsolutePath();
        assertThat(Files.readAllLines(client)).hasSizeLessThanOrEqualTo(100);

        var said = run(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dstdout.encoding=UTF-8",
                client.toString(),
                Demo.address(demo).toString(),
                "bidding-system",
                "demo",
                DemoCast.LISTED.code()));

        assertThat(said.text())
                .contains("token of bidding-system")
                .containsPattern("check [0-9a-f-]{36}: PROMPTS, data as of 20")
                .containsPattern("RESTRAINT MANDATORY: .+, until 20.*, feedback due 20")
                .contains("feedback recorded")
                .containsPattern("slip 200 [0-9a-f-]{36}\\.pdf");
        assertThat(said.exit()).isZero();
        try (var files = Files.list(folder)) {
            var slip = files.filter(file -> file.toString().endsWith(".pdf"))
                    .filter(file -> !file.endsWith("slip.pdf"))
                    .findFirst()
                    .orElseThrow();
            assertThat(Files.readAllBytes(slip)).startsWith("%PDF-".getBytes(StandardCharsets.US_ASCII));
        }
    }

    @Test
    void theWalkThroughWorksAsItIsWritten() throws Exception {
        var text = Files.readString(HOME.resolve("docs/api/walkthrough.md"));
        assertThat(text).contains(DemoCast.LISTED.code());
        var commands =
                BLOCK.matcher(text).results().map(block -> block.group(1)).collect(Collectors.joining("echo\n"));

        var said = run(List.of("bash", "-euo", "pipefail", "-c", commands));

        assertThat(said.exit()).as(said.text()).isZero();
        assertThat(said.text())
                .contains("\"outcome\":\"PROMPTS\"")
                .contains("\"dataAge\":\"PT")
                .contains("\"code\":\"SUBJECT_MISMATCH\"")
                .contains("\"outcome\":\"NO_PROMPT\"")
                .contains("\"outcome\":\"NOT_APPLIED\"")
                .contains("\"code\":\"DECISION_INCOMPLETE\"")
                .contains("%PDF-")
                .contains("\"code\":\"INVALID_CREDIT_CODE\"")
                .contains("\"checked\":true")
                .contains("\"code\":\"MATTER_NOT_YOURS\"")
                .contains("\"code\":\"UNKNOWN_FIELD\"");
    }
}
