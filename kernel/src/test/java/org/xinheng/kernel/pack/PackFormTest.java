package org.xinheng.kernel.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Faults of form: each with its file and line. */
class PackFormTest {

    @TempDir
    Path folder;

    PackFixture packs;

    @BeforeEach
    void aFaultlessPack() {
        packs = new PackFixture(folder);
    }

    @Test
    void theFixtureItselfIsFaultless() {
        assertThat(packs.faults()).isEmpty();
    }

    @Test
    void anUnknownKeyIsAFault() {
        packs.measure("feedback-days: 5", "feedback-days: 5\n    script: alert(1)");

        assertThat(packs.faults()).containsExactly("national/measures/no-bids.yaml:14: no-bids: unknown key 'script'");
    }

    @Test
    void aMissingKeyIsAFaultAtItsEntry() {
        packs.measure("    nature: mandatory\n", "");

        assertThat(packs.faults()).containsExactly("national/measures/no-bids.yaml:2: no-bids: 'nature' is missing");
    }

    @Test
    void aKeySaidTwiceIsAFault() {
        packs.measure("feedback-days: 5", "feedback-days: 5\n    feedback-days: 6");

        assertThat(packs.faults()).anyMatch(fault -> fault.contains("key 'feedback-days' is said twice"));
    }

    @Test
    void aValueOfTheWrongSortIsAFault() {
        packs.measure("feedback-days: 5", "feedback-days: soon")
                .list("P3Y", "three years")
                .item("kind: penalty", "kind: punishment")
                .exchanged(
                        "national/documents/all.yaml", PackFixture.DOCUMENTS, "from: 2022-01-01", "from: 2022-13-01");

        assertThat(packs.faults())
                .anyMatch(
                        fault -> fault.startsWith("national/measures/no-bids.yaml:13: no-bids: 'soon' must be a whole"))
                .anyMatch(fault -> fault.contains("grave.yaml:12: grave: 'three years' must be a period"))
                .anyMatch(fault -> fault.contains("penalty.yaml:4: penalty: 'punishment' must be one of licence"))
                .anyMatch(fault -> fault.contains("all.yaml:6: jiangsu-regulation: '2022-13-01' must be a day"));
    }

    @Test
    void brokenYamlIsAFaultWithItsLine() {
        packs.write("national/measures/broken.yaml", "measures:\n  - id: [unclosed\n");

        assertThat(packs.faults()).anyMatch(fault -> fault.startsWith("national/measures/broken.yaml:3: "));
    }

    @Test
    void anAliasThatMultipliesItselfIsRefused() {
        packs.write("national/measures/bomb.yaml", "measures: &a [*a]\n");

        assertThat(packs.faults()).anyMatch(fault -> fault.startsWith("national/measures/bomb.yaml:"));
    }

    @Test
    void entriesUnderAnotherKeyOrInAnotherFolderAreFaults() {
        packs.write("national/measures/wrong.yaml", "lists: []\n").write("national/scripts/run.yaml", "a: b\n");

        assertThat(packs.faults())
                .anyMatch(fault -> fault.contains("wrong.yaml:1: unknown key 'lists'"))
                .anyMatch(fault -> fault.contains("national/scripts:1: entries of no kind"));
    }

    @Test
    void aHeadThatIsMissingOrNamedOtherwiseIsAFault() {
        packs.write(
                        "other/pack.yaml",
                        "id: another\nlabel: 某\nversion: '1'\neffective: 2026-01-01\ndivision: '320600'\n")
                .write("empty/lists/x.yaml", "lists: []\n");

        assertThat(packs.faults())
                .contains(
                        "other/pack.yaml:1: id 'another' must be the name of its folder",
                        "empty/pack.yaml:1: the file is missing");
    }

    @Test
    void aLayerThatBuildsOnItselfIsAFault() {
        packs.write(
                "loop/pack.yaml",
                "id: loop\nabove: loop\nlabel: 某\nversion: '1'\neffective: 2026-01-01\ndivision: '320600'\n");

        assertThat(packs.faults()).contains("loop/pack.yaml:1: layer 'loop' builds on itself");
    }

    @Test
    void oneIdTwiceInALayerIsAFault() {
        packs.write("national/measures/second.yaml", PackFixture.MEASURE);

        assertThat(packs.faults())
                .containsExactly("national/measures/second.yaml:2: no-bids: is defined twice,"
                        + " first at national/measures/no-bids.yaml:2");
    }

    @Test
    void overridingWithoutSayingSoOrWithoutAReasonIsAFault() {
        packs.write("city/measures/no-bids.yaml", PackFixture.MEASURE);

        assertThat(packs.faults())
                .anyMatch(fault -> fault.contains("say 'overrides: true'"))
                .anyMatch(fault -> fault.contains("without an 'override-reason'"));
    }

    @Test
    void overridingNothingIsAFault() {
        packs.measure("feedback-days: 5", "feedback-days: 5\n    overrides: true\n    override-reason: 无");

        assertThat(packs.faults()).anyMatch(fault -> fault.contains("overrides nothing"));
    }

    @Test
    void anIdOutsideKebabCaseIsAFault() {
        packs.measure("id: no-bids", "id: noBids");

        assertThat(packs.faults())
                .containsExactly("national/measures/no-bids.yaml:2: noBids: the id must be in kebab-case");
    }
}
