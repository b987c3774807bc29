package org.xinheng.kernel.identifier;

import java.util.Set;

/** How codes are written: what people type around them, and what they type instead of them. */
public final class CodeText {

    private static final Set<String> FILLERS =
            Set.of("无", "暂无", "没有", "空", "不详", "未知", "测试", "NULL", "NONE", "NIL", "NA", "N/A");

    private static final String STROKES = "-/\\—–_.*";

    private CodeText() {}

    /** Without the blanks around it, full width made half, letters made capital. Blanks inside stay. */
    public static String normalise(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(text.charAt(end - 1))) {
            end--;
        }
        var normalised = new StringBuilder(end - start);
        for (int i = start; i < end; i++) {
            normalised.append(plain(text.charAt(i)));
        }
        return normalised.toString();
    }

    /** Whether a normalised text only says that there is no code (R10). Eighteen zeros claim to be one. */
    public static boolean isPlaceholder(String normalised) {
        return FILLERS.contains(normalised)
                || (!normalised.isEmpty() && normalised.chars().allMatch(c -> STROKES.indexOf(c) >= 0))
                || isZeros(normalised);
    }

    /** White space of any script, and the invisible marks that come with copied text. */
    static boolean isBlank(char c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || (c >= '\u200b' && c <= '\u200f')
                || c == '\u2060'
                || c == '\ufeff';
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isLetter(char c) {
        return c >= 'A' && c <= 'Z';
    }

    static boolean isDigits(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isZeros(String text) {
        int zeros = 0;
        while (zeros < text.length() && text.charAt(zeros) == '0') {
            zeros++;
        }
        return zeros > 0
                && (zeros == text.length() ? zeros != 18 : zeros == text.length() - 1 && text.charAt(zeros) == 'X');
    }

    private static char plain(char c) {
        char half = c >= '\uff01' && c <= '\uff5e' ? (char) (c - 0xfee0) : c;
        // Not String.toUpperCase: it would turn letters of other scripts into Latin ones.
        return half >= 'a' && half <= 'z' ? (char) (half - 'a' + 'A') : half;
    }
}
