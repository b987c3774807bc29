package org.xinheng.kernel.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One cell of a table pasted as text, or one line of it.
 *
 * @param hard whether the file itself says that a cell begins here
 */
record TableCell(Piece.Line line, boolean hard) {

    private static final Pattern BLANK = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);

    String bare() {
        return line.bare();
    }

    /** The cells of a line; {@code rowInOneLine} where number, words and units may stand in it without a TAB. */
    static List<TableCell> in(Piece.Line line, boolean rowInOneLine) {
        var cells = new ArrayList<TableCell>();
        var text = line.text();
        if (text.indexOf('\t') >= 0) {
            boolean hard = text.startsWith("\t");
            for (var part : text.split("\\t+")) {
                if (!Plain.bare(part).isEmpty()) {
                    cells.add(new TableCell(line.part(part), hard));
                }
                hard = true;
            }
        } else if (rowInOneLine) {
            var words = BLANK.split(Plain.strip(text), 2);
            if (words.length == 2 && Table.numberOf(words[0]) != null) {
                cells.add(new TableCell(line.part(words[0]), false));
                cells.addAll(wordsAndUnits(line, words[1]));
            } else {
                cells.addAll(wordsAndUnits(line, text));
            }
        }
        return cells.isEmpty() ? List.of(new TableCell(line, false)) : cells;
    }

    /** 公务员 市委组织部、市公务员管理局: the last blank before nothing but units parts them. */
    private static List<TableCell> wordsAndUnits(Piece.Line line, String text) {
        for (var blank = BLANK.matcher(text); blank.find(); ) {
            var words = text.substring(0, blank.start());
            var units = text.substring(blank.end());
            if (!Plain.bare(words).isEmpty() && UnitString.isList(units)) {
                return List.of(new TableCell(line.part(words), false), new TableCell(line.part(units), true));
            }
        }
        return List.of(new TableCell(line.part(text), false));
    }
}
