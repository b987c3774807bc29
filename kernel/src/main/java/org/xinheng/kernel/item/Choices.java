package org.xinheng.kernel.item;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Words to choose from, and lists of them in one cell. */
final class Choices {

    private Choices() {}

    /** The allowed value itself, or the one that the text begins with, as 普通 in 普通许可. */
    static @Nullable String match(List<String> allowed, String text) {
        if (allowed.contains(text)) {
            return text;
        }
        String match = null;
        for (var value : allowed) {
            if (text.startsWith(value) && (match == null || value.length() > match.length())) {
                match = value;
            }
        }
        return match;
    }

    /** What stands between semicolons, commas or enumeration marks. */
    static List<String> parts(String text) {
        var parts = new ArrayList<String>(2);
        int from = 0;
        for (int at = 0; at <= text.length(); at++) {
            if (at == text.length() || isSeparator(text.charAt(at))) {
                var part = Text.strip(text.substring(from, at));
                from = at + 1;
                if (!part.isEmpty()) {
                    parts.add(part);
                }
            }
        }
        return parts;
    }

    private static boolean isSeparator(char c) {
        return c == ';' || c == '；' || c == '、' || c == ',' || c == '，';
    }
}
