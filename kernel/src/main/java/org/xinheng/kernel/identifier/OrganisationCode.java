package org.xinheng.kernel.identifier;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.EnumSet;
import java.util.Set;

/** Organisation code (组织机构代码, GB 11714): eight digits or letters and a check character. */
public record OrganisationCode(@JsonValue String value) {

    private static final int LENGTH = 9;
    private static final int[] WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

    public OrganisationCode {
        IdentifierError.INVALID_ORGANISATION_CODE.refuse(faults(value));
    }

    /** Accepts what people type, and the printed form with a hyphen before the check character. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static OrganisationCode parse(String text) {
        return new OrganisationCode(withoutHyphen(CodeText.normalise(text)));
    }

    public static boolean isValid(String text) {
        return faults(text).isEmpty();
    }

    /** As certificates print it: {@code 12345678-X}. */
    public String printed() {
        return value.substring(0, 8) + "-" + value.charAt(8);
    }

    @Override
    public String toString() {
        return value;
    }

    static String withoutHyphen(String text) {
        return text.length() == LENGTH + 1 && text.charAt(8) == '-' ? text.substring(0, 8) + text.charAt(9) : text;
    }

    static Set<CodeReason> faults(String text) {
        if (text.length() != LENGTH) {
            return EnumSet.of(CodeReason.LENGTH);
        }
        if (CodeText.isPlaceholder(text)) {
            return EnumSet.of(CodeReason.PLACEHOLDER);
        }
        char check = text.charAt(8);
        if (misfits(text) > 0) {
            return EnumSet.of(CodeReason.ALPHABET);
        }
        return check == checkCharacter(text)
                ? EnumSet.noneOf(CodeReason.class)
                : EnumSet.of(CodeReason.CHECK_CHARACTER);
    }

    /** How many characters cannot stand where they stand. */
    static int misfits(String text) {
        int misfits = 0;
        for (int i = 0; i < LENGTH; i++) {
            char c = text.charAt(i);
            boolean fits = CodeText.isDigit(c) || (i < 8 ? CodeText.isLetter(c) : c == 'X');
            misfits += fits ? 0 : 1;
        }
        return misfits;
    }

    /** The check character that belongs to the first eight. */
    static char checkCharacter(String text) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            char c = text.charAt(i);
            sum += WEIGHTS[i] * (CodeText.isDigit(c) ? c - '0' : c - 'A' + 10);
        }
        return "0X987654321".charAt(sum % 11);
    }
}
