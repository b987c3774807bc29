package org.xinheng.kernel.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the lines around the tasks are: letterhead, number, title, addressees, list of annexes, signature, and what a web
 * page or a printer adds.
 */
final class FrontMatter {

    /** What a line is, apart from text. */
    enum Sort {
        PAGE_NUMBER,
        FURNITURE,
        LETTERHEAD,
        NUMBER,
        TITLE,
        ADDRESSEE,
        SIGNATORY,
        DATE,
        ANNEX,
        ANNEX_LIST
    }

    private static final Pattern BODY =
            Pattern.compile("[\\p{IsHan}（）()、]{2,40}(?:局|委|委员会|办|办公室|政府|院|部|厅|中心|会|行|组|署|公司|支行)");

    private final SortedLines lines;
    private final @Nullable String title;
    private @Nullable String number;
    private @Nullable String issuer;
    private @Nullable LocalDate date;

    FrontMatter(List<Piece> pieces) {
        this.lines = new SortedLines(pieces);
        this.title = PrintedTitle.in(lines);
        findSignature();
        findLetterhead();
        findAnnexLists();
    }

    @Nullable
    Sort sort(Piece.Line line) {
        return lines.sort(line);
    }

    @Nullable
    String title() {
        return title;
    }

    @Nullable
    String number() {
        return number;
    }

    @Nullable
    String issuer() {
        return issuer;
    }

    @Nullable
    LocalDate date() {
        return date;
    }

    /** Whether it is the name of a body that issues documents. */
    static boolean isBody(String bare) {
        return BODY.matcher(bare).matches();
    }

    /** Who signed, and when: bodies right above a date, below the title. */
    private void findSignature() {
        int from = lines.bottomOf(Sort.ADDRESSEE);
        from = from >= 0 ? from : lines.bottomOf(Sort.TITLE);
        for (int i = Math.max(from, 0); i < lines.size(); i++) {
            var line = lines.line(i);
            if (line == null || line.isBlank()) {
                continue;
            }
            if (lines.sort(line) == Sort.DATE) {
                var signatories = signatories(i);
                if (!signatories.isEmpty()) {
                    sign(signatories, PrintedDate.in(line.bare()));
                    return;
                }
            } else if (lines.sort(line) == null) {
                var printed = PrintedDate.PATTERN.matcher(line.bare());
                if (printed.find()
                        && printed.end() == line.bare().length()
                        && isBody(line.bare().substring(0, printed.start()))) {
                    issuer = line.bare().substring(0, printed.start());
                    date = PrintedDate.in(printed.group());
                    lines.mark(line, Sort.SIGNATORY);
                    return;
                }
            }
        }
    }

    private void sign(List<Piece.Line> signatories, @Nullable LocalDate signed) {
        issuer = String.join("、", signatories.stream().map(Piece.Line::bare).toList());
        date = signed;
        signatories.forEach(signatory -> lines.mark(signatory, Sort.SIGNATORY));
    }

    private List<Piece.Line> signatories(int below) {
        var signatories = new ArrayList<Piece.Line>();
        for (int i = lines.neighbour(below, -1); i >= 0 && signatories.size() < 6; i = lines.neighbour(i, -1)) {
            var line = lines.line(i);
            if (line != null && line.bare().matches("[（(][代盖印]章[）)]")) {
                continue;
            }
            if (line == null
                    || lines.sort(line) != null
                    || Marker.of(line.text()) != null
                    || UnitString.isLabelled(line.bare())
                    || !isBody(line.bare())) {
                break;
            }
            signatories.addFirst(line);
        }
        return signatories;
    }

    private void findLetterhead() {
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.line(i);
            if (line == null || line.isBlank()) {
                continue;
            }
            if (lines.sort(line) == Sort.NUMBER && number == null) {
                number = PrintedNumber.in(line.bare());
                nameLetterhead(i);
            }
        }
        for (int i = 0; i < lines.size() && number == null; i++) {
            var line = lines.line(i);
            number = line == null ? null : PrintedNumber.labelled(line.bare());
        }
        int end = Math.max(lines.bottomOf(Sort.TITLE), lines.bottomOf(Sort.ADDRESSEE));
        for (int i = 0; i <= end + 3 && i < lines.size() && date == null; i++) {
            var line = lines.line(i);
            if (line != null && lines.sort(line) == Sort.DATE && (i > lines.bottomOf(Sort.NUMBER) || number == null)) {
                date = PrintedDate.in(line.bare());
            }
        }
        for (int i = lines.size() - 1; i >= 0; i--) {
            imprint(lines.line(i));
        }
    }

    /** 某市办公室 2020年5月6日印发, at the foot of the last page. */
    private void imprint(Piece.@Nullable Line line) {
        if (line == null) {
            return;
        }
        var printed = PrintedDate.PATTERN.matcher(line.bare());
        if (printed.find()
                && line.bare().substring(printed.end()).equals("印发")
                && isBody(line.bare().substring(0, printed.start()))) {
            issuer = issuer == null ? line.bare().substring(0, printed.start()) : issuer;
            date = date == null ? PrintedDate.in(printed.group()) : date;
            lines.mark(line, Sort.SIGNATORY);
        }
    }

    /** The body above the document number, which may print 文件 behind its name. */
    private void nameLetterhead(int below) {
        for (int i = lines.neighbour(below, -1), seen = 0; i >= 0 && seen < 3; i = lines.neighbour(i, -1), seen++) {
            var line = lines.line(i);
            if (line == null) {
                return;
            }
            var name = line.bare().replaceFirst("文件$", "");
            if (isBody(name) && (lines.sort(line) == null || lines.sort(line) == Sort.LETTERHEAD)) {
                lines.mark(line, Sort.LETTERHEAD);
                issuer = issuer == null ? name : issuer;
                return;
            }
        }
    }

    /** A list of annexes below a notice looks like tasks: it is followed by a signature, a page's end or another annex. */
    private void findAnnexLists() {
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.line(i);
            if (line != null && lines.sort(line) == Sort.ANNEX) {
                var list = listFrom(i);
                list.forEach(item -> lines.mark(item, Sort.ANNEX_LIST));
            }
        }
    }

    private List<Piece.Line> listFrom(int start) {
        var list = new ArrayList<Piece.Line>();
        boolean open = false;
        for (int i = start; i < lines.size(); i++) {
            var line = lines.line(i);
            if (line == null) {
                return List.of();
            }
            if (line.isBlank() || lines.sort(line) == Sort.PAGE_NUMBER) {
                continue;
            }
            var sort = lines.sort(line);
            if (sort == Sort.SIGNATORY || sort == Sort.DATE || sort == Sort.FURNITURE) {
                return list;
            }
            if (sort == Sort.ANNEX) {
                // A label alone begins an annex, unless it is the first line of the list.
                if (AnnexLabel.isAlone(line.bare()) && !list.isEmpty()) {
                    return list;
                }
                open = true;
            } else if (sort != null || !isListed(line, open)) {
                return List.of();
            }
            open = !Plain.finished(line.text());
            list.add(line);
            if (list.size() > 30) {
                return List.of();
            }
        }
        return list;
    }

    private static boolean isListed(Piece.Line line, boolean open) {
        var marker = Marker.of(line.text());
        boolean item = marker != null && marker.level() == Marker.Level.ITEM;
        return line.bare().length() <= 60
                && (item || marker == null && open)
                && line.bare().indexOf('。') < 0
                && Allocation.of(line.text()).units() == null;
    }
}
