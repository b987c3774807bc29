package org.xinheng.kernel.identifier;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the 18-character numbers of persons share (GB 11643-1999): birth date at 7 to 14 and the check character. */
final class PersonNumber {

    static final int LENGTH = 18;

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final int OLDEST_YEARS = 150;

    private PersonNumber() {}

    /** Faults of form: they do not depend on the day. The caller adds what the first six digits must be. */
    static EnumSet<CodeReason> faults(String text) {
        if (text.length() != LENGTH) {
            return EnumSet.of(CodeReason.LENGTH);
        }
        var faults = EnumSet.noneOf(CodeReason.class);
        boolean readable = misfits(text) == 0;
        if (!readable) {
            faults.add(CodeReason.ALPHABET);
        }
        if (birthDate(text) == null) {
            faults.add(CodeReason.DATE);
        }
        if (readable && text.charAt(17) != checkCharacter(text)) {
            faults.add(CodeReason.CHECK_CHARACTER);
        }
        return faults;
    }

    /** The faults of form and, where there is a birth date, whether somebody living can have it. */
    static Set<CodeReason> withLifetime(EnumSet<CodeReason> faults, String text, LocalDate today) {
        var birth = text.length() == LENGTH ? birthDate(text) : null;
        if (birth != null && (birth.isAfter(today) || birth.isBefore(today.minusYears(OLDEST_YEARS)))) {
            faults.add(CodeReason.DATE);
        }
        return faults;
    }

    static int misfits(String text) {
        int misfits = 0;
        for (int i = 0; i < LENGTH; i++) {
            char c = text.charAt(i);
            misfits += CodeText.isDigit(c) || (i == 17 && c == 'X') ? 0 : 1;
        }
        return misfits;
    }

    /** The real date at 7 to 14, or null. */
    static @Nullable LocalDate birthDate(String text) {
        if (!CodeText.isDigits(text, 6, 14)) {
            return null;
        }
        int year = Integer.parseInt(text, 6, 10, 10);
        int month = Integer.parseInt(text, 10, 12, 10);
        int day = Integer.parseInt(text, 12, 14, 10);
        boolean real = month >= 1
                && month <= 12
                && day >= 1
                && day <= YearMonth.of(year, month).lengthOfMonth();
        return real ? LocalDate.of(year, month, day) : null;
    }

    /** The birth date of a number already known to be valid. */
    static LocalDate knownBirthDate(String valid) {
        var birth = birthDate(valid);
        if (birth == null) {
            throw new IllegalStateException("a valid number without a birth date");
        }
        return birth;
    }

    /** Whether the birth year is one of the 19th to 21st century: what tells a number from a random one. */
    static boolean hasPlausibleYear(String text) {
        return text.startsWith("18", 6) || text.startsWith("19", 6) || text.startsWith("20", 6);
    }

    /** The check character that belongs to the first seventeen digits (ISO 7064 MOD 11-2). */
    static char checkCharacter(CharSequence text) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (text.charAt(i) - '0');
        }
        return "10X98765432".charAt(sum % 11);
    }
}
