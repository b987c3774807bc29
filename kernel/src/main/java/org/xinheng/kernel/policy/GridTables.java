package org.xinheng.kernel.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Finds out which grids of a file are tables of tasks; a grid that lays out a page is lines. */
final class GridTables {

    private static final int ROWS_BEFORE_HEAD = 3;

    private @Nullable TreeMap<Integer, Column> lastColumns;

    /** The table, or null where the grid is none. */
    @Nullable
    Table table(Piece.Grid grid) {
        for (int r = 0; r < Math.min(ROWS_BEFORE_HEAD, grid.rows().size()); r++) {
            var columns = columns(grid.rows().get(r));
            if (columns != null) {
                int first = r + 1;
                if (first < grid.rows().size() && refine(columns, grid.rows().get(first))) {
                    first++;
                }
                lastColumns = columns;
                return read(grid.rows(), first, columns);
            }
        }
        // A table that a page cut in two has its head only once.
        if (lastColumns != null && continues(grid, lastColumns)) {
            return read(grid.rows(), 0, lastColumns);
        }
        return null;
    }

    private static @Nullable TreeMap<Integer, Column> columns(List<Piece.Cell> row) {
        var columns = new TreeMap<Integer, Column>();
        for (var cell : row) {
            if (cell.isBlank()) {
                continue;
            }
            var column = Column.headed(Plain.bare(cell.text()));
            if (column == null) {
                return null;
            }
            for (int c = 0; c < cell.span(); c++) {
                columns.put(cell.column() + c, column);
            }
        }
        boolean divides = columns.values().stream().anyMatch(Column::holdsUnits)
                && columns.values().stream().anyMatch(column -> column.holdsWords() || column == Column.CHAPTER);
        return divides && row.size() > 1 ? columns : null;
    }

    /** A second row of heads: 责任单位 over 牵头单位 and 配合单位. */
    private static boolean refine(TreeMap<Integer, Column> columns, List<Piece.Cell> row) {
        var finer = new TreeMap<Integer, Column>();
        for (var cell : row) {
            if (!cell.isBlank()) {
                var column = Column.headed(Plain.bare(cell.text()));
                if (column == null) {
                    return false;
                }
                finer.put(cell.column(), column);
            }
        }
        columns.putAll(finer);
        return !finer.isEmpty();
    }

    private static boolean continues(Piece.Grid grid, TreeMap<Integer, Column> columns) {
        var first = grid.rows().getFirst();
        return first.size() == columns.size()
                && columns.firstEntry().getValue() == Column.NUMBER
                && Table.numberOf(Plain.bare(first.getFirst().text())) != null;
    }

    private static Table read(List<List<Piece.Cell>> rows, int first, TreeMap<Integer, Column> columns) {
        var head = new ArrayList<Piece.Line>();
        rows.subList(0, first).forEach(row -> row.forEach(cell -> head.addAll(cell.lines())));
        var read = new ArrayList<Table.Row>();
        var body = rows.subList(first, rows.size());
        chapterInsteadOfTask(columns, body);
        List<Piece.Cell> above = List.of();
        for (var cells : body) {
            var lines = cells.stream().flatMap(cell -> cell.lines().stream()).toList();
            if (columns(cells) != null) {
                head.addAll(lines);
            } else if (isHeading(cells)) {
                read.add(Table.Row.heading(lines));
            } else if (!lines.isEmpty()) {
                above = filled(cells, above);
                addRow(read, cells, above, columns);
            }
        }
        return new Table(head, List.copyOf(columns.values()), read);
    }

    /** Of two columns of tasks, one whose cells stretch over several rows holds chapters. */
    private static void chapterInsteadOfTask(TreeMap<Integer, Column> columns, List<List<Piece.Cell>> rows) {
        var tasks = columns.keySet().stream()
                .filter(column -> columns.get(column) == Column.TASK)
                .toList();
        for (int i = 0; i + 1 < tasks.size(); i++) {
            int column = tasks.get(i);
            if (rows.stream().flatMap(List::stream).anyMatch(cell -> cell.continued() && cell.column() == column)) {
                columns.put(column, Column.CHAPTER);
            }
        }
    }

    private static boolean isHeading(List<Piece.Cell> cells) {
        var filled = cells.stream().filter(cell -> !cell.isBlank()).toList();
        if (filled.size() == 2 && Plain.bare(filled.getFirst().text()).matches("[一二三四五六七八九十]{1,3}[、.]?")) {
            return cells.stream().noneMatch(Piece.Cell::continued)
                    && filled.getLast().column()
                            == filled.getFirst().column() + filled.getFirst().span();
        }
        return filled.size() == 1
                && cells.stream().noneMatch(Piece.Cell::continued)
                && (filled.getFirst().span() > 1
                        || cells.size() == 1
                        || filled.getFirst().column() == 0)
                && Table.numberOf(Plain.bare(filled.getFirst().text())) == null;
    }

    /** The cells with those that begin in a row above in their place. */
    private static List<Piece.Cell> filled(List<Piece.Cell> cells, List<Piece.Cell> above) {
        return cells.stream()
                .map(cell -> !cell.continued()
                        ? cell
                        : above.stream()
                                .filter(upper -> upper.column() == cell.column())
                                .findFirst()
                                .orElse(cell))
                .toList();
    }

    private static void addRow(
            List<Table.Row> rows, List<Piece.Cell> own, List<Piece.Cell> filled, TreeMap<Integer, Column> columns) {
        boolean sameTask = !rows.isEmpty()
                && !rows.getLast().isHeading()
                && own.stream().anyMatch(cell -> cell.continued() && columns.get(cell.column()) == Column.TASK)
                && own.stream().noneMatch(cell -> !cell.isBlank() && wordsOrNumber(columns.get(cell.column())));
        var row = sameTask ? rows.getLast() : new Table.Row();
        for (int i = 0; i < own.size(); i++) {
            var column = columns.get(own.get(i).column());
            var cell = own.get(i);
            if (column == null || cell.continued()) {
                cell.lines().forEach(line -> row.add(Column.REMARK, line));
            }
            if (column == null) {
                continue;
            }
            if (cell.continued()) {
                if (!sameTask && !filled.get(i).isBlank() && column != Column.NUMBER) {
                    row.append(column, filled.get(i).text());
                }
            } else {
                put(row, column, cell);
            }
        }
        if (!sameTask) {
            rows.add(row);
        }
    }

    private static boolean wordsOrNumber(@Nullable Column column) {
        return column == Column.TASK || column == Column.NUMBER;
    }

    private static void put(Table.Row row, Column column, Piece.Cell cell) {
        for (var line : cell.lines()) {
            if (column == Column.NUMBER && row.number() == null && Table.numberOf(line.bare()) != null) {
                row.number(line);
            } else {
                row.add(column == Column.NUMBER ? Column.REMARK : column, line);
            }
        }
    }
}
