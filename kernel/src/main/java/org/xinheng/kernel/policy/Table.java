package org.xinheng.kernel.policy;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A table that divides tasks, or that names the lead units of groups of persons.
 *
 * @param head its head as printed, repeated heads too
 */
record Table(List<Piece.Line> head, List<Column> columns, List<Row> rows) implements Part, Piece {

    private static final int LONGEST_NAME = 40;

    /** A row; one that stretches over the whole table is a heading within it. */
    static final class Row {

        private final Map<Column, StringBuilder> cells = new EnumMap<>(Column.class);
        private final List<Piece.Line> lines = new ArrayList<>();
        private @Nullable String number;
        private boolean heading;

        static Row heading(List<Piece.Line> lines) {
            var row = new Row();
            row.heading = true;
            row.lines.addAll(lines);
            return row;
        }

        boolean isHeading() {
            return heading;
        }

        List<Piece.Line> lines() {
            return lines;
        }

        int line() {
            return lines.isEmpty() ? 0 : lines.getFirst().number();
        }

        @Nullable
        String number() {
            return number;
        }

        void number(Piece.Line line) {
            number = numberOf(line.bare());
            lines.add(line);
        }

        /** Puts a line into a cell; the next line of a cell stands below the one before. */
        void add(Column column, Piece.Line line) {
            append(column, line.text());
            lines.add(line);
        }

        /** Words of a cell that belongs to several rows; the first has them as its own. */
        void append(Column column, String text) {
            var cell = cells.computeIfAbsent(column, any -> new StringBuilder());
            if (!cell.isEmpty()) {
                cell.append('\n');
            }
            cell.append(text);
        }

        boolean has(Column column) {
            return cells.containsKey(column);
        }

        String cell(Column column) {
            var cell = cells.get(column);
            return cell == null ? "" : cell.toString();
        }

        boolean hasUnits() {
            return cells.keySet().stream().anyMatch(Column::holdsUnits);
        }

        /** What is to be done, or who is meant. */
        String words() {
            return cell(Column.TASK) + cell(Column.GROUP);
        }

        boolean isEmpty() {
            return number == null && cells.isEmpty();
        }
    }

    /** A number that stands alone, as in the first column. */
    static @Nullable String numberOf(String bare) {
        var narrow = Plain.narrow(bare);
        return narrow.matches("\\d{1,3}[.、．]?|[（(]\\d{1,3}[)）]") ? narrow.replaceAll("\\D", "") : null;
    }

    /** Whether the rows name groups of persons and not tasks. */
    boolean isOfGroups() {
        return !columns.contains(Column.TASK)
                && rows.stream()
                        .filter(row -> !row.heading)
                        .allMatch(row -> Plain.bare(row.words()).length() <= LONGEST_NAME
                                && row.words().indexOf('。') < 0);
    }

    @Override
    public List<Piece.Line> lines() {
        var lines = new ArrayList<>(head);
        rows.forEach(row -> lines.addAll(row.lines));
        return lines;
    }
}
