package org.xinheng.kernel.policy;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.kernel.policy.FrontMatter.Sort;

/**
 * A paragraph or heading, its lines joined again.
 *
 * @param sort what it is apart from text, else null
 * @param text its lines one behind the other, blanks within them kept
 * @param marker the number it begins with
 */
record Block(
        List<Piece.Line> lines,
        @Nullable Sort sort,
        String text,
        @Nullable Marker marker) implements Part {

    static Block of(List<Piece.Line> lines, @Nullable Sort sort) {
        var text = new StringBuilder();
        lines.forEach(line -> text.append(Plain.strip(line.text())));
        var joined = text.toString();
        return new Block(List.copyOf(lines), sort, joined, sort == null ? Marker.of(joined) : null);
    }

    int line() {
        return lines.getFirst().number();
    }

    String bare() {
        return Plain.bare(text);
    }

    /** What stands behind the number. */
    String words() {
        return marker == null ? text : text.substring(marker.end());
    }

    Allocation allocation() {
        return Allocation.of(words());
    }

    /** The same block taken for something else. */
    Block as(Sort other) {
        return new Block(lines, other, text, null);
    }

    List<Piece.Line> linesWith(Block next) {
        var all = new ArrayList<>(lines);
        all.addAll(next.lines);
        return all;
    }
}
