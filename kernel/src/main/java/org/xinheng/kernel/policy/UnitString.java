package org.xinheng.kernel.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a unit bracket or a cell of units says: 牵头单位：A、B，配合单位：C等, or A牵头，B、C按职责分工负责.
 *
 * @param openEnded whether 等 stood behind a unit
 * @param remark what is no unit, such as 具体分工见附表
 * @param due what is said of the time, such as 完成时限：2020年6月底前
 * @param unlikely what was taken for a unit and does not look like one
 * @param roleless whether no role was printed for some
 */
record UnitString(
        List<TaskUnit> units,
        boolean openEnded,
        @Nullable String remark,
        String due,
        List<String> unlikely,
        boolean roleless) {

    private static final String LABEL_WORDS =
            "(?:牵头|主办|主责|配合|协办|协助|协同|参与|参加|责任|负责|主管|承办|实施|落实|执行)(?:[、及和和]?(?:责任|负责|配合|实施|落实|协办|牵头))?";
    private static final String LABEL = LABEL_WORDS + "(?:单位|部门|处室|科室|机关)(?:[（(][^（）()：:]{1,20}[）)])?";

    /** Label with its colon, or at the very start without one. */
    private static final Pattern LABELS =
            Pattern.compile("(?:" + LABEL + "|(?:牵头|主办|配合|协办|参与|责任|负责)(?:方)?)[：:]|^" + LABEL + "[、，]?(?=[市省县区各])");

    private static final Pattern DUE =
            Pattern.compile("(?:^|[，,；;。、])(?:完成|办结|落实|实施)?(?:时限|时间|期限|时间节点|进度)(?:要求|安排)?[：:]([^；;]*)");

    private static final Pattern ONLY_DUE = Pattern.compile("(?:长期|持续).*|.*(?:年|月|季度|底|末|日)(?:之?前|以前|内)?(?:完成|落实)?");

    private static final Pattern STARTS_WITH_LABEL = Pattern.compile("^(?:第一)?(?:" + LABELS.pattern() + ")");

    /** A blank parts units only between the end of one and the beginning of another: blanks stand inside names, too. */
    private static final Pattern PARTING_BLANK =
            Pattern.compile("(?<=[局委办院部厅会行门位心府）)])\\s+(?=[市省县区各团]\\S)", Pattern.UNICODE_CHARACTER_CLASS);

    private static final Pattern AND =
            Pattern.compile("(?:和|及|以及)(?=(?:全?市级?|省级?|县级?|区级?)?(?:各|相关|有关|其他))|以及|会同(?=[市省区各有相])");

    private static final Pattern VERB = Pattern.compile("(?:共同|联合|分别)*(?:牵头|主办)(?:负责|组织实施|组织|落实|推进|实施|办理|制定|抓总)*$"
            + "|(?:(?:依|按照|按|根据)?(?:各自)?(?:的)?职责(?:分工)?|共同|积极|分别|协同)*(?:配合|参与|参加|协助|协办)(?:做好|实施|落实|推进|负责)*$"
            + "|(?:(?:依据|依|按照|按|根据)(?:各自)?(?:的)?职责(?:和任务)?(?:分工)?|职责分工|分工|分别|共同|具体|组织|各自|联合|抓好)*"
            + "(?:负责|落实|实施|推进|承担|办理|完成|执行)+$");

    private static final Pattern ETC = Pattern.compile(
            "等(?:[\\d一二三四五六七八九十两]+[个家])?(?:市级?|省级?|县区?|相关|有关|各|成员|职能|主管|责任|其他)*" + "(?:部门和单位|部门、单位|部门单位|部门|单位|机构)?$");

    private static final Pattern REMARK =
            Pattern.compile("^(?:具体|详细|详见|另见|另行|其中|下同|以下简称|根据|依据|备注|注[：:]|分工).*|.*(?:见附|附表|附件|另行).*");

    private static final Pattern UNIT_END = Pattern.compile(".*(?:局|委|办|院|部|厅|会|联|中心|行|政府|部门|单位|集团|公司|站|台|海关|妇联|队|医院"
            + "|学校|大学|社|所|处|科|室|馆|机构|军分区|街道|镇|乡|园区|度假区|新区|高新区|开发区|经开区|辖市区|县区|市区|县|区|市|组|企业|各地|专班|署|学院|主体|分部)$");

    private static final Pattern UNIT_START =
            Pattern.compile("^(?:市|省|县|区|各|团市委|团省委|人民银行|中国|国家|驻|[\\p{IsHan}]{2,3}[市县区]).*");

    private static final Pattern PLACES = Pattern.compile("^各?(?:辖?市|县|区|镇|乡|街道|旗)+$");
    private static final Pattern MORE_PLACES = Pattern.compile("^(?:区|县|镇|乡|街道|旗|园区|开发区|辖区).*|^市(?:区|[（(]).*");

    static UnitString of(String printed, Role otherwise) {
        return new Reading(otherwise).read(printed);
    }

    /** Whether the text names units and their role, or is nothing but units. */
    static boolean isUnits(String text) {
        var bare = Plain.bare(text);
        if (isLabelled(bare)) {
            return true;
        }
        if (bare.length() > 600 || bare.indexOf('。') >= 0 && bare.indexOf('。') < bare.length() - 1) {
            return false;
        }
        var read = of(text, Role.RESPONSIBLE);
        return !read.units.isEmpty()
                && read.unlikely.isEmpty()
                && read.remark == null
                && (!read.roleless
                        || (read.units.size() > 1 || read.openEnded)
                                && read.units.stream().allMatch(unit -> startsLikeUnit(unit.name())));
    }

    /** Whether it begins with 责任单位： or its like; a time or a name may stand before it. */
    static boolean isLabelled(String bare) {
        if (STARTS_WITH_LABEL.matcher(bare).find()) {
            return true;
        }
        var due = DUE.matcher(bare);
        boolean leads = due.lookingAt() || bare.matches("^.{2,6}(?:领导|责任人|负责人|联系人)[：:].*");
        return leads && LABELS.matcher(bare).find();
    }

    /** What stands behind 完成时限：, where the text begins with it. */
    static @Nullable String dueIn(String bare) {
        var due = DUE.matcher(bare);
        return due.lookingAt() ? due.group(1) : null;
    }

    /** Whether it is nothing but units, each with its role. */
    static boolean hasRoles(String text) {
        return isUnits(text) && !of(text, Role.RESPONSIBLE).roleless;
    }

    /** Whether a cell or line is a list of units, be it of one. */
    static boolean isList(String text) {
        var bare = Plain.bare(text);
        return isLabelled(bare)
                || bare.length() <= 600
                        && bare.indexOf('。') < 0
                        && of(text, Role.LEAD).unlikely.isEmpty()
                        && bare.matches(".*[\\p{IsHan}].*");
    }

    /** Whether it is a list of units whose last may be cut. */
    static boolean beginsList(String text) {
        if (isList(text)) {
            return true;
        }
        var read = of(text, Role.LEAD);
        return read.units.size() > 1
                && read.remark == null
                && read.unlikely.equals(List.of(read.units.getLast().name()));
    }

    static boolean startsLikeUnit(String bare) {
        return UNIT_START.matcher(bare).matches();
    }

    static boolean endsLikeUnit(String bare) {
        return UNIT_END.matcher(bare).matches();
    }

    private static final class Reading {

        private final Role otherwise;
        private final List<TaskUnit> units = new ArrayList<>();
        private final List<String> unlikely = new ArrayList<>();
        private final StringBuilder remark = new StringBuilder();
        private String due = "";
        private boolean openEnded;
        private boolean roleless;

        private Reading(Role otherwise) {
            this.otherwise = otherwise;
        }

        private UnitString read(String printed) {
            var text = Plain.bare(PARTING_BLANK.matcher(printed).replaceAll("、"));
            var when = DUE.matcher(text);
            if (when.find()) {
                due = when.group(1);
                text = text.substring(0, when.start()) + "；" + text.substring(when.end());
            }
            int from = 0;
            Role role = null;
            for (var label = LABELS.matcher(text); label.find(); ) {
                var part = text.substring(from, label.start());
                if (role == null && part.matches(".*[：:].*")) {
                    remark.append(part);
                } else {
                    readPart(part, role);
                }
                role = Role.namedBy(label.group());
                from = label.end();
            }
            readPart(text.substring(from), role);
            return new UnitString(
                    List.copyOf(units),
                    openEnded,
                    remark.isEmpty() ? null : remark.toString(),
                    due,
                    List.copyOf(unlikely),
                    roleless);
        }

        /** What stands behind one label, or all where there is none. */
        private void readPart(String part, @Nullable Role labelled) {
            var pending = new ArrayList<String>();
            boolean remarks = false;
            for (var segment : segments(part)) {
                if (ONLY_DUE.matcher(segment).matches()
                        && (segment.startsWith("长期")
                                || segment.startsWith("持续")
                                || !Deadline.inColumn(segment, LocalDate.EPOCH).isEmpty())) {
                    due = due.isEmpty() ? segment : due;
                    continue;
                }
                if (remarks || REMARK.matcher(segment).matches()) {
                    remark.append(remark.isEmpty() ? "" : "，").append(segment);
                    remarks = true;
                    continue;
                }
                var verb = VERB.matcher(segment);
                if (verb.find()) {
                    addName(segment.substring(0, verb.start()), pending);
                    take(pending, Role.namedBy(verb.group()));
                } else {
                    addName(segment, pending);
                }
            }
            roleless |= labelled == null && !pending.isEmpty();
            take(pending, labelled == null ? otherwise : labelled);
        }

        private void addName(String segment, List<String> pending) {
            var name = segment.replaceFirst("^(?:并?由|以及|及|和(?=市))", "");
            var etc = ETC.matcher(name);
            if (etc.find()) {
                openEnded = true;
                name = name.substring(0, etc.start());
            }
            if (!name.isEmpty()) {
                pending.add(name);
            }
        }

        private void take(List<String> pending, Role role) {
            for (var name : pending) {
                var unit = unit(name, role);
                if (!UNIT_END.matcher(withoutBrackets(unit.name())).matches()
                        || unit.name().length() > 40) {
                    unlikely.add(unit.name());
                }
                units.add(unit);
            }
            pending.clear();
        }

        private static TaskUnit unit(String name, Role role) {
            var brackets = Brackets.of(name);
            if (!brackets.unclosed().isEmpty()) {
                int open = brackets.unclosed().getFirst();
                if (open > 0 && open < name.length() - 1) {
                    return new TaskUnit(role, name.substring(0, open), name.substring(open + 1));
                }
            }
            if (!brackets.pairs().isEmpty() && brackets.pairs().getLast().close() == name.length() - 1) {
                var pair = brackets.pairs().getLast();
                var before = name.substring(0, pair.open());
                if (before.isEmpty()) {
                    return new TaskUnit(role, pair.content(name), null);
                }
                if (!PLACES.matcher(before).matches()) {
                    return new TaskUnit(role, before, pair.content(name));
                }
            }
            return new TaskUnit(role, name, null);
        }

        private static String withoutBrackets(String name) {
            return name.replaceAll("[（(\\[【][^）)\\]】]*[）)\\]】]?", "");
        }

        /** Parted by 、 ， ； and by 和 before 各, 有关 and 相关, outside brackets. */
        private static List<String> segments(String part) {
            var segments = new ArrayList<String>();
            int depth = 0;
            int from = 0;
            var and = AND.matcher(part);
            for (int i = 0; i < part.length(); i++) {
                char c = part.charAt(i);
                if (Brackets.opens(c)) {
                    depth++;
                } else if (Brackets.closes(c) && depth > 0) {
                    depth--;
                } else if (depth == 0 && "、，,；;。".indexOf(c) >= 0) {
                    segments.add(part.substring(from, i));
                    from = i + 1;
                } else if (depth == 0
                        && i > from
                        && and.region(i, part.length()).lookingAt()) {
                    segments.add(part.substring(from, i));
                    from = and.end();
                    i = from - 1;
                }
            }
            segments.add(part.substring(from));
            segments.removeIf(String::isEmpty);
            return joinPlaces(segments);
        }

        /** 各辖市、区人民政府 is one unit. */
        private static List<String> joinPlaces(List<String> segments) {
            for (int i = 0; i + 1 < segments.size(); ) {
                if (PLACES.matcher(segments.get(i)).matches()
                        && segments.get(i).startsWith("各")
                        && MORE_PLACES.matcher(segments.get(i + 1)).matches()) {
                    segments.set(i, segments.get(i) + "、" + segments.remove(i + 1));
                } else {
                    i++;
                }
            }
            return segments;
        }
    }
}
