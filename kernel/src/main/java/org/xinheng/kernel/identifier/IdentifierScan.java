package org.xinheng.kernel.identifier;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds numbers of persons in free text: 18 characters with a province, a birth date and the right check character,
 * wherever they stand, also glued to other text, in full width, or written in groups. Numbers without a check character
 * (the forms of 15, passports, permits) are not found. Takes time in proportion to the text.
 */
public final class IdentifierScan {

    private static final int LENGTH = PersonNumber.LENGTH;
    private static final String X = "XxＸｘⅩⅹ×Хх";
    private static final int LONGEST_GAP = 3;

    private IdentifierScan() {}

    /**
     * Where a number stands.
     *
     * @param start first index in the text
     * @param end index after its last character
     * @param masked what may be shown in its place
     */
    public record Found(int start, int end, String masked) {}

    public static boolean hasNumber(String text) {
        return !find(text).isEmpty();
    }

    /** The text with a mask in the place of every number found. */
    public static String mask(String text) {
        var found = find(text);
        if (found.isEmpty()) {
            return text;
        }
        var masked = new StringBuilder(text.length());
        int copied = 0;
        for (var number : found) {
            masked.append(text, copied, number.start()).append(number.masked());
            copied = number.end();
        }
        return masked.append(text, copied, text.length()).toString();
    }

    /** The numbers from left to right; they do not overlap. */
    public static List<Found> find(String text) {
        var found = new ArrayList<Found>();
        var run = new Run(text.length());
        for (int i = 0; i < text.length(); i++) {
            char symbol = symbol(text.charAt(i));
            if (symbol == 0) {
                if (!isSeparator(text.charAt(i)) || run.isFarFrom(i)) {
                    run.clear();
                }
                continue;
            }
            run.add(symbol, i);
            if (run.endsInNumber()) {
                found.add(run.last());
                run.clear();
            }
        }
        return found;
    }

    /** The digit or X that a character stands for, or 0. */
    private static char symbol(char c) {
        int digit = Character.digit(c, 10);
        if (digit >= 0) {
            return (char) ('0' + digit);
        }
        return X.indexOf(c) >= 0 ? 'X' : 0;
    }

    private static boolean isSeparator(char c) {
        return c == '-' || c == '－' || c == '–' || c == '·' || CodeText.isBlank(c);
    }

    /** Digits in a row with the places where they stand; short gaps are skipped. */
    private static final class Run {

        private final StringBuilder symbols = new StringBuilder();
        private final int[] places;

        Run(int capacity) {
            places = new int[capacity];
        }

        void add(char symbol, int place) {
            places[symbols.length()] = place;
            symbols.append(symbol);
        }

        void clear() {
            symbols.setLength(0);
        }

        boolean isFarFrom(int place) {
            return symbols.isEmpty() || place - places[symbols.length() - 1] > LONGEST_GAP;
        }

        boolean endsInNumber() {
            int from = symbols.length() - LENGTH;
            if (from < 0) {
                return false;
            }
            var number = symbols.substring(from);
            if (!PersonNumber.hasPlausibleYear(number)
                    || !PersonNumber.faults(number).isEmpty()) {
                return false;
            }
            return Province.isKnown(number, 0) || (number.charAt(0) == '9' && Province.isKnown(number, 1));
        }

        Found last() {
            int from = symbols.length() - LENGTH;
            return new Found(places[from], places[symbols.length() - 1] + 1, Mask.number(symbols.substring(from)));
        }
    }
}
