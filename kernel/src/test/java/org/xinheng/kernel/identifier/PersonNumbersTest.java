package org.xinheng.kernel.identifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xinheng.kernel.CreditException;
import tools.jackson.databind.json.JsonMapper;

class PersonNumbersTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");

    @Test
    void theBirthDateIsRead() {
        assertThat(CitizenId.parse("11010519491231002x", TODAY).birthDate()).isEqualTo("1949-12-31");
        assertThat(ResidencePermit.parse("810000199408230021", TODAY).birthDate())
                .isEqualTo("1994-08-23");
        assertThat(ForeignResidentId.parse(Specimens.person("911840", "19900101", "001"), TODAY)
                        .birthDate())
                .contains(LocalDate.parse("1990-01-01"));
        assertThat(ForeignResidentId.parse("fra110068081501", TODAY).birthDate())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "20000229, true",
        "19000229, false",
        "20040229, true",
        "20030229, false",
        "20000230, false",
        "20000431, false",
        "20001301, false",
        "20000001, false",
        "20000100, false"
    })
    void onlyRealDatesAreBirthDates(String birth, boolean valid) {
        assertThat(CitizenId.isValid(Specimens.person("320499", birth, "001"), TODAY))
                .isEqualTo(valid);
    }

    @Test
    void nothingPrintsOrSerialisesInClear() {
        var json = JsonMapper.shared();

        for (var number : new Object[] {
            new CitizenId("11010519491231002X"),
            new ResidencePermit("810000199408230021"),
            new ForeignResidentId(Specimens.person("911840", "19900101", "001")),
            new ForeignResidentId("FRA110068081501")
        }) {
            assertThat(number.toString()).contains("*******");
            assertThat(json.writeValueAsString(number)).isEqualTo("\"" + number + "\"");
        }
        assertThat(new CitizenId("11010519491231002X")).hasToString("110105********002X");
    }

    @Test
    void refusalsDoNotSayTheNumber() {
        assertThatExceptionOfType(CreditException.class)
                .isThrownBy(() -> CitizenId.parse("11010219840506970X", TODAY))
                .withMessage("INVALID_ID_NUMBER [CHECK_CHARACTER]");
        assertThatExceptionOfType(CreditException.class)
                .isThrownBy(() -> CitizenId.parse(Specimens.person("320499", "20270101", "001"), TODAY))
                .withMessage("INVALID_ID_NUMBER [DATE]");
        assertThatExceptionOfType(CreditException.class)
                .isThrownBy(() -> new CitizenId("810000199408230021"))
                .withMessage("INVALID_ID_NUMBER [PROVINCE]");
    }

    @Test
    void theSupersededFormIsReadAsTheNumberItBecame() {
        assertThat(CitizenId.parse("110105491231002", TODAY)).isEqualTo(new CitizenId("11010519491231002X"));
        assertThat(CitizenId.parse("320499900101998", TODAY).birthDate()).isEqualTo("1890-01-01");
    }

    @ParameterizedTest
    @CsvSource({
        "CITIZEN_ID, 11010519491231002x, true, 11010519491231002X,",
        "CITIZEN_ID, 110105491231002, true, 11010519491231002X, SUPERSEDED_FORM",
        "CITIZEN_ID, 810000199408230021, false, , PROVINCE",
        "CITIZEN_ID, 1101051949123100, false, , LENGTH",
        "CITIZEN_ID, 无, false, , PLACEHOLDER",
        "CITIZEN_ID, '', false, , EMPTY",
        "RESIDENCE_PERMIT, 830000199201300022, true, 830000199201300022,",
        "RESIDENCE_PERMIT, 11010519491231002X, false, , PROVINCE",
        "FOREIGN_RESIDENT_ID, fra110068081501, true, FRA110068081501,",
        "FOREIGN_RESIDENT_ID, 110068081501FRA, false, , ALPHABET",
        "FOREIGN_RESIDENT_ID, 11010519491231002X, false, , ALPHABET",
        "PASSPORT, e12345678, true, E12345678,",
        "PASSPORT, E123, false, , LENGTH",
        "PASSPORT, E1234-678, false, , ALPHABET",
        "HK_MACAO_PERMIT, h12345678, true, H12345678,",
        "HK_MACAO_PERMIT, M1234567801, true, M1234567801,",
        "HK_MACAO_PERMIT, H1234567, false, , LENGTH",
        "HK_MACAO_PERMIT, X12345678, false, , ALPHABET",
        "TAIWAN_PERMIT, 12345678, true, 12345678,",
        "TAIWAN_PERMIT, 1234567801B, true, 1234567801B,",
        "TAIWAN_PERMIT, 123456789, false, , LENGTH",
        "TAIWAN_PERMIT, 1234567A, false, , ALPHABET"
    })
    void eachTypeHasItsForm(IdType type, String number, boolean valid, String normalized, CodeReason reason) {
        assertThat(type.check(number, TODAY)).isEqualTo(new IdType.Check(valid, normalized, reason));
    }

    @Test
    void typesAreKnownByTheirOfficialNames() {
        for (var type : IdType.values()) {
            assertThat(IdType.ofLabel(" " + type.label())).contains(type);
        }
        assertThat(IdType.ofLabel("护照")).contains(IdType.PASSPORT);
        assertThat(IdType.ofLabel("军官证")).isEmpty();
    }
}
