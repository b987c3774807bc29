package org.xinheng.kernel.identifier;

import java.util.Set;

/**
 * The first two digits of a division (行政区划代码, GB/T 2260). Divisions are reshaped all the time and numbers keep the one
 * of their day, so only the province is checked.
 */
final class Province {

    /** 81 to 83 stand for Hong Kong, Macao and Taiwan; 83 is used in permits alone. */
    private static final Set<String> CODES = Set.of(
            "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42", "43",
            "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "71", "81", "82", "83");

    private static final Set<String> PERMITS = Set.of("81", "82", "83");

    private Province() {}

    static boolean isKnown(String text, int at) {
        return CODES.contains(text.substring(at, at + 2));
    }

    static boolean isOfPermits(String text, int at) {
        return PERMITS.contains(text.substring(at, at + 2));
    }

    /** An authority registers for a province or, with {@code 10}, for the whole nation. */
    static boolean isOfAuthority(String text, int at) {
        return isKnown(text, at) || text.startsWith("10", at);
    }
}
