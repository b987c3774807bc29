package org.xinheng.kernel.identifier;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.EnumSet;
import java.util.Set;

/**
 * Business registration number (工商注册号, GS 15-2006): six digits of the authority that registered first, eight of
 * sequence, a check digit. Numbers of 13 digits are older and have nothing to check.
 */
public record BusinessRegistration(@JsonValue String value) {

    private static final int LENGTH = 15;

    public BusinessRegistration {
        IdentifierError.INVALID_BUSINESS_REGISTRATION.refuse(faults(value));
    }

    /** Accepts what people type: blanks around, full width. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static BusinessRegistration parse(String text) {
        return new BusinessRegistration(CodeText.normalise(text));
    }

    public static boolean isValid(String text) {
        return faults(text).isEmpty();
    }

    /** Whether the sequence was given to a sole trader (个体工商户), who is protected like a person. */
    public boolean soleTrader() {
        return value.charAt(6) >= '6';
    }

    /** The number; of a sole trader only a mask. */
    @Override
    public String toString() {
        return soleTrader() ? Mask.number(value) : value;
    }

    static Set<CodeReason> faults(String text) {
        if (text.length() != LENGTH) {
            return EnumSet.of(CodeReason.LENGTH);
        }
        if (CodeText.isPlaceholder(text)) {
            return EnumSet.of(CodeReason.PLACEHOLDER);
        }
        if (!CodeText.isDigits(text, 0, LENGTH)) {
            return EnumSet.of(CodeReason.ALPHABET);
        }
        var faults = EnumSet.noneOf(CodeReason.class);
        if (!Province.isOfAuthority(text, 0)) {
            faults.add(CodeReason.PROVINCE);
        }
        if (text.charAt(14) != checkDigit(text)) {
            faults.add(CodeReason.CHECK_CHARACTER);
        }
        return faults;
    }

    /** The check digit that belongs to the first fourteen (ISO 7064 MOD 11,10). */
    static char checkDigit(String text) {
        int product = 10;
        for (int i = 0; i < LENGTH - 1; i++) {
            int sum = (product % 11 + text.charAt(i) - '0') % 10;
            product = 2 * (sum == 0 ? 10 : sum);
        }
        return (char) ('0' + (11 - product % 11) % 10);
    }
}
