package org.xinheng.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

class ModularityTest {

    private static final Path KEPT = Path.of(System.getProperty("xinheng.home")).resolve("docs/generated/modules.puml");

    private final ApplicationModules modules = ApplicationModules.of(Platform.class);

    @Test
    void modulesKeepToTheirAllowedDependencies() {
        modules.verify();
    }

    /** With {@code XINHENG_WRITE_DOCS=true} in the environment the kept diagram is written anew. */
    @Test
    void theKeptDiagramIsThatOfTheCode() throws IOException {
        new Documenter(modules).writeModulesAsPlantUml();
        var drawn = Files.readString(Path.of("target/spring-modulith-docs/components.puml"));
        if (Boolean.parseBoolean(System.getenv("XINHENG_WRITE_DOCS"))) {
            Files.createDirectories(KEPT.getParent());
            Files.writeString(KEPT, drawn);
        }

        // The documenter draws the same modules in any order.
        assertThat(Files.readAllLines(KEPT))
                .as("docs/generated/modules.puml is stale: run this test with XINHENG_WRITE_DOCS=true")
                .containsExactlyInAnyOrderElementsOf(drawn.lines().toList());
    }
}
