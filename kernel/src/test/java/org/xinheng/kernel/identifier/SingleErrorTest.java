package org.xinheng.kernel.identifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** What the check characters are for: a single wrong character is always noticed. */
class SingleErrorTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");
    private static final String DIGITS = "0123456789";
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private final Random random = new Random(20261122);

    @Test
    void inCreditCodes() {
        everyWrongCharacterIsNoticed(Specimens::credit, ALPHABET, CreditCode::isValid);
    }

    @Test
    void inCitizenNumbers() {
        everyWrongCharacterIsNoticed(Specimens::person, DIGITS + "X", text -> CitizenId.isValid(text, TODAY));
    }

    @Test
    void inResidencePermits() {
        everyWrongCharacterIsNoticed(
                seed -> "81" + Specimens.person(seed).substring(2, 17),
                DIGITS + "X",
                text -> ResidencePermit.isValid(text, TODAY));
    }

    @Test
    void inNumbersOfForeignResidents() {
        everyWrongCharacterIsNoticed(
                seed -> "932" + Specimens.person(seed).substring(3, 17),
                DIGITS + "X",
                text -> ForeignResidentId.isValid(text, TODAY));
    }

    @Test
    void inRegistrationNumbers() {
        everyWrongCharacterIsNoticed(Specimens::registration, DIGITS, BusinessRegistration::isValid);
    }

    /** Letters count 10 to 35 modulo 11, so only digits and near letters are told apart from each other. */
    @Test
    void inOrganisationCodesAmongDigits() {
        everyWrongCharacterIsNoticed(Specimens::organisation, DIGITS, OrganisationCode::isValid);
    }

    private void everyWrongCharacterIsNoticed(
            Function<Random, String> specimen, String alphabet, Predicate<String> isValid) {
        for (int run = 0; run < 300; run++) {
            var code = specimen.apply(random);
            if (code.length() == 17) {
                code += PersonNumber.checkCharacter(code);
            }
            assertThat(isValid.test(code)).as(code).isTrue();
            for (int at = 0; at < code.length(); at++) {
                for (char wrong : alphabet.toCharArray()) {
                    boolean letterOfOrganisation = code.length() == 9 && at < 4;
                    if (wrong != code.charAt(at) && !letterOfOrganisation) {
                        var typo = code.substring(0, at) + wrong + code.substring(at + 1);
                        assertThat(isValid.test(typo))
                                .as("%s for %s", typo, code)
                                .isFalse();
                    }
                }
            }
        }
    }
}
