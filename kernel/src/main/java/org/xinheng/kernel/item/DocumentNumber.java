package org.xinheng.kernel.item;

/** Number of a decision (文号), such as 常市监罚字〔2026〕15号: written alike whatever brackets and widths were typed. */
public final class DocumentNumber {

    private DocumentNumber() {}

    /** Without blanks, half width, the year in 〔〕. */
    public static String normalise(String text) {
        var plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '！' && c <= '～') {
                c -= 0xFEE0;
            }
            if (!Text.blank(c)) {
                plain.append(c);
            }
        }
        for (int i = 0; i + 5 < plain.length(); i++) {
            if (opens(plain.charAt(i)) && closes(plain.charAt(i + 5)) && isYear(plain, i + 1)) {
                plain.setCharAt(i, '〔');
                plain.setCharAt(i + 5, '〕');
            }
        }
        return plain.toString();
    }

    /** Whether a normalised number has a year in brackets and 号. */
    static boolean isComplete(String normalised) {
        int year = normalised.indexOf('〔');
        return year >= 0
                && year + 5 < normalised.length()
                && normalised.charAt(year + 5) == '〕'
                && isYear(normalised, year + 1)
                && normalised.indexOf('号', year + 5) >= 0;
    }

    private static boolean isYear(CharSequence text, int from) {
        return Text.allDigits(text, from, from + 4)
                && (text.charAt(from) == '1' && text.charAt(from + 1) == '9' || text.charAt(from) == '2');
    }

    private static boolean opens(char c) {
        return c == '(' || c == '[' || c == '〔' || c == '【' || c == '﹝' || c == '{';
    }

    private static boolean closes(char c) {
        return c == ')' || c == ']' || c == '〕' || c == '】' || c == '﹞' || c == '}';
    }
}
