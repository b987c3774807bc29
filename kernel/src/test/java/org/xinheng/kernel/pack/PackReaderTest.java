package org.xinheng.kernel.pack;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Period;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinheng.kernel.CreditException;

class PackReaderTest {

    @TempDir
    Path folder;

    PackFixture packs;

    @BeforeEach
    void aFaultlessPack() {
        packs = new PackFixture(folder);
    }

    @Test
    void layersAreMergedFromTheNationDown() {
        var pack = PackReader.read(folder, "city");

        assertThat(pack.release()).isEqualTo("city@2026.2");
        assertThat(pack.effective()).isEqualTo(LocalDate.parse("2026-07-01"));
        assertThat(pack.layers()).extracting(Layer::id).containsExactly("national", "city");
        assertThat(pack.settings()).containsEntry("reminder-days", "3");
        assertThat(pack.documents()).containsKey("law");
        assertThat(pack.agencies()).containsKey("housing");
    }

    @Test
    void keysInKebabCaseBecomeTheRecordsComponents() {
        var pack = PackReader.read(folder, "city");

        assertThat(pack.lists().get("grave")).satisfies(list -> {
            assertThat(list.kind()).isEqualTo(ListKind.SERIOUS);
            assertThat(list.state()).isEqualTo(EntryState.ACTIVE);
            assertThat(list.term()).isEqualTo(Period.ofYears(3));
            assertThat(list.earliestExit()).isNull();
            assertThat(list.basis()).containsExactly(new Basis("ministry-rule", "第二条"));
            assertThat(list.procedure()).isEqualTo(new Procedure(5, 0, true, false));
        });
        assertThat(requireNonNull(pack.items().get("penalty")).field(FieldRole.SUBJECT_NAME))
                .satisfies(field -> {
                    assertThat(field.label()).isEqualTo(new Label("相对人名称", null));
                    assertThat(field.open()).isTrue();
                });
    }

    @Test
    void anEntryOfALowerLayerReplacesOneAboveWhenItSaysSoAndWhy() {
        packs.exchanged(
                "city/measures/no-bids.yaml",
                PackFixture.MEASURE,
                "feedback-days: 5",
                "feedback-days: 3\n    overrides: true\n    override-reason: 本市反馈期限更短");

        assertThat(PackReader.read(folder, "city").measures().get("no-bids"))
                .extracting(Measure::feedbackDays)
                .isEqualTo(3);
    }

    @Test
    void aPackWithFaultsIsRefusedWithAllOfThem() {
        packs.measure("document: law", "document: unheard-of").list("owner: market-regulator", "owner: nobody");

        assertThatExceptionOfType(CreditException.class)
                .isThrownBy(() -> PackReader.read(folder, "city"))
                .satisfies(refusal -> {
                    assertThat(refusal.code()).isEqualTo(PackError.PACK_FAULTY);
                    assertThat(refusal.arguments()).hasSizeGreaterThanOrEqualTo(2);
                    assertThat(refusal.arguments()).anyMatch(fault -> fault.contains("unheard-of"));
                    assertThat(refusal.arguments()).anyMatch(fault -> fault.contains("nobody"));
                });
    }

    @Test
    void anUnknownCityIsNotFound() {
        assertThatExceptionOfType(CreditException.class)
                .isThrownBy(() -> PackReader.read(folder, "atlantis"))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(PackError.PACK_NOT_FOUND));
    }

    @Test
    void aPackReadBackFromItsJsonIsTheSame() {
        var pack = PackReader.read(folder, "city");
        var json = PackJson.write(pack);

        assertThat(PackJson.read(json)).isEqualTo(pack);
        assertThat(PackJson.write(PackJson.read(json))).isEqualTo(json);
        assertThat(PackJson.write(PackReader.read(folder, "city"))).isEqualTo(json);
        assertThat(PackJson.read(json).documents().sequencedKeySet())
                .containsExactlyElementsOf(pack.documents().sequencedKeySet());
    }

    @Test
    void aReleaseStoredBeforeAListCouldAskForMoreIsStillRead() {
        var pack = PackReader.read(folder, "city");
        var before = PackJson.write(pack)
                .replaceAll(",\"hearing\":null,\"consultation\":null,\"responsible\":\\[],\"candidates\":\\[]", "")
                .replaceAll(",\"degrees\":\\[]", "");

        assertThat(before).doesNotContain("hearing", "degrees");
        assertThat(PackJson.read(before)).isEqualTo(pack);
    }
}
