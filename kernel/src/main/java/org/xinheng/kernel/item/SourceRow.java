package org.xinheng.kernel.item;

import java.util.List;

/**
 * One row as it stands in the file, in clear: for checking at once, never for keeping.
 *
 * @param line row of the sheet, or physical line where the record begins; the header is line 1 of a CSV
 * @param cells in the order of the file
 */
public record SourceRow(int line, List<String> cells, Columns columns) {

    /**
     * The cell of an item's field by its position, without blanks around and what nobody sees; empty where the file has
     * none.
     */
    public String value(int field) {
        return Text.seen(Text.strip(cell(field)));
    }

    /** Whether something was left out of the value that a person could not see. */
    boolean hasUnseen(int field) {
        return Text.hasUnseen(Text.strip(cell(field)));
    }

    private String cell(int field) {
        int column = columns.of(field);
        return column < 0 || column >= cells.size() ? "" : cells.get(column);
    }

    /** Whether something stands right of the last column that has a title. */
    boolean overflows() {
        for (int i = columns.count(); i < cells.size(); i++) {
            if (!Text.strip(cells.get(i)).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** Says where it is, not what it holds. */
    @Override
    public String toString() {
        return "SourceRow[line=" + line + "]";
    }
}
