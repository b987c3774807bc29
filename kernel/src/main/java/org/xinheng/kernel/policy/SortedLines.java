package org.xinheng.kernel.policy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xinheng.kernel.policy.FrontMatter.Sort;

/** The lines of a document and what each is, apart from text: first by its looks alone, then as more is found out. */
final class SortedLines {

    private final List<Piece> pieces;
    private final Map<Integer, Sort> sorts = new HashMap<>();

    SortedLines(List<Piece> pieces) {
        this.pieces = pieces;
        for (var piece : pieces) {
            if (piece instanceof Piece.Line line && !line.isBlank()) {
                var sort = sortOf(line.bare());
                if (sort != null) {
                    sorts.put(line.number(), sort);
                }
            }
        }
    }

    /** Pieces, tables among them. */
    int size() {
        return pieces.size();
    }

    @Nullable
    Sort sort(Piece.Line line) {
        return sorts.get(line.number());
    }

    void mark(Piece.Line line, Sort sort) {
        sorts.put(line.number(), sort);
    }

    /** Null where there is none, or a table. */
    Piece.@Nullable Line line(int i) {
        return i >= 0 && i < pieces.size() && pieces.get(i) instanceof Piece.Line line ? line : null;
    }

    boolean isPlain(Piece.Line line) {
        return !line.isBlank() && sort(line) == null;
    }

    /** The next or last line that is not blank and no page number; -1 where there is none. */
    int neighbour(int i, int step) {
        for (int j = i + step; j >= 0 && j < pieces.size(); j += step) {
            var line = line(j);
            if (line == null || !line.isBlank() && sort(line) != Sort.PAGE_NUMBER) {
                return j;
            }
        }
        return -1;
    }

    String bare(int i) {
        var line = line(i);
        return line == null ? "" : line.bare();
    }

    /** The last line of the sort; -1 where there is none. */
    int bottomOf(Sort sort) {
        for (int i = pieces.size() - 1; i >= 0; i--) {
            var line = line(i);
            if (line != null && sort(line) == sort) {
                return i;
            }
        }
        return -1;
    }

    private static @Nullable Sort sortOf(String bare) {
        if (Furniture.isPageNumber(bare)) {
            return Sort.PAGE_NUMBER;
        }
        if (PrintedNumber.isLine(bare)) {
            return Sort.NUMBER;
        }
        if (PrintedDate.isLine(bare)) {
            return Sort.DATE;
        }
        if (AnnexLabel.of(bare) != null) {
            return Sort.ANNEX;
        }
        return Furniture.isAddedByPage(bare) ? Sort.FURNITURE : null;
    }
}
