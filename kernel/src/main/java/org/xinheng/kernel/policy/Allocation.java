package org.xinheng.kernel.policy;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A text parted into what is to be done and who does it: the last balanced bracket that names units, wherever blanks and
 * page breaks stood; without a bracket, what follows a label such as 责任单位：.
 *
 * @param text without the unit bracket
 * @param units what stood in it, null where there is none
 * @param ends whether nothing follows the units
 * @param closed whether the bracket is closed
 * @param others whether more unit brackets stand in the text
 */
record Allocation(String text, @Nullable String units, boolean ends, boolean closed, boolean others) {

    /** No list of units is longer. */
    private static final int LONGEST = 3_000;

    private static final Pattern LABEL_AFTER_SENTENCE = Pattern.compile(
            "(?:^|(?<=[。；;！\\s]))\\s*(?:牵头|主办|配合|协办|参与|责任|负责|主管|承办|实施|落实)(?:责任|负责|配合)?\\s*"
                    + "(?:单\\s*位|部\\s*门|处室)\\s*[：:]",
            Pattern.UNICODE_CHARACTER_CLASS);

    private static final Pattern DASH =
            Pattern.compile("[—－-]{1,2}(?=\\s*[市省县区各][^—－-]*$)", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern NOTHING_MORE = Pattern.compile("[\\s。；;.，,、)）\\]】]*", Pattern.UNICODE_CHARACTER_CLASS);

    static Allocation of(String text) {
        var brackets = Brackets.of(text);
        for (int open : brackets.unclosed().reversed()) {
            if (text.length() - open > LONGEST) {
                break;
            }
            var content = text.substring(open + 1);
            if (UnitString.isLabelled(Plain.bare(content))) {
                return new Allocation(text.substring(0, open), content, true, false, false);
            }
        }
        var pairs = brackets.pairs();
        int end = text.length();
        while (end > 0 && NOTHING_MORE.matcher(text.substring(end - 1, end)).matches()) {
            end--;
        }
        for (int i = pairs.size() - 1; i >= 0; i--) {
            var pair = pairs.get(i);
            boolean last = pair.close() + 1 >= end;
            if (pair.close() - pair.open() <= LONGEST && namesUnits(pair, text, last)) {
                return before(pair, pairs.subList(0, i), text, last ? "" : text.substring(pair.close() + 1));
            }
        }
        return withoutBracket(text);
    }

    /** Where more follows, only a label tells a unit bracket from any other. */
    private static boolean namesUnits(Brackets.Pair pair, String text, boolean last) {
        var content = pair.content(text);
        return last ? UnitString.isUnits(content) : UnitString.isLabelled(Plain.bare(content));
    }

    /** Two brackets side by side, one for each role, are taken as one. */
    private static Allocation before(Brackets.Pair pair, List<Brackets.Pair> earlier, String text, String rest) {
        var units = pair.content(text);
        int start = pair.open();
        boolean others = false;
        for (var other : earlier.reversed()) {
            if (other.close() < start
                    && other.close() - other.open() <= LONGEST
                    && UnitString.isUnits(other.content(text))) {
                if (Plain.bare(text.substring(other.close() + 1, start)).isEmpty()
                        && UnitString.isLabelled(Plain.bare(other.content(text)))) {
                    units = other.content(text) + "；" + units;
                    start = other.open();
                } else {
                    others = true;
                }
            }
        }
        return new Allocation(text.substring(0, start) + rest, units, rest.isEmpty(), true, others);
    }

    private static Allocation withoutBracket(String text) {
        var label = LABEL_AFTER_SENTENCE.matcher(text);
        if (label.find()) {
            return new Allocation(text.substring(0, label.start()), text.substring(label.start()), true, true, false);
        }
        var dash = DASH.matcher(text);
        if (dash.find() && UnitString.hasRoles(text.substring(dash.end()))) {
            return new Allocation(text.substring(0, dash.start()), text.substring(dash.end()), true, true, false);
        }
        return new Allocation(text, null, false, true, false);
    }

    /** Whether the text is a unit bracket and nothing else. */
    boolean isAlone() {
        return units != null && Plain.bare(text).isEmpty();
    }
}
