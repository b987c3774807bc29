package org.xinheng.kernel.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The head of a table pasted as text.
 *
 * @param lines none where the table has no head and its columns were concluded
 * @param next index of the first line below it
 * @param inOneLine whether a row, too, may stand in one line
 */
record TableHead(List<Piece.Line> lines, List<Column> columns, int next, boolean inOneLine) {

    private static final Pattern TABS = Pattern.compile("[ \\u3000]*\\t\\s*");
    private static final Pattern WIDE_BLANK = Pattern.compile("\\s{2,}", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern BLANK = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);
    private static final int LINES_OF_A_HEAD = 10;

    /** The head that begins with this line, or null. */
    static @Nullable TableHead at(List<Piece.Line> lines, int start) {
        var printed = new ArrayList<Piece.Line>();
        var columns = new ArrayList<Column>();
        boolean inOneLine = false;
        int i = start;
        for (; i < lines.size() && i < start + LINES_OF_A_HEAD; i++) {
            var line = lines.get(i);
            if (line.isBlank()) {
                if (printed.isEmpty()) {
                    return null;
                }
                continue;
            }
            var heads = heads(line.text());
            if (heads.isEmpty()) {
                break;
            }
            inOneLine |= heads.size() > 1;
            columns.addAll(heads);
            printed.add(line);
        }
        boolean divides = columns.size() > 1
                && columns.stream().anyMatch(Column::holdsUnits)
                && columns.stream().anyMatch(Column::holdsWords)
                && columns.stream().distinct().count() == columns.size();
        return divides ? new TableHead(printed, columns, i, inOneLine) : null;
    }

    /** The heads in a line; one head may have blanks between its characters. */
    private static List<Column> heads(String line) {
        for (var parting : List.of(TABS, WIDE_BLANK, BLANK)) {
            var words = parting.split(Plain.strip(line));
            var heads = Arrays.stream(words)
                    .map(Plain::bare)
                    .map(Column::headed)
                    .filter(Objects::nonNull)
                    .distinct()
                    .toList();
            if (words.length > 1 && heads.size() == words.length) {
                return heads;
            }
        }
        var whole = Column.headed(Plain.bare(line));
        return whole == null ? List.of() : List.of(whole);
    }
}
