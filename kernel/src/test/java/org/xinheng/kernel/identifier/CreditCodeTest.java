package org.xinheng.kernel.identifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.pack.SubjectKind;
import tools.jackson.databind.json.JsonMapper;

class CreditCodeTest {

    @Test
    void fallsIntoItsParts() {
        var code = CreditCode.parse(" 91350100m000100y43 ");

        assertThat(code.department()).isEqualTo('9');
        assertThat(code.category()).isEqualTo('1');
        assertThat(code.division()).isEqualTo("350100");
        assertThat(code.organisationCode()).isEqualTo("M000100Y4");
        assertThat(code).hasToString("91350100M000100Y43");
    }

    @ParameterizedTest
    @CsvSource({
        "11, GOVERNMENT_BODY", "12, PUBLIC_INSTITUTION", "13, OTHER_ORGANISATION", "31, OTHER_ORGANISATION",
        "51, SOCIAL_ORGANISATION", "52, SOCIAL_ORGANISATION", "53, SOCIAL_ORGANISATION", "81, OTHER_ORGANISATION",
        "91, ENTERPRISE", "92, SOLE_TRADER", "93, OTHER_ORGANISATION", "99, OTHER_ORGANISATION",
        "A1, OTHER_ORGANISATION", "N2, OTHER_ORGANISATION", "Y1, OTHER_ORGANISATION"
    })
    void hintsAtTheKindOfSubject(String authority, SubjectKind kind) {
        var seventeen = authority + "320499MAXH00002";

        var code = new CreditCode(seventeen + CreditCode.checkCharacter(seventeen));

        assertThat(code.subjectKind()).isEqualTo(kind);
        assertThat(code.soleTrader()).isEqualTo(kind == SubjectKind.SOLE_TRADER);
    }

    @Test
    void aSoleTradersCodePrintsMasked() {
        var seventeen = "92320499MAXH00002";

        var code = new CreditCode(seventeen + CreditCode.checkCharacter(seventeen));

        assertThat(code.toString()).startsWith("923204********");
    }

    @Test
    void isRefusedWithTheReasonAndNotTheValue() {
        assertThatExceptionOfType(CreditException.class)
                .isThrownBy(() -> CreditCode.parse("914403001922038217"))
                .satisfies(refusal -> {
                    assertThat(refusal.code()).isEqualTo(IdentifierError.INVALID_CREDIT_CODE);
                    assertThat(refusal.arguments()).containsExactly("CHECK_CHARACTER");
                    assertThat(refusal).hasMessageNotContaining("914403001922038217");
                });
    }

    @Test
    void isAPlainTextInJson() {
        var json = JsonMapper.shared();

        assertThat(json.writeValueAsString(new CreditCode("91350100M000100Y43")))
                .isEqualTo("\"91350100M000100Y43\"");
        assertThat(json.readValue("\"91350100m000100y43\"", CreditCode.class))
                .isEqualTo(new CreditCode("91350100M000100Y43"));
        assertThat(json.readValue("\"MAXH0000-2\"", OrganisationCode.class))
                .isEqualTo(new OrganisationCode("MAXH00002"));
        assertThat(json.readValue("\"110108000000016\"", BusinessRegistration.class))
                .isEqualTo(new BusinessRegistration("110108000000016"));
    }

    @Test
    void theRemainderZeroGivesTheCheckCharacterZero() {
        var found = false;
        for (int i = 0; i < 31 && !found; i++) {
            found = CreditCode.checkCharacter("91320499MAXH0" + "%04d".formatted(i)) == '0';
        }
        assertThat(found).isTrue();
    }

    @Test
    void organisationCodesPrintWithAHyphen() {
        assertThat(OrganisationCode.parse("maxh0000-2").printed()).isEqualTo("MAXH0000-2");
    }

    @Test
    void sequencesFromSixOnAreSoleTraders() {
        var fourteen = "32049960000001";

        var number = new BusinessRegistration(fourteen + BusinessRegistration.checkDigit(fourteen));

        assertThat(number.soleTrader()).isTrue();
        assertThat(number.toString()).startsWith("320499*******");
        assertThat(new BusinessRegistration("110108000000016").soleTrader()).isFalse();
    }
}
