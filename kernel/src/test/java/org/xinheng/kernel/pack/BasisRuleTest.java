package org.xinheng.kernel.pack;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Promise 1, as it is asked when something is to have effect. */
class BasisRuleTest {

    @TempDir
    Path folder;

    Pack pack;

    @BeforeEach
    void aPack() {
        pack = PackReader.read(new PackFixture(folder).path(), "city");
    }

    @Test
    void aBasisSufficesWhileItsDocumentIsInForce() {
        assertThat(lackOfList("2026-07-01", "320400")).isEmpty();
        assertThat(lackOfList("2019-12-31", "320400")).contains(BasisLack.NOT_IN_FORCE);
    }

    @Test
    void aBasisGoesWithTheRegister() {
        var list = requireNonNull(pack.lists().get("grave"));

        assertThat(BasisRule.lack(list, Map.of(), LocalDate.parse("2026-07-01"), "320400"))
                .contains(BasisLack.NOT_IN_REGISTER);
    }

    @Test
    void aLocalDocumentHoldsInItsTerritoryAndBelow() {
        var regulation = requireNonNull(pack.documents().get("jiangsu-regulation"));

        assertThat(regulation.covers("320000")).isTrue();
        assertThat(regulation.covers("320411")).isTrue();
        assertThat(regulation.covers("330100")).isFalse();
        assertThat(regulation.covers("000000")).isFalse();
    }

    private Optional<BasisLack> lackOfList(String day, String division) {
        return BasisRule.lack(
                requireNonNull(pack.lists().get("grave")), pack.documents(), LocalDate.parse(day), division);
    }
}
