package org.xinheng.kernel.identifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodeCheckTest {

    static final LocalDate TODAY = LocalDate.parse("2026-11-22");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "914403001922038216", "9144030071526726XG", "91440300708461136T", "91330100716105852F",
                "91330100799655058B", "91110000802100433B", "91110108551385082Q", "911103026605015136",
                "91110108562144110X", "9152000071430580XT", "91100000100003962T", "911100001000044477",
                "911100001000054748", "911000001000013428", "9131000010000595XD", "9144030010001686XA",
                "91110000710925462X", "91110000710926094P", "91440300100012316L", "91440300192181490G",
                "91440606722473344C", "91440400192548256N", "91440300192317458F", "91350900587527783P",
                "91370200264574251E", "9132070070404786XB", "91310000132260250X", "9110000071092841XX",
                "91330000733796106P", "9144030027939873X7", "9111000071093123XX", "911100007109250324",
                "91100000000013477B", "914403001017814402", "913201002496827567", "91320000796544598E",
                "91320000608950987L", "91320000251448088B", "9131000013221158XC", "91350000158142711F",
                "91440300192185379H", "12100000400000624D", "12100000400002259P", "12100000470095016Q",
                "11100000MB0143028R", "91350100M000100Y43", "91320499MAXH00002T", "91320499MAXH00010M"
            })
    void knowsCreditCodes(String code) {
        assertValid(code, CodeKind.USCC, code);
        assertThat(new CreditCode(code).organisationCodeChecks()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "11010519491231002X, CITIZEN_ID",
        "440524188001010014, CITIZEN_ID",
        "810000199408230021, RESIDENCE_PERMIT",
        "830000199201300022, RESIDENCE_PERMIT",
        "FRA110068081501, FOREIGN_RESIDENT_ID",
        "MAXH00002, ORGANISATION_CODE",
        "110108000000016, BUSINESS_REGISTRATION",
        "440301100018193, BUSINESS_REGISTRATION"
    })
    void knowsTheOtherKinds(String code, CodeKind kind) {
        assertValid(code, kind, code);
    }

    @ParameterizedTest
    @CsvSource({
        "914403001922038217, USCC, CHECK_CHARACTER",
        "91350100M000100Y4Z, USCC, ALPHABET",
        "91310115MA1H8R7C6D, USCC, CHECK_CHARACTER",
        "91110108717809965C, USCC, CHECK_CHARACTER",
        "91110000800088421P, USCC, CHECK_CHARACTER",
        "914403001870826678, USCC, CHECK_CHARACTER",
        "913301087254808020, USCC, CHECK_CHARACTER",
        "91110108555165137Q, USCC, CHECK_CHARACTER",
        "91440300708486197T, USCC, CHECK_CHARACTER",
        "91330000MA27Q2XQ2G, USCC, CHECK_CHARACTER",
        "9144030071526726XA, USCC, CHECK_CHARACTER",
        "9144030071526726YG, USCC, CHECK_CHARACTER",
        "111111111111111111, USCC, CHECK_CHARACTER",
        "000000000000000000, USCC, REGISTERING_AUTHORITY",
        "9144030019220382, USCC, LENGTH",
        "914403001922038216 1, , LENGTH",
        "11010219840506970X, CITIZEN_ID, CHECK_CHARACTER",
        "440524189001010014, CITIZEN_ID, CHECK_CHARACTER",
        "110105194902300021, CITIZEN_ID, DATE",
        "11010519491231002A, CITIZEN_ID, ALPHABET",
        "1101051949123100, CITIZEN_ID, LENGTH",
        "840000199201300025, CITIZEN_ID, PROVINCE",
        "440301104001819, BUSINESS_REGISTRATION, CHECK_CHARACTER",
        "110108012108067, BUSINESS_REGISTRATION, CHECK_CHARACTER",
        "11010801210806A, BUSINESS_REGISTRATION, ALPHABET",
        "MAXH00003, ORGANISATION_CODE, CHECK_CHARACTER",
        "MAXH0000A, ORGANISATION_CODE, ALPHABET",
        "信衡测试有限责任公司一, , LENGTH",
        "信衡测试有限责任公, , ALPHABET",
        "信衡测试有限责任公司信衡测试有限责, , LENGTH",
        "信衡测试有限责任公司信衡测试有限责任, , ALPHABET"
    })
    void saysWhyACodeIsNotValidAndWhatItResembles(String code, @Nullable CodeKind kind, CodeReason reason) {
        assertInvalid(code, kind, reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t", "\u3000\u00a0", "\ufeff", "\u200b"})
    void blanksAreEmpty(String text) {
        assertInvalid(text, null, CodeReason.EMPTY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00000000000000000X",
                "00000000000000000x",
                "000000000",
                "0",
                "无",
                " 无 ",
                "-",
                "－",
                "—",
                "--",
                "/",
                "／",
                "NULL",
                "null",
                "N/A",
                "测试"
            })
    void fillersArePlaceholders(String text) {
        assertInvalid(text, null, CodeReason.PLACEHOLDER);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                " 91350100m000100y43\u3000|91350100M000100Y43",
                "９１３５０１００Ｍ０００１００Ｙ４３|91350100M000100Y43",
                "\ufeff11010519491231002ｘ\u00a0|11010519491231002X",
                "maxh00002|MAXH00002",
                "MAXH0000-2|MAXH00002",
                "MAXH0000－2|MAXH00002"
            })
    void normalisesWhatPeopleType(String input, String normalized) {
        var result = CodeCheck.check(input, TODAY);

        assertThat(result.valid()).isTrue();
        assertThat(result.input()).isEqualTo(input);
        assertThat(result.normalized()).isEqualTo(normalized);
    }

    @Test
    void lettersOfOtherScriptsDoNotBecomeLatin() {
        assertInvalid("91110108551385082ɋ", CodeKind.FOREIGN_RESIDENT_ID, CodeReason.ALPHABET);
    }

    @Test
    void blanksInsideStay() {
        assertInvalid("91350100 M000100Y43", null, CodeReason.LENGTH);
    }

    @Test
    void theNewCardOfForeignResidentsIsKnown() {
        var number = Specimens.person("911840", "19900101", "001");

        assertValid(number, CodeKind.FOREIGN_RESIDENT_ID, number);
    }

    @Test
    void fifteenDigitsAreUpgraded() {
        var result = CodeCheck.check("320499900101001", TODAY);

        assertThat(result.kind()).isEqualTo(CodeKind.CITIZEN_ID);
        assertThat(result.valid()).isTrue();
        assertThat(result.normalized()).isEqualTo(Specimens.person("320499", "19900101", "001"));
        assertThat(result.reason()).isEqualTo(CodeReason.SUPERSEDED_FORM);
    }

    /** One in ten old citizen numbers has the check digit of a registration number. */
    @Test
    void aRegistrationNumberWinsOverTheSupersededForm() {
        assertValid("110105491231002", CodeKind.BUSINESS_REGISTRATION, "110105491231002");
        assertThat(CitizenId.parse("110105491231002", TODAY).value()).isEqualTo("11010519491231002X");
    }

    @Test
    void aWrongOrganisationCodeInsideIsNoFault() {
        var seventeen = "91320499MAXH00003";
        var code = seventeen + CreditCode.checkCharacter(seventeen);

        assertValid(code, CodeKind.USCC, code);
        assertThat(new CreditCode(code).organisationCodeChecks()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "91990000MAXH00002, PROVINCE",
        "94320499MAXH00002, REGISTERING_AUTHORITY",
        "B1320499MAXH00002, REGISTERING_AUTHORITY"
    })
    void aRightCheckDoesNotSaveAnUnknownAuthority(String seventeen, CodeReason reason) {
        assertInvalid(seventeen + CreditCode.checkCharacter(seventeen), CodeKind.USCC, reason);
    }

    @Test
    void aBirthDateInTheFutureIsRefusedUntilItHasCome() {
        var number = Specimens.person("320499", "20261123", "001");

        assertInvalid(number, CodeKind.CITIZEN_ID, CodeReason.DATE);
        assertThat(CodeCheck.check(number, TODAY.plusDays(1)).valid()).isTrue();
    }

    @Test
    void nobodyIsOlderThanAHundredAndFifty() {
        var oldest = Specimens.person("320499", "18761122", "001");
        var older = Specimens.person("320499", "18761121", "001");

        assertThat(CodeCheck.check(oldest, TODAY).valid()).isTrue();
        assertInvalid(older, CodeKind.CITIZEN_ID, CodeReason.DATE);
    }

    @Test
    void resultsPrintWithoutTheNumber() {
        assertThat(CodeCheck.check("11010519491231002X", TODAY))
                .hasToString("Result[kind=CITIZEN_ID, valid=true, reason=null]");
    }

    private static void assertValid(String code, CodeKind kind, String normalized) {
        assertThat(CodeCheck.check(code, TODAY)).isEqualTo(new CodeCheck.Result(code, kind, true, normalized, null));
    }

    private static void assertInvalid(String code, @Nullable CodeKind kind, CodeReason reason) {
        assertThat(CodeCheck.check(code, TODAY)).isEqualTo(new CodeCheck.Result(code, kind, false, null, reason));
    }
}
