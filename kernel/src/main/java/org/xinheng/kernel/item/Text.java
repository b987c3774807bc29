package org.xinheng.kernel.item;

import java.util.Set;

/** What people type into cells, made plain. */
final class Text {

    private static final Set<String> FILLERS =
            Set.of("无", "/", "-", "NULL", "null", "Null", "——", "—", "--", "\\", "//", "N/A", "n/a", "空", "暂无");
    private static final Set<String> TRIALS = Set.of("测试", "test", "TEST", "Test", "测试数据");

    private Text() {}

    /** Blanks of any width, and what spreadsheets leave behind unseen. */
    static boolean blank(char c) {
        return c <= ' ' || c == '\u00A0' || c == '\u3000' || c == '\uFEFF' || (c >= '\u2000' && c <= '\u200F');
    }

    /** Without blanks around and without the apostrophe or formula that keeps a spreadsheet from rounding a number. */
    static String strip(String cell) {
        int from = 0;
        int to = cell.length();
        while (from < to && blank(cell.charAt(from))) {
            from++;
        }
        while (from < to && blank(cell.charAt(to - 1))) {
            to--;
        }
        if (to - from > 2 && cell.charAt(from) == '=' && cell.charAt(from + 1) == '"' && cell.charAt(to - 1) == '"') {
            return cell.substring(from + 2, to - 1);
        }
        if (to - from > 1 && cell.charAt(from) == '\'') {
            from++;
        }
        return cell.substring(from, to);
    }

    /** Whether it holds characters that nobody sees: controls, marks of direction, halves of pairs. */
    static boolean hasUnseen(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (unseen(text, i)) {
                return true;
            }
        }
        return false;
    }

    /** Without characters that nobody sees: they make two names that look alike differ, and break pages and prints. */
    static String seen(String text) {
        if (!hasUnseen(text)) {
            return text;
        }
        var seen = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (!unseen(text, i)) {
                seen.append(text.charAt(i));
            }
        }
        return seen.toString();
    }

    private static boolean unseen(String text, int i) {
        char c = text.charAt(i);
        if (c < 0x2000) {
            return c < ' ' ? c != '\t' && c != '\n' && c != '\r' : c >= 0x7F && c < 0xA0;
        }
        if (Character.isSurrogate(c)) {
            return Character.isHighSurrogate(c)
                    ? i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1))
                    : i == 0 || !Character.isHighSurrogate(text.charAt(i - 1));
        }
        return c >= '\u200B' && c <= '\u200F'
                || c >= '\u202A' && c <= '\u202E'
                || c >= '\u2060' && c <= '\u2069'
                || c == '\uFEFF'
                || c >= '\uFFFE';
    }

    /** The text so that a spreadsheet takes it for no formula; reading takes the apostrophe away again. */
    static String asText(String text) {
        return !text.isEmpty() && "=+-@\t\r＝＋－＠".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    /** Words that stand for nothing: 无, /, -, NULL and their like. */
    static boolean filler(String text) {
        return text.length() <= 4 && FILLERS.contains(text);
    }

    /** Words of somebody trying out the form. */
    static boolean trial(String text) {
        return text.length() <= 4 && TRIALS.contains(text);
    }

    static boolean allDigits(CharSequence text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return false;
            }
        }
        return to > from;
    }
}
