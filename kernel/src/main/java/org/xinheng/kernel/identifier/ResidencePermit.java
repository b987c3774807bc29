package org.xinheng.kernel.identifier;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;

/**
 * Number of the residence permit for Hong Kong, Macao and Taiwan residents (港澳台居民居住证): built like a citizen's, beginning
 * with 81, 82 or 83. Prints and serialises masked; {@link #value()} is the clear number.
 */
public record ResidencePermit(String value) {

    public ResidencePermit {
        IdentifierError.INVALID_ID_NUMBER.refuse(faults(value));
    }

    /** Accepts what people type: blanks around, full width, lower case. */
    public static ResidencePermit parse(String text, LocalDate today) {
        var number = CodeText.normalise(text);
        IdentifierError.INVALID_ID_NUMBER.refuse(faults(number, today));
        return new ResidencePermit(number);
    }

    public static boolean isValid(String text, LocalDate today) {
        return faults(text, today).isEmpty();
    }

    public LocalDate birthDate() {
        return PersonNumber.knownBirthDate(value);
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
        var faults = PersonNumber.faults(text);
        if (!faults.contains(CodeReason.LENGTH) && !Province.isOfPermits(text, 0)) {
            faults.add(CodeReason.PROVINCE);
        }
        return faults;
    }
}
