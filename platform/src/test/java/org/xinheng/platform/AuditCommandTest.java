package org.xinheng.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditCommandTest {

    private final ByteArrayOutputStream results = new ByteArrayOutputStream();
    private final ByteArrayOutputStream talk = new ByteArrayOutputStream();

    @ParameterizedTest
    @ValueSource(strings = {"", "verify --data", "verify a b", "verify --quick", "export file", "look"})
    void wrongUseIsOneHelpfulLine(String arguments) throws Exception {
        assertThat(run(arguments.isEmpty() ? List.of() : List.of(arguments.split(" "))))
                .isEqualTo(2);
        assertThat(talk.toString(StandardCharsets.UTF_8).lines())
                .hasSize(1)
                .allMatch(line -> line.contains("audit verify"));
        assertThat(results.size()).isZero();
    }

    @Test
    void aMissingFolderIsSaid(@TempDir Path folder) throws Exception {
        assertThat(run(List.of("verify", "--data", folder.resolve("none").toString())))
                .isEqualTo(3);
        assertThat(talk.toString(StandardCharsets.UTF_8)).contains("no data folder");
    }

    @Test
    void aBrokenFileHasFaults(@TempDir Path folder) throws Exception {
        var file = Files.writeString(folder.resolve("chain.ndjson"), "not a link\n");

        assertThat(run(List.of("verify", file.toString()))).isEqualTo(1);
        assertThat(results.toString(StandardCharsets.UTF_8)).contains("\"whole\":false");
    }

    private int run(List<String> arguments) throws Exception {
        return AuditCommand.run(
                arguments,
                new PrintStream(results, true, StandardCharsets.UTF_8),
                new PrintStream(talk, true, StandardCharsets.UTF_8));
    }
}
