package org.xinheng.kernel.policy;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tables pasted as text: cells led by a TAB, one cell a line, or one row a line. Found by their head, or by numbers that
 * stand alone and count from 1.
 */
final class TextTables {

    private static final int LINES_OF_A_ROW = 8;
    private static final int LONGEST_NAME = 40;

    /** @param next index of the first line behind the table */
    record Found(Table table, int next) {}

    private final List<Piece.Line> lines;

    TextTables(List<Piece.Line> lines) {
        this.lines = lines;
    }

    /** The table that begins with this line, or null. */
    @Nullable
    Found at(int start) {
        var head = TableHead.at(lines, start);
        return head != null ? new TableRows(lines, head).read() : headless(start);
    }

    /** Numbers alone in their lines, from 1 on, each followed by words and units. */
    private @Nullable Found headless(int start) {
        if (!"1".equals(Table.numberOf(lines.get(start).bare()))) {
            return null;
        }
        boolean names = true;
        int at = start;
        for (int expected = 1; expected <= 3; expected++) {
            int next = numberAfter(at, expected + 1);
            var row = new ArrayList<Piece.Line>();
            for (int i = at + 1; i < (next < 0 ? Math.min(lines.size(), at + LINES_OF_A_ROW) : next); i++) {
                if (!lines.get(i).isBlank()) {
                    row.add(lines.get(i));
                }
            }
            if (row.size() < 2 || next >= 0 && !UnitString.isList(row.getLast().text())) {
                return null;
            }
            names &= row.getFirst().bare().length() <= LONGEST_NAME
                    && row.getFirst().bare().indexOf('。') < 0;
            if (next < 0) {
                if (expected < 3) {
                    return null;
                }
                break;
            }
            at = next;
        }
        var columns =
                List.of(Column.NUMBER, names ? Column.GROUP : Column.TASK, names ? Column.LEAD : Column.RESPONSIBLE);
        return new TableRows(lines, new TableHead(List.of(), columns, start, false)).read();
    }

    private int numberAfter(int from, int number) {
        int seen = 0;
        for (int i = from + 1; i < lines.size() && seen < LINES_OF_A_ROW; i++) {
            if (!lines.get(i).isBlank()) {
                if (String.valueOf(number).equals(Table.numberOf(lines.get(i).bare()))) {
                    return i;
                }
                seen++;
            }
        }
        return -1;
    }
}
