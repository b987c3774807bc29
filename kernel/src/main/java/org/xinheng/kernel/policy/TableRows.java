package org.xinheng.kernel.policy;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a table pasted as text: filled from the lines below its head until it ends. */
final class TableRows {

    private static final int LINES_OF_A_ROW = 8;
    private static final int LONGEST_NAME = 40;
    private static final int LINE_OF_PRINT = 24;

    private final List<Piece.Line> lines;
    private final TableHead head;
    private final List<Piece.Line> heads = new ArrayList<>();
    private final List<Table.Row> rows = new ArrayList<>();
    private Table.Row row = new Table.Row();
    private @Nullable Column column;
    private int position = -1;

    TableRows(List<Piece.Line> lines, TableHead head) {
        this.lines = lines;
        this.head = head;
        heads.addAll(head.lines());
    }

    /** The table; null where no row names units. */
    TextTables.@Nullable Found read() {
        int i = head.next();
        int end = i;
        for (; i < lines.size(); i++) {
            var line = lines.get(i);
            if (line.isBlank()) {
                continue;
            }
            var repeated = head.lines().isEmpty() ? null : TableHead.at(lines, i);
            if (repeated != null && repeated.columns().equals(head.columns())) {
                heads.addAll(repeated.lines());
                i = repeated.next() - 1;
                end = repeated.next();
                continue;
            }
            if (isPageNumber(i)) {
                heads.add(line);
            } else if (!accept(i, line)) {
                break;
            }
            end = i + 1;
        }
        close();
        boolean filled = rows.stream().anyMatch(Table.Row::hasUnits);
        return filled ? new TextTables.Found(new Table(heads, head.columns(), rows), end) : null;
    }

    private boolean isPageNumber(int i) {
        var bare = lines.get(i).bare();
        return Furniture.isPageNumber(bare)
                && (Table.numberOf(bare) == null || !beginsRow(Table.numberOf(bare)) && !row.hasUnits());
    }

    private void close() {
        if (!row.isEmpty()) {
            rows.add(row);
        }
        row = new Table.Row();
        column = null;
        position = -1;
    }

    /** Takes a line in; false where the table has ended before it. */
    private boolean accept(int i, Piece.Line line) {
        if (isEnd(i, line)) {
            return false;
        }
        if (isChapter(i, line)) {
            close();
            rows.add(Table.Row.heading(List.of(line)));
            return true;
        }
        cells(line).forEach(this::put);
        return true;
    }

    private boolean isEnd(int i, Piece.Line line) {
        var bare = line.bare();
        if (AnnexLabel.begins(bare) || PrintedNumber.isLine(bare)) {
            return true;
        }
        boolean complete = row.isEmpty() || row.hasUnits();
        if (complete && Furniture.isAddedByPage(bare)) {
            return true;
        }
        if (!complete || line.text().startsWith("\t") || UnitString.isLabelled(bare)) {
            return false;
        }
        var first = cells(line).getFirst();
        if (Table.numberOf(first.bare()) != null || row.hasUnits() && goesOn(line)) {
            return false;
        }
        var marker = Marker.of(line.text());
        if (marker != null && !marker.isWithin(Marker.Level.SECTION) && !isChapter(i, line)) {
            return true;
        }
        return !isChapter(i, line) && !unitsFollow(i);
    }

    /** Whether a line belongs to the cell of units above it. */
    private boolean goesOn(Piece.Line line) {
        var units = row.cell(lastUnits());
        var bare = line.bare();
        return isDeadline(bare) || isCut(units) || UnitString.isList(line.text()) || beginsFurtherUnits(bare);
    }

    /** A list of units that a page has cut, in a column of units that is still empty. */
    private boolean beginsFurtherUnits(String bare) {
        return UnitString.startsLikeUnit(bare)
                && bare.indexOf('。') < 0
                && head.columns().stream().anyMatch(each -> each.holdsUnits() && !row.has(each));
    }

    private Column lastUnits() {
        return head.columns().reversed().stream()
                .filter(each -> each.holdsUnits() && row.has(each))
                .findFirst()
                .orElse(Column.RESPONSIBLE);
    }

    private boolean isCut(String units) {
        var bare = Plain.bare(units);
        return !bare.isEmpty()
                && (bare.matches(".*[、，,（(：:]")
                        || !Brackets.of(bare).unclosed().isEmpty()
                        || !UnitString.endsLikeUnit(bare.replaceAll("等$|[）)]$", "局")));
    }

    /** A row may lack its number; a line that no units follow is none. */
    private boolean unitsFollow(int i) {
        int seen = 0;
        for (int j = i + 1; j < lines.size() && seen < LINES_OF_A_ROW; j++) {
            var line = lines.get(j);
            if (line.isBlank()) {
                continue;
            }
            if (Table.numberOf(line.bare()) != null || AnnexLabel.begins(line.bare())) {
                return false;
            }
            if (UnitString.isLabelled(line.bare())
                    || UnitString.startsLikeUnit(line.bare()) && UnitString.isList(line.text())) {
                return true;
            }
            seen++;
        }
        return false;
    }

