package org.xinheng.demo.population;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.xinheng.kernel.identifier.CitizenId;
import org.xinheng.kernel.identifier.CreditCode;
import org.xinheng.kernel.identifier.OrganisationCode;

/**
 * Codes that nobody was given: division 320499, which is not known to be assigned, and organisation codes beginning
 * MAXH. Their check characters are right.
 */
public final class FictionalCodes {

    static final String DIVISION = "320499";
    static final String MARK = "MAXH";

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int MOST = ALPHABET.length() * ALPHABET.length() * ALPHABET.length() * ALPHABET.length();
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    private FictionalCodes() {}

    /**
     * The unified social credit code of an organisation that does not exist.
     *
     * @param prefix department and category, such as 91 for enterprises, 92 for sole traders
     * @param number from 0 to 923,520; two numbers never give the same organisation code
     */
    public static String organisation(String prefix, int number) {
        if (number < 0 || number >= MOST) {
            throw new IllegalArgumentException("no organisation code for number " + number);
        }
        var eight = new char[4];
        int rest = number;
        for (int i = 3; i >= 0; i--) {
            eight[i] = ALPHABET.charAt(rest % ALPHABET.length());
            rest /= ALPHABET.length();
        }
        var seventeen = prefix + DIVISION + organisationCode(MARK + new String(eight));
        for (int i = 0; i < ALPHABET.length(); i++) {
            var code = seventeen + ALPHABET.charAt(i);
            if (CreditCode.isValid(code)) {
                return code;
            }
        }
        throw new IllegalArgumentException("no credit code begins with " + prefix);
    }

    private static String organisationCode(String eight) {
        for (char check : "0123456789X".toCharArray()) {
            if (OrganisationCode.isValid(eight + check)) {
                return eight + check;
            }
        }
        throw new IllegalStateException("no check character for " + eight);
    }

    /**
     * The identity number of a person who does not exist.
     *
     * @param sequence from 0 to 999
     */
    public static String person(LocalDate birth, int sequence) {
        if (sequence < 0 || sequence > 999) {
            throw new IllegalArgumentException("no identity number for sequence " + sequence);
        }
        var seventeen = DIVISION + DateTimeFormatter.BASIC_ISO_DATE.format(birth) + "%03d".formatted(sequence);
        for (char check : "0123456789X".toCharArray()) {
            if (CitizenId.isValid(seventeen + check, birth)) {
                return seventeen + check;
            }
        }
        throw new IllegalStateException("no check character");
    }

    /** Whether this is a valid credit code of the reserved range. */
    public static boolean isOrganisation(String code) {
        return CreditCode.isValid(code)
                && code.startsWith(DIVISION, 2)
                && code.startsWith(MARK, 8)
                && new CreditCode(code).organisationCodeChecks();
    }

    /** Whether this is a valid identity number of the reserved division. */
    public static boolean isPerson(String number) {
        return number.startsWith(DIVISION) && CitizenId.isValid(number, lastDayOf(number));
    }

    /** Any day on which somebody born then may live: that day itself. */
    private static LocalDate lastDayOf(String number) {
        try {
            return LocalDate.parse(number.substring(6, 14), DateTimeFormatter.BASIC_ISO_DATE);
        } catch (RuntimeException e) {
            return LAST_DAY;
        }
    }
}
