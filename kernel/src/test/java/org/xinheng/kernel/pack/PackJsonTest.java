package org.xinheng.kernel.pack;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A stored release is read whole, also one that an earlier build wrote. */
class PackJsonTest {

    /** What packs could not say before, whether of the whole or of one entry. */
    private static final Set<String> LATER = Set.of(
            "groups",
            "retention",
            "behaviours",
            "memoranda",
            "namedAs",
            "publicationClocks",
            "pushRoute",
            "accent",
            "indicators",
            "assessments",
            "carriedOut",
            "rulesFor",
            "pilot");

    private final Pack pack =
            PackReader.read(Path.of(requireNonNull(System.getProperty("xinheng.home")), "packs"), "changzhou");

    @Test
    void aReleaseReadBackIsTheSame() {
        assertThat(PackJson.read(PackJson.write(pack))).isEqualTo(pack);
    }

    @Test
    void aReleaseOfAnEarlierBuildHasNoneOfWhatCameLater() {
        var json = JsonMapper.shared().readTree(PackJson.write(pack));
        forget(json);

        var earlier = PackJson.read(json.toString());

        assertThat(earlier.behaviours()).isEmpty();
        assertThat(earlier.memoranda()).isEmpty();
        assertThat(earlier.retention()).isEmpty();
        assertThat(earlier.groups()).isEmpty();
        assertThat(earlier.indicators()).isEmpty();
        assertThat(earlier.assessments()).isEmpty();
        assertThat(earlier.layers().getLast().pushRoute()).isEmpty();
        assertThat(earlier.measures().values())
                .hasSameSizeAs(pack.measures().values())
                .allSatisfy(measure -> assertThat(measure.namedAs()).isEmpty());
        assertThat(earlier.items().values())
                .allSatisfy(item -> assertThat(item.publicationClocks()).isEmpty());
    }

    private static void forget(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove(LATER);
        }
        node.forEach(PackJsonTest::forget);
    }
}
