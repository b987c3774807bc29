package org.xinheng.kernel.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What rests on the documents of the shipped packs. */
class CitationsTest {

    private static Pack pack;

    @BeforeAll
    static void changzhou() {
        pack = PackReader.read(Path.of(System.getProperty("xinheng.home"), "packs"), "changzhou");
    }

    @Test
    void everyBasisOfEveryEntryIsFound() {
        var citations = Citations.of(pack);

        var penalty = citations.get("dual-publicity-2018");
        assertThat(penalty)
                .filteredOn(citation -> citation.kind().equals("items"))
                .extracting(Citations.Citation::id)
                .contains("administrative-penalty", "administrative-licence");
        assertThat(citations.values().stream().flatMap(cited -> cited.stream().map(Citations.Citation::kind)))
                .contains("items", "lists", "measures", "matters", "terms", "behaviours", "memoranda", "retention");
        assertThat(citations.get("judgment-defaulters-2017"))
                .filteredOn(citation -> citation.kind().equals("lists"))
                .extracting(Citations.Citation::id)
                .contains("judgment-defaulters");
    }

    @Test
    void aCitationDeepInsideAnEntryIsFoundToo() {
        assertThat(Citations.of(pack).get("market-regulation-order-45"))
                .filteredOn(citation -> citation.id().equals("administrative-penalty"))
                .extracting(citation -> citation.basis().article())
                .contains("第七条");
    }

    @Test
    void nothingWithEffectCitesWhatNoLongerHolds() {
        assertThat(Citations.lapsed(pack, pack.effective())).isEmpty();
    }

    @Test
    void onceADocumentEndsItsCitationsAreNamed() {
        assertThat(Citations.lapsed(pack, LocalDate.parse("1900-01-01")))
                .as("before any document held")
                .extracting(Citations.Citation::id)
                .contains("judgment-defaulters");
    }

    @Test
    void whatIsOnlyNamedAndWhatIsOfThePastMayCiteIt() {
        assertThat(Citations.of(pack).get("order-58")).isNotEmpty().noneMatch(Citations.Citation::needsItInForce);
        assertThat(Objects.requireNonNull(pack.documents().get("order-58")).repealedBy())
                .isEqualTo("order-36");
    }
}
