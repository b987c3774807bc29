package org.xinheng.kernel.policy;

import java.util.List;

/** What a file is made of, in the order it stands. */
sealed interface Piece permits Piece.Line, Piece.Grid, Table {

    /** All its lines in order. */
    List<Line> lines();

    /**
     * A line of text, or a paragraph of a file that has paragraphs.
     *
     * @param number of the line in the file, of the paragraph where there are no lines; no two lines share one
     */
    record Line(int number, String text) implements Piece {

        @Override
        public List<Line> lines() {
            return List.of(this);
        }

        String bare() {
            return Plain.bare(text);
        }

        boolean isBlank() {
            return bare().isEmpty();
        }

        /** Another part of the same line. */
        Line part(String part) {
            return new Line(number, part);
        }
    }

    /** A table that the file itself calls one. */
    record Grid(List<List<Cell>> rows) implements Piece {

        @Override
        public List<Line> lines() {
            return rows.stream()
                    .flatMap(List::stream)
                    .flatMap(cell -> cell.lines().stream())
                    .toList();
        }
    }

    /**
     * A cell of a grid.
     *
     * @param column the first it covers
     * @param span how many columns it covers
     * @param continued whether it is the lower part of a cell that begins in a row above
     */
    record Cell(List<Line> lines, int column, int span, boolean continued) {

        String text() {
            return String.join("\n", lines.stream().map(Line::text).toList());
        }

        boolean isBlank() {
            return lines.stream().allMatch(Line::isBlank);
        }
    }
}
