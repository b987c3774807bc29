package org.xinheng.kernel.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tables pasted as text: cells led by a TAB, one cell a line, or one row a line. Found by their head, or by numbers that
 * stand alone and count from 1.
 */
final class TextTables {

    private static final Pattern TABS = Pattern.compile("[ \\u3000]*\\t\\s*");
    private static final Pattern WIDE_BLANK = Pattern.compile("\\s{2,}", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern BLANK = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);
    private static final int LINES_OF_A_HEAD = 10;
    private static final int LINES_OF_A_ROW = 8;
    private static final int LONGEST_NAME = 40;
    private static final int LINE_OF_PRINT = 24;

    /** @param next index of the first line behind the table */
    record Found(Table table, int next) {}

    /** @param hard whether the file itself says that a cell begins here */
    private record Cell(Piece.Line line, boolean hard) {

        String bare() {
            return line.bare();
        }
    }

    private final List<Piece.Line> lines;

    TextTables(List<Piece.Line> lines) {
        this.lines = lines;
    }

    /** The table that begins with this line, or null. */
    @Nullable
    Found at(int start) {
        var head = head(start);
        return head != null ? new Reading(head).read() : headless(start);
    }

    /** @param inOneLine whether a row, too, may stand in one line */
    private record Head(List<Piece.Line> lines, List<Column> columns, int next, boolean tabbed, boolean inOneLine) {}

    private @Nullable Head head(int start) {
        var printed = new ArrayList<Piece.Line>();
        var columns = new ArrayList<Column>();
        boolean tabbed = false;
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
            tabbed |= line.text().indexOf('\t') >= 0;
            inOneLine |= heads.size() > 1;
            columns.addAll(heads);
            printed.add(line);
        }
        boolean divides = columns.size() > 1
                && columns.stream().anyMatch(Column::holdsUnits)
                && columns.stream().anyMatch(Column::holdsWords)
                && columns.stream().distinct().count() == columns.size();
        return divides ? new Head(printed, columns, i, tabbed, inOneLine) : null;
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
        return new Reading(new Head(List.of(), columns, start, false, false)).read();
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

    /** Fills rows from the lines below a head. */
    private final class Reading {

        private final Head head;
        private final List<Piece.Line> heads = new ArrayList<>();
        private final List<Table.Row> rows = new ArrayList<>();
        private Table.Row row = new Table.Row();
        private @Nullable Column column;
        private int position = -1;

        private Reading(Head head) {
            this.head = head;
            heads.addAll(head.lines());
        }

        private @Nullable Found read() {
            int i = head.next();
            int end = i;
            for (; i < lines.size(); i++) {
                var line = lines.get(i);
                if (line.isBlank()) {
                    continue;
                }
                var repeated = head.lines().isEmpty() ? null : head(i);
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
            return filled ? new Found(new Table(heads, head.columns(), rows), end) : null;
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
            return head.columns().contains(Column.DEADLINE)
                            && !row.has(Column.DEADLINE)
                            && bare.length() <= 20
                            && (!Deadline.inColumn(bare, null).isEmpty() || bare.matches("长期|持续.*|全年|.*底前?"))
                    || isCut(units)
                    || UnitString.isList(line.text())
                    || beginsFurtherUnits(bare);
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

        private List<Cell> cells(Piece.Line line) {
            var cells = new ArrayList<Cell>();
            var text = line.text();
            if (text.indexOf('\t') >= 0) {
                boolean hard = text.startsWith("\t");
                for (var part : text.split("\\t+")) {
                    if (!Plain.bare(part).isEmpty()) {
                        cells.add(new Cell(line.part(part), hard));
                    }
                    hard = true;
                }
            } else if (head.inOneLine()) {
                var words = BLANK.split(Plain.strip(text), 2);
                if (words.length == 2 && Table.numberOf(words[0]) != null) {
                    cells.add(new Cell(line.part(words[0]), false));
                    cells.addAll(wordsAndUnits(line, words[1]));
                } else {
                    cells.addAll(wordsAndUnits(line, text));
                }
            }
            return cells.isEmpty() ? List.of(new Cell(line, false)) : cells;
        }

        /** 公务员 市委组织部、市公务员管理局: the last blank before nothing but units parts them. */
        private List<Cell> wordsAndUnits(Piece.Line line, String text) {
            for (var blank = BLANK.matcher(text); blank.find(); ) {
                var words = text.substring(0, blank.start());
                var units = text.substring(blank.end());
                if (!Plain.bare(words).isEmpty() && UnitString.isList(units)) {
                    return List.of(new Cell(line.part(words), false), new Cell(line.part(units), true));
                }
            }
            return List.of(new Cell(line.part(text), false));
        }

        private void put(Cell cell) {
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
        private Column unitColumn(Cell cell) {
            if (column != null && column.holdsUnits()) {
                return column;
            }
            var role = Role.namedBy(
                    cell.bare().substring(0, Math.min(6, cell.bare().length())));
            return head.columns().stream()
                    .filter(each -> each.holdsUnits() && each.role() == role)
                    .findFirst()
                    .orElseGet(() -> head.columns().stream()
                            .filter(Column::holdsUnits)
                            .findFirst()
                            .orElse(Column.RESPONSIBLE));
        }

        private void putHard(Cell cell) {
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

        private void putSoft(Cell cell) {
            var words = head.columns().stream()
                    .filter(Column::holdsWords)
                    .findFirst()
                    .orElse(Column.TASK);
            boolean isUnits = UnitString.isList(cell.line().text());
            if (row.isEmpty() || row.words().isEmpty() && !row.hasUnits()) {
                row.add(column = words, cell.line());
            } else if (!row.hasUnits()) {
                row.add(column = beginsUnits(cell, isUnits) ? nextUnits() : words, cell.line());
            } else if (isDeadline(cell)) {
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
            position = Math.max(
                    position, column == null ? position : head.columns().indexOf(column));
        }

        private boolean isDeadline(Cell cell) {
            return head.columns().contains(Column.DEADLINE)
                    && !row.has(Column.DEADLINE)
                    && cell.bare().length() <= 20
                    && (!Deadline.inColumn(cell.bare(), null).isEmpty()
                            || cell.bare().matches("长期|持续.*|全年|.*底前?"));
        }

        private boolean beginsUnits(Cell cell, boolean isUnits) {
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
}
