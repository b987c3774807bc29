package org.xinheng.kernel.item;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** Days as people write them: {@code 2026-09-01}, {@code 2026/9/1}, {@code 20260901}, {@code 2026年9月1日}. */
final class DayText {

    private DayText() {}

    /** The day, or null if the text is none. A time of day behind it is left out. */
    static @Nullable LocalDate parse(String text) {
        int end = end(text);
        if (end == 8 && Text.allDigits(text, 0, 8)) {
            return day(text, 0, 4, 4, 6, 6, 8);
        }
        if (end < 8 || end > 11 || !Text.allDigits(text, 0, 4) || !isSeparator(text.charAt(4))) {
            return null;
        }
        int last = text.charAt(end - 1) == '日' ? end - 1 : end;
        for (int second = 6; second <= 7 && second < last - 1; second++) {
            if (isSeparator(text.charAt(second))) {
                return Text.allDigits(text, 5, second) && last - second <= 3 && Text.allDigits(text, second + 1, last)
                        ? day(text, 0, 4, 5, second, second + 1, last)
                        : null;
            }
        }
        return null;
    }

    private static int end(String text) {
        for (int i = 8; i < text.length() && i <= 11; i++) {
            char c = text.charAt(i);
            if (c == ' ' || c == 'T') {
                return isTime(text, i + 1) ? i : text.length();
            }
        }
        return text.length();
    }

    private static boolean isTime(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && c != ':' && c != '.') {
                return false;
            }
        }
        return text.length() > from;
    }

    private static boolean isSeparator(char c) {
        return c == '-' || c == '/' || c == '.' || c == '年' || c == '月';
    }

    private static @Nullable LocalDate day(String text, int y, int yEnd, int m, int mEnd, int d, int dEnd) {
        int year = Integer.parseInt(text, y, yEnd, 10);
        int month = Integer.parseInt(text, m, mEnd, 10);
        int day = Integer.parseInt(text, d, dEnd, 10);
        boolean real = year >= 1
                && month >= 1
                && month <= 12
                && day >= 1
                && day <= YearMonth.of(year, month).lengthOfMonth();
        return real ? LocalDate.of(year, month, day) : null;
    }
}
