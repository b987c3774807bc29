package org.xinheng.platform.record;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.xinheng.kernel.pack.Pack;
import org.xinheng.kernel.pack.PackReader;
import org.xinheng.kernel.pack.Severity;
import org.xinheng.kernel.pack.SubjectKind;

/** The days of a penalty follow the regime of its decision's day and its class, by the shipped packs. */
class TermsTest {

    private static final Pack RULES =
            PackReader.read(Path.of(requireNonNull(System.getProperty("xinheng.home")), "packs"), "changzhou");

    @Test
    void eachRegimeHasItsOwnLongestPublicity() {
        assertThat(shownUntil("2022-05-10", Severity.GENERAL)).isEqualTo("2023-05-09");
        assertThat(shownUntil("2024-05-10", Severity.GENERAL)).isEqualTo("2027-05-09");
        assertThat(shownUntil("2026-05-10", Severity.GENERAL)).isEqualTo("2027-05-09");
        assertThat(shownUntil("2026-05-10", Severity.SERIOUS)).isEqualTo("2029-05-09");
    }

    @Test
    void aMinorPenaltyIsNeverShownAndItsUseEnds() {
        for (var day : new String[] {"2022-05-10", "2024-05-10", "2026-05-10"}) {
            var terms = terms(day, Severity.MINOR);

            assertThat(terms.publicFrom()).isNull();
            assertThat(terms.usedUntil()).isNotNull();
        }
    }

    @Test
    void noClassedPenaltyOfAKnownRegimeIsUsedForEver() {
        for (var severity : Severity.values()) {
            for (var day : new String[] {"2019-07-01", "2023-04-30", "2023-05-01", "2026-03-31", "2026-04-01"}) {
                assertThat(terms(day, severity).usedUntil())
                        .as("%s %s", day, severity)
                        .isNotNull();
            }
        }
    }

    /** The market regulator's site has rules of its own; they lengthen nothing here. */
    @Test
    void theTermsOfAnotherSiteChangeNothingHere() {
        assertThat(RULES.terms()).containsKey("penalty-market-site-general");
        assertThat(shownUntil("2026-05-10", Severity.GENERAL)).isEqualTo("2027-05-09");
    }

    private static @Nullable LocalDate shownUntil(String decidedOn, Severity severity) {
        return terms(decidedOn, severity).publicUntil();
    }

    private static Terms terms(String decidedOn, Severity severity) {
        return Terms.of(
                RULES,
                requireNonNull(RULES.items().get("administrative-penalty")),
                SubjectKind.ENTERPRISE,
                severity,
                LocalDate.parse(decidedOn),
                null,
                null,
                null);
    }
}