    /** A heading within the table: rows follow it. */
    private boolean isChapter(int i, Piece.Line line) {
        var marker = Marker.of(line.text().replaceFirst("^\\t", ""));
        if (marker == null
                || marker.isWithin(Marker.Level.SECTION)
                || Plain.finished(line.text())
                || line.bare().length() > LONGEST_NAME
                || !row.isEmpty() && !row.hasUnits()) {
            return false;
        }
        int seen = 0;
        for (int j = i + 1; j < lines.size() && seen < 3; j++) {
            if (!lines.get(j).isBlank()) {
                if (Table.numberOf(cells(lines.get(j)).getFirst().bare()) != null) {
                    return true;
                }
                seen++;
            }
        }
        return false;
    }

    private boolean beginsRow(@Nullable String number) {
        if (number == null) {
            return false;
        }
        if (row.isEmpty() || row.hasUnits()) {
            return true;
        }
        return row.number() != null
                && Integer.parseInt(number) == Integer.parseInt(row.number()) + 1
                && !row.words().isEmpty();
    }

    private List<TableCell> cells(Piece.Line line) {
        return TableCell.in(line, head.inOneLine());
    }

    private void put(TableCell cell) {
        var number = Table.numberOf(cell.bare());
        if (number != null && head.columns().contains(Column.NUMBER) && beginsRow(number)) {
            close();
            row.number(cell.line());
            position = head.columns().indexOf(Column.NUMBER);
            return;
        }
        if (UnitString.isLabelled(cell.bare())) {
            row.add(column = unitColumn(cell), cell.line());
            position = Math.max(position, head.columns().indexOf(column));
        } else if (cell.hard()) {
            putHard(cell);
        } else {
            putSoft(cell);
        }
    }

    /** Units with a label keep it; their column only has to be one of units. */
    private Column unitColumn(TableCell cell) {
        if (column != null && column.holdsUnits()) {
            return column;
        }
        var role = Role.namedBy(cell.bare().substring(0, Math.min(6, cell.bare().length())));
        return head.columns().stream()
                .filter(each -> each.holdsUnits() && each.role() == role)
                .findFirst()
                .orElseGet(() -> head.columns().stream()
                        .filter(Column::holdsUnits)
                        .findFirst()
                        .orElse(Column.RESPONSIBLE));
    }

    private void putHard(TableCell cell) {
        int next = position + 1;
        if (next >= head.columns().size()) {
            close();
            next = 0;
        }
        if (head.columns().get(next) == Column.NUMBER) {
            next++;
        }
        if (next < head.columns().size()
                && head.columns().get(next) == Column.CHAPTER
                && cell.bare().length() > LONGEST_NAME) {
            next++;
        }
        position = Math.min(next, head.columns().size() - 1);
        column = head.columns().get(position);
        row.add(column, cell.line());
    }

    private void putSoft(TableCell cell) {
        var words =
                head.columns().stream().filter(Column::holdsWords).findFirst().orElse(Column.TASK);
        boolean isUnits = UnitString.isList(cell.line().text());
        if (row.isEmpty() || row.words().isEmpty() && !row.hasUnits()) {
            row.add(column = words, cell.line());
        } else if (!row.hasUnits()) {
            row.add(column = beginsUnits(cell, isUnits) ? nextUnits() : words, cell.line());
        } else if (isDeadline(cell.bare())) {
            row.add(column = Column.DEADLINE, cell.line());
        } else if (isCut(row.cell(lastUnits()))) {
            // The rest of a name a page has cut goes on where it stopped.
            row.add(lastUnits(), cell.line());
        } else if (isUnits || beginsFurtherUnits(cell.bare())) {
            row.add(column = nextUnits(), cell.line());
        } else {
            close();
            row.add(column = words, cell.line());
        }
        position = Math.max(position, column == null ? position : head.columns().indexOf(column));
    }

    private boolean isDeadline(String bare) {
        return head.columns().contains(Column.DEADLINE)
                && !row.has(Column.DEADLINE)
                && bare.length() <= 20
                && (!Deadline.inColumn(bare, null).isEmpty() || bare.matches("长期|持续.*|全年|.*底前?"));
    }

    private boolean beginsUnits(TableCell cell, boolean isUnits) {
        if (head.columns().contains(Column.GROUP) || !head.columns().contains(Column.TASK)) {
            return UnitString.startsLikeUnit(cell.bare()) || isUnits;
        }
        // Words that a page has cut fill a line; shorter ones are a heading that is all there is.
        return (Plain.finished(row.words()) || row.words().length() < LINE_OF_PRINT)
                && (isUnits
                        || cell.bare().indexOf('、') > 0
                                && UnitString.beginsList(cell.line().text()));
    }

    private Column nextUnits() {
        var units = head.columns().stream().filter(Column::holdsUnits).toList();
        return units.stream()
                .filter(each -> !row.has(each))
                .findFirst()
                .orElse(units.isEmpty() ? Column.RESPONSIBLE : units.getLast());
    }
}
