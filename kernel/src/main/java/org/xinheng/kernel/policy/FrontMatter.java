package org.xinheng.kernel.policy;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    private static final Pattern PAGE_NUMBER = Pattern.compile(
            "[-—－–―_~·•]+\\d{1,4}[-—－–―_~·•]+|第\\d{1,4}页(?:[，,、/]?共\\d{1,4}页)?|\\d{1,4}/\\d{1,4}|Page\\d+(?:of\\d+)?|\\d{1,3}");

    private static final Pattern BUTTONS =
            Pattern.compile("(?:[\\[\\]【】（()）|>·/:：]*(?:打印本页|打印|关闭窗口|关闭本页|关闭|返回首页|返回顶部|返回列表|返回上页|返回|回到顶部|分享到|分享|收藏本页|收藏"
                    + "|网站首页|首页|字体|字号|默认|超大|大|中|小|微信|微博|QQ空间|扫一扫|在手机打开|用手机看|网站地图|联系我们|关于我们|无障碍浏览|无障碍阅读|无障碍"
                    + "|繁体版|繁体|登录|注册|附件下载|下载|相关链接|相关附件|相关文档|相关解读|政务公开|政府信息公开目录|政府信息公开|信息公开目录|信息公开|政策文件"
                    + "|通知公告|政务服务|互动交流|新闻动态|主动公开|收起|展开|文件解读|政策解读|图解|语音播报|朗读|本页|窗口)[\\[\\]【】（()）|>·/:：]*)+");

    private static final Pattern PAGE_DATA = Pattern.compile(
            "[\\[【]?(?:索引号|信息索引号?|发布机构|发文机关|发文单位|公开日期|发布日期|发布时间|发文日期|成文日期|生成日期|生效日期|废止日期|公开时限|公开方式|公开范围|公开程序"
                    + "|公开形式|主题分类|主题词|体裁分类|体裁|组配分类|名称|标题|文号|发文字号|文件编号|内容概述|信息名称|关键词|有效性|时效|时效性|是否有效|信息来源|来源|作者"
                    + "|责任编辑|责编|编辑|审核|浏览量?|浏览次数|阅读|点击|访问量|日期|时间|上一篇|下一篇|上一条|下一条|上一个|下一个)(?:[】\\]]?[：:].*|[】\\]]?)");

    private static final Pattern PAGE_FOOT = Pattern.compile(
            ".*(?:[（(]此件.{1,12}[）)]|版权所有|ICP备|公网安备|网站标识码|技术支持[：:]|浏览次数|阅读次数|访问量[：:]|点击数|当前位置|您的位置|您现在的位置|Copyright).*");

    private static final Pattern CRUMBS = Pattern.compile("(?:[^。]{1,20}[>＞»›]+){1,8}[^。]*");

    private static final Pattern NUMBER =
            Pattern.compile("[（(]?([\\p{IsHan}、]{1,16}[〔\\[（(【﹝］［]\\d{4}[〕\\]）)】﹞］]第?\\d{1,5}号)[）)]?(?:签发人.{0,12})?");

    private static final Pattern PRINTED_DATE = Pattern.compile(
            "(?:(\\d{4})年(\\d{1,2})月(\\d{1,2})日|([二〇○ＯO零一三四五六七八九]{4})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日)");

    private static final Pattern DATE_LINE = Pattern.compile("[（(]?(?:" + PRINTED_DATE.pattern() + ")(印发)?[）)]?");
    private static final Pattern BODY =
            Pattern.compile("[\\p{IsHan}（）()、]{2,40}(?:局|委|委员会|办|办公室|政府|院|部|厅|中心|会|行|组|署|公司|支行)");

    private static final String KINDS_OF_NOTICE = "(?:通知|通报|函|决定|批复|公告|通告|请示|报告)";
    private static final Pattern NOTICE_END = Pattern.compile(".*" + KINDS_OF_NOTICE + "[》”]?(?:[（(].{1,20}[）)])?");
    private static final Pattern TITLE_END = Pattern.compile(".*(?:" + KINDS_OF_NOTICE
            + "|意见|方案|办法|计划|要点|规划|细则|规定|分工|分工表|分解|分解表|任务表|任务书|清单|一览表|目录|措施|纲要|目标)[》”]?(?:[（(].{1,20}[）)])?");

    private static final Pattern ADDRESSEE = Pattern.compile(
            "(?:各|市|县|区|省|有关|机关|直属|本市|全市|[\\p{IsHan}]{2,6}(?:市|县|区)).{0,150}(?:部门|单位|政府|委员会|委|局|办|公司|院|管委会|机构|办事处)[：:]");

    private static final Pattern ANNEX =
            Pattern.compile("(附件|附表|附)([0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})?([：:．.、—－-]*)(.*)");

    private static final int LONGEST_TITLE_PART = 80;

    private final List<Piece> pieces;
    private final Map<Integer, Sort> sorts = new HashMap<>();
    private @Nullable String title;
    private @Nullable String number;
    private @Nullable String issuer;
    private @Nullable LocalDate date;

    FrontMatter(List<Piece> pieces) {
        this.pieces = pieces;
        sortLines();
        findTitle();
        findSignature();
        findLetterhead();
        findAnnexLists();
    }

    @Nullable
    Sort sort(Piece.Line line) {
        return sorts.get(line.number());
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

    static boolean isPageNumber(String bare) {
        return PAGE_NUMBER.matcher(Plain.narrow(bare)).matches();
    }

    static boolean isDocumentNumber(String bare) {
        return NUMBER.matcher(Plain.narrow(bare).replace('(', '（').replace(')', '）'))
                        .matches()
                || NUMBER.matcher(bare).matches();
    }

    static boolean isFurniture(String bare) {
        return bare.length() <= 30
                        && bare.indexOf('。') < 0
                        && BUTTONS.matcher(bare).matches()
                || bare.length() <= 120 && PAGE_DATA.matcher(bare).matches()
                || bare.length() <= 200
                        && (PAGE_FOOT.matcher(bare).matches()
                                || CRUMBS.matcher(bare).matches());
    }

    /** 附件, 附件1, 附表 alone in its line. */
    static boolean isAnnexLabel(String bare) {
        var annex = ANNEX.matcher(bare);
        return annex.matches() && annex.group(4).isEmpty() && (annex.group(1).length() > 1 || annex.group(2) != null);
    }

    /** 附件 alone in its line, or 附件1 with its title. */
    static boolean beginsAnnex(String bare) {
        var annex = Annex.of(bare);
        return isAnnexLabel(bare) || annex != null && annex.number() != null;
    }

    static boolean isTitleEnd(String bare) {
        return bare.length() <= 2 * LONGEST_TITLE_PART
                && TITLE_END.matcher(bare).matches();
    }

    /**
     * Label and title of an annex that begins with this line.
     *
     * @param number null where it has none
     */
    record Annex(String label, @Nullable String number, String title) {

        static @Nullable Annex of(String bare) {
            var annex = ANNEX.matcher(bare);
            if (!annex.matches() || bare.length() > 100) {
                return null;
            }
            var number = annex.group(2);
            var title = annex.group(4);
            boolean parted = number != null || !annex.group(3).isEmpty();
            if (title.isEmpty() ? annex.group(1).length() == 1 && !parted : !parted) {
                return null;
            }
            if (Plain.finished(title) || title.indexOf('。') >= 0) {
                return null;
            }
            var label = annex.group(1) + (number == null ? "" : Plain.narrow(number));
            return new Annex(label, number == null ? null : Plain.narrow(number), title);
        }
    }

    private void sortLines() {
        for (var piece : pieces) {
            if (piece instanceof Piece.Line line && !line.isBlank()) {
                var sort = sortOf(line.bare());
                if (sort != null) {
                    sorts.put(line.number(), sort);
                }
            }
        }
    }

    private static @Nullable Sort sortOf(String bare) {
        if (isPageNumber(bare)) {
            return Sort.PAGE_NUMBER;
        }
        if (isDocumentNumber(bare)) {
            return Sort.NUMBER;
        }
        if (DATE_LINE.matcher(bare).matches()) {
            return Sort.DATE;
        }
        if (Annex.of(bare) != null) {
            return Sort.ANNEX;
        }
        return isFurniture(bare) ? Sort.FURNITURE : null;
    }

    private Piece.@Nullable Line line(int i) {
        return i >= 0 && i < pieces.size() && pieces.get(i) instanceof Piece.Line line ? line : null;
    }

    private boolean isPlain(Piece.Line line) {
        return !line.isBlank() && sort(line) == null;
    }

    /** The next or last line that is not blank and no page number; -1 where there is none. */
    private int neighbour(int i, int step) {
        for (int j = i + step; j >= 0 && j < pieces.size(); j += step) {
            var line = line(j);
            if (line == null || !line.isBlank() && sort(line) != Sort.PAGE_NUMBER) {
                return j;
            }
        }
        return -1;
    }

    /** The title stands above the addressees, else above the first chapter, table or annex. */
    private void findTitle() {
        int end = pieces.size();
        int addressee = -1;
        for (int i = 0; i < pieces.size(); i++) {
            var line = line(i);
            if (line == null) {
                end = i;
                break;
            }
            if (line.isBlank()) {
                continue;
            }
            var marker = Marker.of(line.text());
            if (marker != null && marker.level().compareTo(Marker.Level.SECTION) <= 0
                    || sort(line) == Sort.ANNEX && isAnnexLabel(line.bare())) {
                end = i;
                break;
            }
            if (sort(line) == null && ADDRESSEE.matcher(line.bare()).matches() && !UnitString.isLabelled(line.bare())) {
                addressee = i;
                sorts.put(line.number(), Sort.ADDRESSEE);
                end = i;
                break;
            }
        }
        var candidates = candidates(end);
        var notices = candidates.stream()
                .filter(i -> NOTICE_END.matcher(bare(i)).matches() || endsTitleAbove(i))
                .toList();
        if (!notices.isEmpty()) {
            takeTitle(addressee >= 0 ? notices.getLast() : notices.getFirst());
        } else if (!candidates.isEmpty()) {
            takeTitle(addressee >= 0 ? candidates.getLast() : candidates.getFirst());
        }
    }

    private String bare(int i) {
        var line = line(i);
        return line == null ? "" : line.bare();
    }

    private List<Integer> candidates(int end) {
        var candidates = new ArrayList<Integer>();
        for (int i = 0; i < end; i++) {
            var line = line(i);
            if (line != null
                    && isPlain(line)
                    && line.bare().length() <= LONGEST_TITLE_PART
                    && Marker.of(line.text()) == null
                    && line.bare().indexOf('：') < 0
                    && (isTitleEnd(line.bare()) || endsTitleAbove(i))) {
                candidates.add(i);
            }
        }
        return candidates;
    }

    /** 关于…任务分工的通 above 知. */
    private boolean endsTitleAbove(int i) {
        int above = neighbour(i, -1);
        var line = line(above);
        return line != null
                && isPlain(line)
                && line.bare().contains("关于")
                && NOTICE_END.matcher(line.bare() + bare(i)).matches();
    }

    /** Takes the lines above it in as long as they belong to the title. */
    private void takeTitle(int last) {
        int first = last;
        var whole = bare(last);
        for (int i = neighbour(first, -1); i >= 0 && last - first < 8; i = neighbour(first, -1)) {
            var line = line(i);
            if (line == null
                    || !isPlain(line)
                    || Plain.finished(line.text())
                    || line.bare().length() > LONGEST_TITLE_PART
                    || isTitleEnd(line.bare()) && isComplete(whole)) {
                break;
            }
            boolean issuerAbove = BODY.matcher(line.bare()).matches() && whole.startsWith("关于") && isBelowNumber(i);
            if (isComplete(whole) && !issuerAbove) {
                break;
            }
            whole = line.bare() + whole;
            first = i;
        }
        title = whole;
        for (int i = first; i <= last; i++) {
            var line = line(i);
            if (line != null && isPlain(line)) {
                sorts.put(line.number(), Sort.TITLE);
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
        int above = neighbour(i, -1);
        var line = line(above);
        return line != null && sort(line) == Sort.NUMBER;
    }

    /** Who signed, and when: bodies right above a date, below the title. */
    private void findSignature() {
        int from = bottomOf(Sort.ADDRESSEE);
        from = from >= 0 ? from : bottomOf(Sort.TITLE);
        for (int i = Math.max(from, 0); i < pieces.size(); i++) {
            var line = line(i);
            if (line == null || line.isBlank()) {
                continue;
            }
            if (sort(line) == Sort.DATE) {
                var signatories = signatories(i);
                if (!signatories.isEmpty()) {
                    sign(signatories, date(line.bare()));
                    return;
                }
            } else if (sort(line) == null) {
                var printed = PRINTED_DATE.matcher(line.bare());
                if (printed.find()
                        && printed.end() == line.bare().length()
                        && BODY.matcher(line.bare().substring(0, printed.start()))
                                .matches()) {
                    issuer = line.bare().substring(0, printed.start());
                    date = date(printed.group());
                    sorts.put(line.number(), Sort.SIGNATORY);
                    return;
                }
            }
        }
    }

    private void sign(List<Piece.Line> signatories, @Nullable LocalDate signed) {
        issuer = String.join("、", signatories.stream().map(Piece.Line::bare).toList());
        date = signed;
        signatories.forEach(signatory -> sorts.put(signatory.number(), Sort.SIGNATORY));
    }

    private List<Piece.Line> signatories(int below) {
        var signatories = new ArrayList<Piece.Line>();
        for (int i = neighbour(below, -1); i >= 0 && signatories.size() < 6; i = neighbour(i, -1)) {
            var line = line(i);
            if (line != null && line.bare().matches("[（(][代盖印]章[）)]")) {
                continue;
            }
            if (line == null
                    || sort(line) != null
                    || Marker.of(line.text()) != null
                    || UnitString.isLabelled(line.bare())
                    || !BODY.matcher(line.bare()).matches()) {
                break;
            }
            signatories.addFirst(line);
        }
        return signatories;
    }

    private int bottomOf(Sort sort) {
        for (int i = pieces.size() - 1; i >= 0; i--) {
            var line = line(i);
            if (line != null && sort(line) == sort) {
                return i;
            }
        }
        return -1;
    }

    private void findLetterhead() {
        for (int i = 0; i < pieces.size(); i++) {
            var line = line(i);
            if (line == null || line.isBlank()) {
                continue;
            }
            if (sort(line) == Sort.NUMBER && number == null) {
                number = numberIn(line.bare());
                nameLetterhead(i);
            }
        }
        for (int i = 0; i < pieces.size() && number == null; i++) {
            var line = line(i);
            if (line != null && line.bare().matches("(?:发文字号|文号|文件编号)[：:].*")) {
                var printed = NUMBER.matcher(line.bare().replaceFirst("^[^：:]*[：:]", ""));
                number = printed.matches() ? printed.group(1) : null;
            }
        }
        int end = Math.max(bottomOf(Sort.TITLE), bottomOf(Sort.ADDRESSEE));
        for (int i = 0; i <= end + 3 && i < pieces.size() && date == null; i++) {
            var line = line(i);
            if (line != null && sort(line) == Sort.DATE && (i > bottomOf(Sort.NUMBER) || number == null)) {
                date = date(line.bare());
            }
        }
        for (int i = pieces.size() - 1; i >= 0; i--) {
            imprint(line(i));
        }
    }

    /** 某市办公室 2020年5月6日印发, at the foot of the last page. */
    private void imprint(Piece.@Nullable Line line) {
        if (line == null) {
            return;
        }
        var printed = PRINTED_DATE.matcher(line.bare());
        if (printed.find()
                && line.bare().substring(printed.end()).equals("印发")
                && BODY.matcher(line.bare().substring(0, printed.start())).matches()) {
            issuer = issuer == null ? line.bare().substring(0, printed.start()) : issuer;
            date = date == null ? date(printed.group()) : date;
            sorts.put(line.number(), Sort.SIGNATORY);
        }
    }

    private static @Nullable String numberIn(String bare) {
        var printed = NUMBER.matcher(Plain.narrow(bare));
        return printed.matches() ? bare.substring(printed.start(1), printed.end(1)) : null;
    }

    /** The body above the document number, which may print 文件 behind its name. */
    private void nameLetterhead(int below) {
        for (int i = neighbour(below, -1), seen = 0; i >= 0 && seen < 3; i = neighbour(i, -1), seen++) {
            var line = line(i);
            if (line == null) {
                return;
            }
            var name = line.bare().replaceFirst("文件$", "");
            if (BODY.matcher(name).matches() && (sort(line) == null || sort(line) == Sort.LETTERHEAD)) {
                sorts.put(line.number(), Sort.LETTERHEAD);
                issuer = issuer == null ? name : issuer;
                return;
            }
        }
    }

    /** A list of annexes below a notice looks like tasks: it is followed by a signature, a page's end or another annex. */
    private void findAnnexLists() {
        for (int i = 0; i < pieces.size(); i++) {
            var line = line(i);
            if (line != null && sort(line) == Sort.ANNEX) {
                var list = listFrom(i);
                list.forEach(item -> sorts.put(item.number(), Sort.ANNEX_LIST));
            }
        }
    }

    private List<Piece.Line> listFrom(int start) {
        var list = new ArrayList<Piece.Line>();
        boolean open = false;
        for (int i = start; i < pieces.size(); i++) {
            var line = line(i);
            if (line == null) {
                return List.of();
            }
            if (line.isBlank() || sort(line) == Sort.PAGE_NUMBER) {
                continue;
            }
            var sort = sort(line);
            if (sort == Sort.SIGNATORY || sort == Sort.DATE || sort == Sort.FURNITURE) {
                return list;
            }
            if (sort == Sort.ANNEX) {
                // A label alone begins an annex, unless it is the first line of the list.
                if (isAnnexLabel(line.bare()) && !list.isEmpty()) {
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

    private static @Nullable LocalDate date(String bare) {
        var printed = PRINTED_DATE.matcher(Plain.narrow(bare));
        if (!printed.find()) {
            return null;
        }
        try {
            return printed.group(1) != null
                    ? LocalDate.of(
                            Integer.parseInt(printed.group(1)),
                            Integer.parseInt(printed.group(2)),
                            Integer.parseInt(printed.group(3)))
                    : LocalDate.of(year(printed.group(4)), counted(printed.group(5)), counted(printed.group(6)));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static int year(String chinese) {
        int year = 0;
        for (char c : chinese.toCharArray()) {
            year = 10 * year + Math.max(0, "〇一二三四五六七八九".indexOf(c));
        }
        return year;
    }

    private static int counted(String chinese) {
        int ten = chinese.indexOf('十');
        int tens = ten < 0 ? 0 : ten == 0 ? 1 : "〇一二三四五六七八九".indexOf(chinese.charAt(0));
        int ones = ten == chinese.length() - 1 ? 0 : "〇一二三四五六七八九".indexOf(chinese.charAt(chinese.length() - 1));
        return 10 * tens + ones;
    }
}
