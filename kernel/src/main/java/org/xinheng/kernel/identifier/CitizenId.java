package org.xinheng.kernel.identifier;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;

/**
 * Citizen identity number (公民身份号码, GB 11643-1999). Prints and serialises masked; {@link #value()} is the clear number.
 * The constructor checks what holds on any day, {@link #parse} also that somebody living can have it.
 */
public record CitizenId(String value) {

    private static final int SUPERSEDED_LENGTH = 15;

    public CitizenId {
        IdentifierError.INVALID_ID_NUMBER.refuse(faults(value));
    }

    /** Accepts what people type, and the superseded form of 15 digits. */
    public static CitizenId parse(String text, LocalDate today) {
        var normalised = CodeText.normalise(text);
        var number = isSuperseded(normalised) ? upgraded(normalised) : normalised;
        IdentifierError.INVALID_ID_NUMBER.refuse(faults(number, today));
        return new CitizenId(number);
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

    static boolean isSuperseded(String text) {
        return text.length() == SUPERSEDED_LENGTH && CodeText.isDigits(text, 0, SUPERSEDED_LENGTH);
    }

    /** The number of 18 that belongs to one of 15 digits; sequences 996 to 999 were kept for those born before 1900. */
    static String upgraded(String fifteen) {
        var century = fifteen.compareTo(fifteen.substring(0, 12) + "996") >= 0 ? "18" : "19";
        var seventeen = fifteen.substring(0, 6) + century + fifteen.substring(6);
        return seventeen + PersonNumber.checkCharacter(seventeen);
    }

    private static EnumSet<CodeReason> faults(String text) {
        var faults = PersonNumber.faults(text);
        if (!faults.contains(CodeReason.LENGTH) && (!Province.isKnown(text, 0) || Province.isOfPermits(text, 0))) {
            faults.add(CodeReason.PROVINCE);
        }
        return faults;
    }
}
