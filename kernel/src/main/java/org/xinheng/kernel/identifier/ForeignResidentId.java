package org.xinheng.kernel.identifier;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Number of the foreign permanent resident ID card (外国人永久居留身份证). Since 2023 it has 18 characters: 9, province, three
 * digits of country, birth date, three digits, check as a citizen's; before, three letters of country and 12 digits.
 * Prints and serialises masked; {@link #value()} is the clear number.
 */
public record ForeignResidentId(String value) {

    static final int EARLIER_LENGTH = 15;

    public ForeignResidentId {
        IdentifierError.INVALID_ID_NUMBER.refuse(faults(value));
    }

    /** Accepts what people type: blanks around, full width, lower case. */
    public static ForeignResidentId parse(String text, LocalDate today) {
        var number = CodeText.normalise(text);
        IdentifierError.INVALID_ID_NUMBER.refuse(faults(number, today));
        return new ForeignResidentId(number);
    }

    public static boolean isValid(String text, LocalDate today) {
        return faults(text, today).isEmpty();
    }

    /** The birth date; empty in the earlier form, where it is not certain how to read it. */
    public Optional<LocalDate> birthDate() {
        return value.length() == PersonNumber.LENGTH
                ? Optional.of(PersonNumber.knownBirthDate(value))
                : Optional.empty();
    }

    @JsonValue
    public String masked() {
        return Mask.number(value);
    }

    @Override
    public String toString() {
        return masked();
    }

    static Set<CodeReason> faults(String text, LocalDate today) {
        return PersonNumber.withLifetime(faults(text), text, today);
    }

    private static EnumSet<CodeReason> faults(String text) {
        if (text.length() == EARLIER_LENGTH) {
            boolean country = text.chars().limit(3).allMatch(c -> CodeText.isLetter((char) c));
            return country && CodeText.isDigits(text, 3, EARLIER_LENGTH)
                    ? EnumSet.noneOf(CodeReason.class)
                    : EnumSet.of(CodeReason.ALPHABET);
        }
        var faults = PersonNumber.faults(text);
        if (!faults.contains(CodeReason.LENGTH)) {
            if (text.charAt(0) != '9') {
                faults.add(CodeReason.ALPHABET);
            }
            if (!Province.isKnown(text, 1)) {
                faults.add(CodeReason.PROVINCE);
            }
        }
        return faults;
    }
}
