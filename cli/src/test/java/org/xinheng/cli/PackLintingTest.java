package org.xinheng.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackLintingTest {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final ByteArrayOutputStream error = new ByteArrayOutputStream();

    @Test
    void theShippedPacksHaveNoFault() {
        assertThat(run("pack", "lint")).isEqualTo(Exit.DONE);
        assertThat(results()).isEmpty();
    }

    @Test
    void everyFaultIsALineWithFileAndLine() throws IOException {
        Files.createDirectories(folder.resolve("city/measures"));
        Files.writeString(
                folder.resolve("city/pack.yaml"),
                "id: city\nlabel: 某市\nversion: '1'\neffective: 2026-04-01\ndivision: '320400'\n");
        Files.writeString(folder.resolve("city/measures/all.yaml"), "measures:\n  - id: one\n    script: x\n");

        assertThat(run("pack", "lint", folder.toString())).isEqualTo(Exit.FINDINGS);
        assertThat(results().lines())
                .contains(folder.resolve("city/measures/all.yaml") + ":2: one: 'label' is missing")
                .contains(folder.resolve("city/measures/all.yaml") + ":3: one: unknown key 'script'");
    }

    @Test
    void aFolderThatIsNotThereIsWrongUse() {
        assertThat(run("pack", "lint", folder.resolve("nowhere").toString())).isEqualTo(Exit.WRONG_USE);
        assertThat(run("pack", "lint", "--json")).isEqualTo(Exit.WRONG_USE);
    }

    private Exit run(String... arguments) {
        return Main.run(
                List.of(arguments),
                new ByteArrayInputStream(new byte[0]),
                output,
                error,
                LocalDate.parse("2026-11-22"));
    }

    private String results() {
        return output.toString(StandardCharsets.UTF_8);
    }
}
