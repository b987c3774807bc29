package org.xinheng.platform;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** Made-up codes and numbers with the right check characters, in the division kept for synthetic data. */
public final class Synthetic {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] CREDIT_WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
    private static final int[] ORGANISATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};
    private static final int[] CITIZEN_WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    private Synthetic() {}

    /** Credit code of the n-th enterprise, 0 to 9999. */
    public static String organisation(int n) {
        return credit("91320499", n);
    }

    /** Credit code of the n-th sole trader, 0 to 9999. */
    public static String soleTrader(int n) {
        return credit("92320499", n);
    }

    /** Credit code of the n-th public body, 0 to 9999. */
    public static String publicBody(int n) {
        return credit("11320499", n);
    }

    /** ID number of the n-th citizen born that day, 0 to 999. */
    public static String citizen(LocalDate birth, int n) {
        var seventeen = "320499" + birth.format(DateTimeFormatter.BASIC_ISO_DATE) + "%03d".formatted(n);
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += CITIZEN_WEIGHTS[i] * (seventeen.charAt(i) - '0');
        }
        return seventeen + "10X98765432".charAt(sum % 11);
    }

    private static String credit(String eight, int n) {
        var organisation = "MAXH" + "%04d".formatted(n);
        int sum = 0;
        for (int i = 0; i < 8; i++) {
            sum += ORGANISATION_WEIGHTS[i] * Character.digit(organisation.charAt(i), 36);
        }
        int rest = 11 - sum % 11;
        var seventeen = eight + organisation + (rest == 10 ? "X" : rest == 11 ? "0" : String.valueOf(rest));
        sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += CREDIT_WEIGHTS[i] * ALPHABET.indexOf(seventeen.charAt(i));
        }
        return seventeen + ALPHABET.charAt((31 - sum % 31) % 31);
    }
}
