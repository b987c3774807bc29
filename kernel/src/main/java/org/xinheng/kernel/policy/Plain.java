package org.xinheng.kernel.policy;

/** Printed text without its blanks: between the words of Chinese a blank means nothing. */
final class Plain {

    private static final String ENDS = "。！？；：!?;:";
    private static final String QUOTES = "”」』\"’";

    private Plain() {}

    /** Blanks of any width, and what is not seen at all. */
    static boolean blank(char c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.isISOControl(c)
                || (c >= '\u200B' && c <= '\u200F')
                || c == '\u2060'
                || c == '\uFEFF'
                || c == '\u00AD';
    }

    /** Without any blank. */
    static String bare(CharSequence text) {
        var plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (!blank(text.charAt(i))) {
                plain.append(text.charAt(i));
            }
        }
        return plain.toString();
    }

    /** Without blanks around. */
    static String strip(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && blank(text.charAt(from))) {
            from++;
        }
        while (from < to && blank(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    /** Full-width digits, letters and signs made half-width; as long as before. */
    static String narrow(String text) {
        var plain = new StringBuilder(text);
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (c >= '！' && c <= '～') {
                plain.setCharAt(i, (char) (c - 0xFEE0));
            }
        }
        return plain.toString();
    }

    /** Whether a sentence, a lead-in or a list of units ends here, so that no page break can have cut it. */
    static boolean finished(String text) {
        int end = text.length();
        while (end > 0 && (QUOTES.indexOf(text.charAt(end - 1)) >= 0 || blank(text.charAt(end - 1)))) {
            end--;
        }
        if (end == 0) {
            return false;
        }
        char last = text.charAt(end - 1);
        if (ENDS.indexOf(last) >= 0) {
            return true;
        }
        if (last == '.') {
            return end > 1 && Character.isIdeographic(text.charAt(end - 2));
        }
        return Brackets.closes(last) && Allocation.of(text.substring(0, end)).ends();
    }

    /** Whether it holds a mark that parts clauses. */
    static boolean hasClauses(String text) {
        return text.chars().anyMatch(c -> "，,；;：:。".indexOf(c) >= 0);
    }
}
