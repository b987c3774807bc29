package org.xinheng.kernel.policy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Reads a page as a browser shows it: a line for each block, and tables of rows and cells. */
final class WebPage {

    private static final Set<String> UNSEEN =
            Set.of("script", "style", "noscript", "template", "head", "title", "select", "textarea");
    private static final int WIDEST = 200;

    private final List<Piece> pieces = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();
    private int lines;

    private WebPage() {}

    static List<Piece> read(String html) {
        var page = new WebPage();
        page.visit(Jsoup.parse(html).body());
        page.endLine(page.pieces);
        return page.pieces;
    }

    private void visit(Node node) {
        if (node instanceof TextNode text) {
            line.append(text.getWholeText().replaceAll("[\\r\\n\\t ]+", " "));
        } else if (node instanceof Element element && !UNSEEN.contains(element.normalName())) {
            visit(element);
        }
    }

    private void visit(Element element) {
        if (element.normalName().equals("br")) {
            endLine(pieces);
        } else if (element.normalName().equals("table") && isData(element)) {
            endLine(pieces);
            pieces.add(grid(element));
        } else if (element.isBlock() || isCell(element)) {
            endLine(pieces);
            element.childNodes().forEach(this::visit);
            endLine(pieces);
        } else {
            element.childNodes().forEach(this::visit);
        }
    }

    /** Tables within tables lay out the page. */
    private static boolean isData(Element table) {
        return table.select("table").size() == 1 && table.select("tr").size() > 1;
    }

    private static boolean isCell(Element element) {
        return element.normalName().equals("td") || element.normalName().equals("th");
    }

    private Piece.Grid grid(Element table) {
        var rows = new ArrayList<List<Piece.Cell>>();
        var covered = new HashSet<Long>();
        int r = 0;
        for (var caption : table.select("caption")) {
            rows.add(List.of(new Piece.Cell(lines(caption), 0, WIDEST, false)));
        }
        for (var row : table.select("tr")) {
            var cells = new ArrayList<Piece.Cell>();
            int column = 0;
            for (var cell : row.children()) {
                if (!isCell(cell)) {
                    continue;
                }
                column = skipCovered(covered, cells, r, column);
                int span = number(cell, "colspan");
                int height = number(cell, "rowspan");
                cells.add(new Piece.Cell(lines(cell), column, span, false));
                for (int below = 1; below < height; below++) {
                    for (int c = 0; c < span; c++) {
                        covered.add(key(r + below, column + c));
                    }
                }
                column += span;
            }
            skipCovered(covered, cells, r, column);
            rows.add(cells);
            r++;
        }
        return new Piece.Grid(rows);
    }

    private static int skipCovered(Set<Long> covered, List<Piece.Cell> cells, int row, int column) {
        int c = column;
        while (covered.contains(key(row, c))) {
            cells.add(new Piece.Cell(List.of(), c, 1, true));
            c++;
        }
        return c;
    }

    private static long key(int row, int column) {
        return (long) row << 32 | column;
    }

    private static int number(Element cell, String attribute) {
        var value = cell.attr(attribute);
        return value.matches("\\d{1,3}") ? Math.clamp(Integer.parseInt(value), 1, WIDEST) : 1;
    }

    private List<Piece.Line> lines(Element cell) {
        var within = new WebPage();
        within.lines = lines;
        cell.childNodes().forEach(within::visit);
        within.endLine(within.pieces);
        lines = within.lines;
        return within.pieces.stream().flatMap(piece -> piece.lines().stream()).toList();
    }

    private void endLine(List<Piece> into) {
        var text = Plain.strip(line.toString());
        line.setLength(0);
        if (!text.isEmpty()) {
            into.add(new Piece.Line(++lines, text));
        }
    }
}
