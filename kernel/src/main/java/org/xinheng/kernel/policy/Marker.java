package org.xinheng.kernel.policy;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The number a line begins with.
 *
 * @param number without its point or bracket
 * @param end where the words begin
 */
record Marker(Level level, String number, int end) {

    /** How official documents number, from the outermost in. */
    enum Level {
        PART,
        CHAPTER,
        SECTION,
        ITEM,
        POINT,
        CIRCLE
    }

    private record Form(Level level, Pattern pattern) {

        private Form(Level level, String pattern) {
            this(level, Pattern.compile(pattern, Pattern.UNICODE_CHARACTER_CLASS));
        }
    }

    private static final String CHINESE = "[一二三四五六七八九十百]{1,4}";
    private static final String DIGITS = "[0-9０-９]{1,3}";
    private static final String OPEN = "[（(〔【\\[]\\s*";
    private static final String CLOSE = "\\s*[）)〕】\\]]";

    private static final List<Form> FORMS = List.of(
            new Form(Level.PART, "(第" + CHINESE + "[章篇编]|第" + CHINESE + "部分)[、：:]?\\s*"),
            new Form(Level.CHAPTER, "(" + CHINESE + ")\\s*[、.．](?!\\s*[一二三四五六七八九十]{1,3}\\s*[、线级年等])\\s*"),
            new Form(Level.SECTION, OPEN + "(" + CHINESE + ")" + CLOSE + "\\s*[、.．]?\\s*"),
            new Form(Level.SECTION, "(第" + CHINESE + "条)[、：:]?\\s*"),
            new Form(
                    Level.ITEM, "(" + DIGITS + ")\\s*(?:[、.．]\\s+|[、.．](?=(?:19|20)\\d{2}年)|[、.．](?![0-9０-９%％‰]))\\s*"),
            new Form(Level.POINT, OPEN + "(" + DIGITS + ")" + CLOSE + "\\s*[、.．]?\\s*"),
            new Form(Level.POINT, "(" + DIGITS + ")\\s*[)）]\\s*"),
            new Form(Level.CIRCLE, "([①-⑳])\\s*"));

    /** The marker at the start of a line. */
    static @Nullable Marker of(String line) {
        for (var form : FORMS) {
            Matcher matcher = form.pattern.matcher(line);
            if (matcher.lookingAt()) {
                return new Marker(form.level, Plain.bare(Plain.narrow(matcher.group(1))), matcher.end());
            }
        }
        return null;
    }

    boolean isWithin(Level other) {
        return level.compareTo(other) > 0;
    }
}
