package org.xinheng.kernel.policy;

import java.util.ArrayList;
import java.util.List;

/** Puts tables of tasks and groups where their lines or cells stood. */
final class Tables {

    private Tables() {}

    /** The pieces with every grid made a table, or else lines, and with the tables pasted as text. */
    static List<Piece> find(List<Piece> pieces) {
        var grids = new GridTables();
        var found = new ArrayList<Piece>();
        var lines = new ArrayList<Piece.Line>();
        for (var piece : pieces) {
            switch (piece) {
                case Piece.Line line -> lines.add(line);
                case Table table -> found.add(table);
                case Piece.Grid grid -> {
                    var table = grids.table(grid);
                    if (table == null) {
                        lines.addAll(grid.lines());
                    } else {
                        found.addAll(withTextTables(lines));
                        lines.clear();
                        found.add(table);
                    }
                }
            }
        }
        found.addAll(withTextTables(lines));
        return found;
    }

    private static List<Piece> withTextTables(List<Piece.Line> lines) {
        var found = new ArrayList<Piece>();
        var tables = new TextTables(List.copyOf(lines));
        for (int i = 0; i < lines.size(); ) {
            var table = tables.at(i);
            if (table == null) {
                found.add(lines.get(i));
                i++;
            } else {
                found.add(table.table());
                i = table.next();
            }
        }
        return found;
    }
}
