package org.xinheng.kernel.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.xinheng.kernel.policy.FrontMatter.Sort;

/** The title of a document, which may stand in several lines; found together with the addressees below it. */
final class PrintedTitle {

    private static final String KINDS_OF_NOTICE = "(?:通知|通报|函|决定|批复|公告|通告|请示|报告)";
    private static final Pattern NOTICE_END = Pattern.compile(".*" + KINDS_OF_NOTICE + "[》”]?(?:[（(].{1,20}[）)])?");
    private static final Pattern TITLE_END = Pattern.compile(".*(?:" + KINDS_OF_NOTICE
            + "|意见|方案|办法|计划|要点|规划|细则|规定|分工|分工表|分解|分解表|任务表|任务书|清单|一览表|目录|措施|纲要|目标)[》”]?(?:[（(].{1,20}[）)])?");

    private static final Pattern ADDRESSEE = Pattern.compile(
            "(?:各|市|县|区|省|有关|机关|直属|本市|全市|[\\p{IsHan}]{2,6}(?:市|县|区)).{0,150}(?:部门|单位|政府|委员会|委|局|办|公司|院|管委会|机构|办事处)[：:]");

    private static final int LONGEST_TITLE_PART = 80;

    private final SortedLines lines;
    private @Nullable String text;

    private PrintedTitle(SortedLines lines) {
        this.lines = lines;
    }

    /** Null where none is printed. */
    static @Nullable String in(SortedLines lines) {
        var title = new PrintedTitle(lines);
        title.find();
        return title.text;
    }

    /** Whether a line ends as titles do: 通知, 方案, 任务分解表 … */
    static boolean isEnd(String bare) {
        return bare.length() <= 2 * LONGEST_TITLE_PART
                && TITLE_END.matcher(bare).matches();
    }

    /** The title stands above the addressees, else above the first chapter, table or annex. */
    private void find() {
        int end = lines.size();
        int addressee = -1;
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.line(i);
            if (line == null) {
                end = i;
                break;
            }
            if (line.isBlank()) {
                continue;
            }
            var marker = Marker.of(line.text());
            if (marker != null && marker.level().compareTo(Marker.Level.SECTION) <= 0
                    || lines.sort(line) == Sort.ANNEX && AnnexLabel.isAlone(line.bare())) {
                end = i;
                break;
            }
            if (lines.sort(line) == null
                    && ADDRESSEE.matcher(line.bare()).matches()
                    && !UnitString.isLabelled(line.bare())) {
                addressee = i;
                lines.mark(line, Sort.ADDRESSEE);
                end = i;
                break;
            }
        }
        var candidates = candidates(end);
        var notices = candidates.stream()
                .filter(i -> NOTICE_END.matcher(lines.bare(i)).matches() || endsTitleAbove(i))
                .toList();
        if (!notices.isEmpty()) {
            takeTitle(addressee >= 0 ? notices.getLast() : notices.getFirst());
        } else if (!candidates.isEmpty()) {
            takeTitle(addressee >= 0 ? candidates.getLast() : candidates.getFirst());
        }
    }

    private List<Integer> candidates(int end) {
        var candidates = new ArrayList<Integer>();
        for (int i = 0; i < end; i++) {
            var line = lines.line(i);
            if (line != null
                    && lines.isPlain(line)
                    && line.bare().length() <= LONGEST_TITLE_PART
                    && Marker.of(line.text()) == null
                    && line.bare().indexOf('：') < 0
                    && (isEnd(line.bare()) || endsTitleAbove(i))) {
                candidates.add(i);
            }
        }
        return candidates;
    }

    /** 关于…任务分工的通 above 知. */
    private boolean endsTitleAbove(int i) {
        int above = lines.neighbour(i, -1);
        var line = lines.line(above);
        return line != null
                && lines.isPlain(line)
                && line.bare().contains("关于")
                && NOTICE_END.matcher(line.bare() + lines.bare(i)).matches();
    }

    /** Takes the lines above it in as long as they belong to the title. */
    private void takeTitle(int last) {
        int first = last;
        var whole = lines.bare(last);
        for (int i = lines.neighbour(first, -1); i >= 0 && last - first < 8; i = lines.neighbour(first, -1)) {
            var line = lines.line(i);
            if (line == null
                    || !lines.isPlain(line)
                    || Plain.finished(line.text())
                    || line.bare().length() > LONGEST_TITLE_PART
                    || isEnd(line.bare()) && isComplete(whole)) {
                break;
            }
            boolean issuerAbove = FrontMatter.isBody(line.bare()) && whole.startsWith("关于") && isBelowNumber(i);
            if (isComplete(whole) && !issuerAbove) {
                break;
            }
            whole = line.bare() + whole;
            first = i;
        }
        text = whole;
        for (int i = first; i <= last; i++) {
            var line = lines.line(i);
            if (line != null && lines.isPlain(line)) {
                lines.mark(line, Sort.TITLE);
            }
        }
    }

    /** Whether a title says about what it is and opens no 《 it does not close. */
    private static boolean isComplete(String title) {
        return title.chars().filter(c -> c == '《').count()
                        == title.chars().filter(c -> c == '》').count()
                && (title.contains("关于") || !NOTICE_END.matcher(title).matches() && title.length() > 6);
    }

    private boolean isBelowNumber(int i) {
        int above = lines.neighbour(i, -1);
        var line = lines.line(above);
        return line != null && lines.sort(line) == Sort.NUMBER;
    }
}
