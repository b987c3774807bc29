package org.xinheng.kernel.pack;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;

/** Nothing the cities' documents name is lost: each has a place in the packs, with its reason where it has no effect. */
class CoverageTest {

    private static final Path HOME = Path.of(requireNonNull(System.getProperty("xinheng.home")));
    private static final Path KEPT = HOME.resolve("docs/generated/coverage.md");

    private final Coverage coverage = new Coverage(cities());

    @Test
    void everyTermOfTheDocumentsHasAPlace() {
        assertThat(Coverage.named()).hasSizeGreaterThan(300);
        assertThat(coverage.empty()).isEmpty();
    }

    @Test
    void whatHasNoEffectSaysWhy() {
        for (var row : Coverage.named()) {
            assertThat(coverage.places(row).keySet())
                    .filteredOn(place -> place.state().equals("休眠")
                            || place.state().equals("拒绝")
                            || place.state().equals("转送"))
                    .allSatisfy(
                            place -> assertThat(place.reason()).as(row.term()).isNotBlank());
        }
    }

    @Test
    void aTermNoEntryTakesUpIsMissed() {
        var row = new Coverage.Named("behaviour", "某表", "不存在的行为", "常州2018任务2");

        assertThat(coverage.places(row)).isEmpty();
    }

    @Test
    void theTableInTheDocumentsIsTheOneOfThePacks() throws IOException {
        var now = coverage.markdown();
        if (Boolean.parseBoolean(System.getenv("XINHENG_WRITE_DOCS"))) {
            Files.writeString(KEPT, now);
        }
        assertThat(now)
                .as("docs/generated/coverage.md is stale: run this test with XINHENG_WRITE_DOCS=true")
                .isEqualTo(Files.readString(KEPT));
    }

    private static SequencedMap<String, Pack> cities() {
        var packs = new LinkedHashMap<String, Pack>();
        packs.put("常州", PackReader.read(HOME.resolve("packs"), "changzhou"));
        packs.put("启东", PackReader.read(HOME.resolve("packs"), "qidong"));
        packs.put("淮安", PackReader.read(HOME.resolve("packs"), "huaian"));
        return packs;
    }
}
