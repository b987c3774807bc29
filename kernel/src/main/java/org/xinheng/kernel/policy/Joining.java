package org.xinheng.kernel.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.xinheng.kernel.policy.FrontMatter.Sort;

/**
 * Joins lines that a page, a column or a careless copy has cut. A line goes on where the one above has no end, unless
 * that is a heading or the line begins something itself.
 */
final class Joining {

    private static final Pattern LEAD_IN = Pattern.compile("^(?:为|为了|根据|按照|依据|现将|现就|经).{6,}");
    private static final Pattern SAFEGUARD = Pattern.compile("^[一二三四五六七八九十]{1,2}是.*");
    /** A heading is shorter than a line of print; what a page cuts is at least a line long. */
    private static final int LINE_OF_PRINT = 21;

    /** No paragraph is longer; without an end to a block, a file without stops would take forever. */
    private static final int LONGEST_BLOCK = 5_000;

    private static final int LONGEST_BRACKET = 600;
    private static final int LONGEST_HEADING = 45;
    private static final int SHORTEST_CUT_HEADING = 12;

    private final List<Piece> pieces;
    private final FrontMatter front;
    private final int width;
    private final List<Part> parts = new ArrayList<>();
    private final List<Piece.Line> open = new ArrayList<>();
    private @Nullable Sort openSort;
    private String text = "";

    private Joining(List<Piece> pieces, FrontMatter front) {
        this.pieces = pieces;
        this.front = front;
        width = width(pieces);
    }

    static List<Part> join(List<Piece> pieces, FrontMatter front) {
        var joining = new Joining(pieces, front);
        for (int i = 0; i < pieces.size(); i++) {
            joining.add(i);
        }
        joining.close();
        return joining.parts;
    }

    private void add(int i) {
        switch (pieces.get(i)) {
            case Table table -> {
                close();
                parts.add(table);
            }
            case Piece.Grid grid -> grid.lines().forEach(line -> parts.add(Block.of(List.of(line), null)));
            case Piece.Line line -> {
                if (!line.isBlank()) {
                    add(i, line);
                }
            }
        }
    }

    private void add(int i, Piece.Line line) {
        var sort = front.sort(line);
        if (sort == Sort.PAGE_NUMBER) {
            // It stands between the two halves of what the page has cut.
            parts.add(Block.of(List.of(line), sort));
            return;
        }
        if (!open.isEmpty() && begins(i, line, sort)) {
            close();
        }
        if (open.isEmpty()) {
            openSort = sort;
        }
        open.add(line);
        text += Plain.strip(line.text());
    }

    private void close() {
        if (!open.isEmpty()) {
            parts.add(Block.of(open, openSort));
        }
        open.clear();
        openSort = null;
        text = "";
    }

    /** Whether the line is the first of a new block. */
    private boolean begins(int i, Piece.Line line, @Nullable Sort sort) {
        if (text.length() > LONGEST_BLOCK) {
            return true;
        }
        if (sort != null || openSort != null) {
            return sort != Sort.TITLE || openSort != Sort.TITLE;
        }
        var bare = line.bare();
        var marker = Marker.of(Plain.strip(line.text()));
        if (marker != null && !text.endsWith("第")) {
            return true;
        }
        if (isOpenBracket()) {
            return false;
        }
        if (Plain.finished(text)) {
            return !isFullLine() || isIndented(line) || SAFEGUARD.matcher(bare).matches() || width == 0;
        }
        return goesOnNever(i, line, bare);
    }

    private boolean goesOnNever(int i, Piece.Line line, String bare) {
        if (text.length() > LONGEST_BRACKET) {
            return width > 0 && !isFullLine() || UnitString.isLabelled(bare);
        }
        var own = Marker.of(text);
        var words = Plain.bare(own == null ? text : text.substring(own.end()));
        if (own != null && words.isEmpty()) {
            return false;
        }
        if (width > 0 && !isFullLine()) {
            return true;
        }
        if (UnitString.isLabelled(Plain.bare(text))) {
            return !isCutList(bare);
        }
        if (UnitString.isLabelled(bare) && !words.matches(".*[（(【\\[]$")) {
            return true;
        }
        if (!bare.isEmpty() && Brackets.opens(bare.charAt(0)) && UnitString.isLabelled(bare.substring(1))) {
            return false;
        }
        if (own == null) {
            return isHeadingAlone(words) && (LEAD_IN.matcher(bare).matches() || Plain.hasClauses(bare))
                    || PrintedTitle.isEnd(words) && !Plain.hasClauses(words);
        }
        if (Plain.hasClauses(words) || words.length() > LONGEST_HEADING) {
            return false;
        }
        if (own.level().compareTo(Marker.Level.SECTION) <= 0) {
            return !goesOnAsHeading(i, line, words);
        }
        return !isFullLine()
                && words.length() < LINE_OF_PRINT
                && Plain.hasClauses(bare)
                && bare.length() > words.length();
    }

    /** Units without a bracket go on only where a page has cut their list or the last name. */
    private boolean isCutList(String next) {
        return text.matches(".*[、，,：:]$")
                || next.matches("^[、，,].*")
                || !UnitString.of(text, Role.RESPONSIBLE).unlikely().isEmpty();
    }

    /** No mark of a sentence, and no longer than a heading. */
    private static boolean isHeadingAlone(String words) {
        return !Plain.hasClauses(words) && words.indexOf('、') < 0 && words.length() <= 30;
    }

    /** The rest of a heading is short, ends nothing and has the next number right below it. */
    private boolean goesOnAsHeading(int i, Piece.Line line, String words) {
        if (words.length() < SHORTEST_CUT_HEADING || Plain.finished(line.text()) || Plain.hasClauses(line.text())) {
            return width > 0 && isFullLine() && words.length() >= width - 6;
        }
        for (int j = i + 1; j < pieces.size(); j++) {
            if (pieces.get(j) instanceof Piece.Line next) {
                if (!next.isBlank()) {
                    return front.sort(next) == null
                            && line.bare().length() <= words.length()
                            && Marker.of(Plain.strip(next.text())) != null;
                }
            } else {
                return true;
            }
        }
        return false;
    }

    /** A bracket that was opened not long ago: one never closed must not swallow the rest. */
    private boolean isOpenBracket() {
        return !Brackets.of(text.substring(Math.max(0, text.length() - LONGEST_BRACKET)))
                .unclosed()
                .isEmpty();
    }

    private boolean isFullLine() {
        return width > 0 && open.getLast().bare().length() * 5 >= width * 4;
    }

    private static boolean isIndented(Piece.Line line) {
        return line.text().startsWith("\u3000")
                || line.text().startsWith("  ")
                || line.text().startsWith("\t");
    }

    /** How many characters fill a line of a file whose paragraphs are wrapped; 0 where they are not. */
    private static int width(List<Piece> pieces) {
        var lengths = pieces.stream()
                .filter(Piece.Line.class::isInstance)
                .map(piece -> ((Piece.Line) piece).bare().length())
                .filter(length -> length > 0)
                .sorted()
                .toList();
        if (lengths.size() < 12) {
            return 0;
        }
        int longest = lengths.get(lengths.size() - 1 - lengths.size() / 40);
        long full = lengths.stream()
                .filter(length -> length >= longest - 3 && length <= longest + 2)
                .count();
        return longest >= 16 && longest <= 60 && full * 4 >= lengths.size() ? longest : 0;
    }
}
