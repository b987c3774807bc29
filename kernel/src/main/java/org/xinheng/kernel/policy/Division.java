package org.xinheng.kernel.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.xinheng.kernel.policy.FrontMatter.Sort;
import org.xinheng.kernel.policy.Marker.Level;

/**
 * Reads tasks, groups and safeguards out of the outline. A numbered block is a task if it names units and nothing within
 * it does; the level at which most tasks stand tells the rest from headings.
 */
final class Division {

    private static final Pattern CLOSING = Pattern.compile(".*(?:保障|组织|领导|要求|实施|考核|督查|督导|推进机制).*");
    private static final Pattern PERSONS = Pattern.compile(".*(?:人群|群体|职业人员|从业人员).*");
    private static final Pattern SAFEGUARD = Pattern.compile("(?:^|(?<=[。；;：:]))([一二三四五六七八九十]{1,2}是)[，,：:]?");
    private static final Pattern NOTE = Pattern.compile("^(?:注|备注|说明|附注|联系人|联系电话|抄送|主送|（此件|\\(此件|（联系|公开方式|信息公开).*");

    private static final int LONGEST_HEADING = 60;
    private static final int LONGEST_GROUP = 40;
    private static final int GROUPS_OF_A_LIST = 3;

    private final FrontMatter front;
    private final List<Annex> annexes;
    private final List<TaskDraft> drafts = new ArrayList<>();
    private final List<PersonGroup> groups = new ArrayList<>();
    private final List<Safeguard> safeguards = new ArrayList<>();
    private final List<Passage> passages = new ArrayList<>();
    private final List<Doubt> doubts = new ArrayList<>();
    private @Nullable String titleOfTasks;

    Division(List<Part> parts, FrontMatter front) {
        this.front = front;
        annexes = Annex.of(parts);
    }

    PolicyDocument read() {
        for (var annex : annexes) {
            readAnnex(annex);
        }
        var tasks = TaskDraft.finish(drafts, front.date(), doubts);
        passages.sort(Comparator.comparingInt(Passage::line));
        if (tasks.isEmpty() && groups.isEmpty()) {
            doubts.add(new Doubt(
                    Doubt.Kind.NO_TASKS,
                    1,
                    passages.isEmpty() ? "" : passages.getFirst().text()));
        }
        annexes.reversed().stream()
                .flatMap(annex -> annex.parts().reversed().stream())
                .filter(part -> !(part instanceof Block block && block.sort() != null))
                .findFirst()
                .ifPresent(this::tellIfItBreaksOff);
        doubts.sort(Comparator.comparingInt(Doubt::line));
        return new PolicyDocument(
                title(), front.number(), front.issuer(), front.date(), tasks, groups, safeguards, passages, doubts);
    }

    private void tellIfItBreaksOff(Part last) {
        if (last instanceof Block block
                && !Plain.finished(block.text())
                && !NOTE.matcher(block.bare()).matches()
                && (Plain.hasClauses(block.words()) || !block.allocation().closed())) {
            doubt(Doubt.Kind.BREAKS_OFF, block.lines().getLast().number(), block.bare());
        }
    }

    private @Nullable String title() {
        if (front.title() != null || titleOfTasks != null) {
            return front.title() != null ? front.title() : titleOfTasks;
        }
        return annexes.stream()
                .map(Annex::ownTitle)
                .filter(title -> title != null && !title.isEmpty())
                .findFirst()
                .orElse(null);
    }

    private void readAnnex(Annex annex) {
        annex.heading().forEach(block -> pass(Passage.Kind.HEADING, block));
        var root = Node.of(annex.parts());
        int before = drafts.size();
        new Outline(annex, taskLevel(root)).read(root);
        if (drafts.size() > before && titleOfTasks == null) {
            titleOfTasks = annex.ownTitle();
        }
    }

    /** The level of most blocks that name units with nothing within that does. */
    private static @Nullable Level taskLevel(Node root) {
        var counts = new EnumMap<Level, Integer>(Level.class);
        root.all()
                .filter(node -> node.namesUnits() && !node.childrenNameUnits())
                .filter(node -> node.own().stream().noneMatch(Table.class::isInstance))
                .map(Node::level)
                .flatMap(Stream::ofNullable)
                .forEach(level -> counts.merge(level, 1, Integer::sum));
        return counts.entrySet().stream()
                .max(Map.Entry.<Level, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(null);
    }

    private void pass(Passage.Kind kind, Block block) {
        passages.add(new Passage(kind, block.line(), block.bare()));
    }

    private void passLines(Passage.Kind kind, List<Piece.Line> lines) {
        var text = text(lines);
        if (!text.isEmpty()) {
            passages.add(new Passage(kind, lines.getFirst().number(), text));
        }
    }

    private static String text(List<Piece.Line> lines) {
        var text = new StringBuilder();
        lines.forEach(line -> text.append(line.bare()));
        return text.toString();
    }

    private void doubt(Doubt.Kind kind, int line, String excerpt) {
        doubts.add(new Doubt(kind, line, excerpt));
    }

    /** Walks through one annex. */
    private final class Outline {

        private final Annex annex;
        private final @Nullable Level taskLevel;
        private final Set<Integer> numbers = new HashSet<>();
        private int lastNumber;
        private boolean anyTask;

        private Outline(Annex annex, @Nullable Level taskLevel) {
            this.annex = annex;
            this.taskLevel = taskLevel;
        }

        private void read(Node root) {
            readOwn(root, annex.path(), false);
            if (annex.ownTitle() != null && areGroups(annex.ownTitle(), root.children())) {
                readGroups(root);
            } else {
                readChildren(root, annex.path(), root, null);
            }
        }

        private void readChildren(Node node, List<String> path, Node root, @Nullable Allocation inherited) {
            for (var child : node.children()) {
                boolean beside = inherited != null
                        || node.children().stream()
                                .anyMatch(other -> other.level() == child.level()
                                        && other.namesUnits()
                                        && !other.childrenNameUnits());
                readNode(child, path, root, beside, inherited);
            }
        }

        private void readNode(
                Node node, List<String> path, Node root, boolean besideTasks, @Nullable Allocation inherited) {
            boolean hasTables = node.own().stream().anyMatch(Table.class::isInstance);
            if (node.childrenNameUnits() || hasTables) {
                if (areGroups(node.head().bare(), node.children())) {
                    readOwn(node, readHeading(node, path), false);
                    readGroups(node);
                } else {
                    var below = readHeading(node, path);
                    readOwn(node, below, false);
                    readChildren(node, below, root, null);
                }
            } else if (node.namesUnits()) {
                if (isHeadingForItsTasks(node)) {
                    var below = readHeading(node, path);
                    readOwn(node, below, false);
                    readChildren(node, below, root, node.allocation());
                } else if (node.headNamesUnits() || taskLevel == null || !node.isAbove(taskLevel)) {
                    readTask(node, path, null);
                } else {
                    var below = readHeading(node, path);
                    readOwn(node, below, false);
                    readChildren(node, below, root, null);
                }
            } else if (besideTasks && taskLevel != null && node.isAt(taskLevel)) {
                readTask(node, path, inherited);
            } else {
                readWithoutUnits(node, path, root);
            }
        }

        /** A heading whose bracket names the units of all the tasks below it. */
        private boolean isHeadingForItsTasks(Node node) {
            return taskLevel != null
                    && node.isAbove(taskLevel)
                    && node.headNamesUnits()
                    && !Plain.hasClauses(node.allocation().text())
                    && node.children().stream().anyMatch(child -> child.isAt(taskLevel));
        }

        private void readWithoutUnits(Node node, List<String> path, Node root) {
            var below = readHeading(node, path);
            boolean closing = root.children().getLast() == node
                    || CLOSING.matcher(Plain.bare(node.head().words())).matches();
            readOwn(node, below, closing);
            readChildren(node, below, root, null);
        }

        /** Takes the first sentence for the heading; what follows it is a paragraph. */
        private List<String> readHeading(Node node, List<String> path) {
            var head = node.head();
            var printed = head.bare();
            var words = Plain.bare(head.words());
            int number = printed.length() - words.length();
            int end = words.indexOf('。');
            boolean more = end >= 0 && end < words.length() - 1;
            int cut = more ? number + end + 1 : printed.length();
            passages.add(new Passage(
                    end < 0 && words.length() <= LONGEST_HEADING || end >= 0 && end <= LONGEST_HEADING
                            ? Passage.Kind.HEADING
                            : Passage.Kind.PARAGRAPH,
                    head.line(),
                    printed.substring(0, cut)));
            if (more) {
                var rest = printed.substring(cut);
                if (!readSafeguards(
                        rest,
                        head.line(),
                        CLOSING.matcher(words.substring(0, end)).matches(),
                        false)) {
                    passages.add(new Passage(Passage.Kind.PARAGRAPH, head.line(), rest));
                }
            }
            var below = new ArrayList<>(path);
            var text = Plain.bare(node.allocation().text());
            int sentence = text.indexOf('。');
            below.add(printed.substring(0, number)
                    + (sentence >= 0 ? text.substring(0, sentence) : text).replaceFirst("[：:；;，,]+$", ""));
            return below;
        }

        /** What stands below a heading, or above all of them, without a number. */
        private void readOwn(Node node, List<String> path, boolean closing) {
            int last = closing ? lastSafeguard(node.own()) : -1;
            boolean underWay = false;
            for (int i = 0; i < node.own().size(); i++) {
                switch (node.own().get(i)) {
                    case Table table -> readTable(table, path);
                    case Block block -> {
                        if (block.sort() != null) {
                            passSorted(block);
                        } else if (readSafeguards(block.bare(), block.line(), closing, underWay)) {
                            underWay = true;
                        } else if (underWay && i < last) {
                            goOn(block.bare(), block.line());
                        } else {
                            readParagraph(block, path);
                        }
                    }
                }
            }
        }

        private static int lastSafeguard(List<Part> parts) {
            for (int i = parts.size() - 1; i >= 0; i--) {
                if (parts.get(i) instanceof Block block
                        && block.sort() == null
                        && SAFEGUARD.matcher(block.bare()).find()) {
                    return i;
                }
            }
            return -1;
        }

        /** What stands between two safeguards is a part of the first. */
        private void goOn(String bare, int line) {
            var safeguard = safeguards.removeLast();
            safeguards.add(new Safeguard(safeguard.number(), safeguard.text() + bare, safeguard.line()));
            passages.add(new Passage(Passage.Kind.SAFEGUARD, line, bare));
        }

        private void passSorted(Block block) {
            pass(
                    switch (block.sort()) {
                        case TITLE, NUMBER, SIGNATORY, DATE, LETTERHEAD -> Passage.Kind.METADATA;
                        case ANNEX -> Passage.Kind.HEADING;
                        case null, default -> Passage.Kind.PARAGRAPH;
                    },
                    block);
        }

        private void readParagraph(Block block, List<String> path) {
            var allocation = block.allocation();
            if (allocation.units() != null && !Plain.bare(allocation.text()).isEmpty()) {
                var draft = new TaskDraft(null, path, block.line());
                draft.addText(allocation.text());
                draft.addUnits(allocation);
                add(draft, block.lines());
                return;
            }
            if (anyTask && isLost(block)) {
                doubt(Doubt.Kind.UNREAD, block.line(), block.bare());
            }
            pass(isTitle(block) ? Passage.Kind.HEADING : Passage.Kind.PARAGRAPH, block);
        }

        /** The title of a plan or a table that no notice or annex announces. */
        private static boolean isTitle(Block block) {
            var bare = block.bare();
            return bare.length() <= LONGEST_HEADING && PrintedTitle.isEnd(bare) && !Plain.hasClauses(bare);
        }

        private static boolean isLost(Block block) {
            var bare = block.bare();
            return !Plain.finished(bare)
                    && !PrintedTitle.isEnd(bare)
                    && !NOTE.matcher(bare).matches();
        }

        /** A task with all that stands below it until its units are named. */
        private void readTask(Node node, List<String> path, @Nullable Allocation inherited) {
            var draft = new TaskDraft(node.number(), path, node.head().line());
            var lines = new ArrayList<>(node.head().lines());
            draft.addText(node.allocation().text());
            draft.addUnits(node.allocation());
            boolean heading = !Plain.finished(node.allocation().text());
            var strangers = new ArrayList<Block>();
            for (var part : node.own()) {
                if (part instanceof Block block) {
                    if (block.sort() == Sort.PAGE_NUMBER) {
                        passSorted(block);
                    } else if (!strangers.isEmpty() || !belongs(block, draft, heading)) {
                        strangers.add(block);
                    } else {
                        lines.addAll(block.lines());
                        addTo(draft, block);
                    }
                }
            }
            if (strangers.isEmpty()) {
                node.children().stream().flatMap(Node::all).forEach(inner -> {
                    lines.addAll(inner.head().lines());
                    draft.addText(inner.head().text());
                    inner.own().forEach(part -> addInner(part, draft, lines));
                });
            }
            if (inherited != null && !draft.hasUnits()) {
                draft.addUnits(inherited);
            }
            checkNumber(node, draft);
            add(draft, lines);
            strangers.forEach(block -> {
                if (block.sort() != null) {
                    passSorted(block);
                } else {
                    readParagraph(block, path);
                }
            });
            if (!strangers.isEmpty()) {
                node.children().forEach(child -> readWithoutUnits(child, path, node));
            }
        }

        private void addInner(Part part, TaskDraft draft, List<Piece.Line> lines) {
            if (part instanceof Block block) {
                if (block.sort() != null) {
                    passSorted(block);
                } else {
                    lines.addAll(block.lines());
                    draft.addText(block.text());
                }
            }
        }

        private static void addTo(TaskDraft draft, Block block) {
            var due = UnitString.dueIn(block.bare());
            if (due != null && block.allocation().units() == null) {
                draft.due(due);
            } else {
                draft.addText(block.allocation().text());
                draft.addUnits(block.allocation());
            }
        }

        private static boolean belongs(Block block, TaskDraft draft, boolean heading) {
            if (block.sort() != null) {
                return false;
            }
            return !draft.hasUnits()
                    || UnitString.dueIn(block.bare()) != null
                    || block.allocation().isAlone()
                    || heading && block.allocation().units() == null && Plain.finished(block.text());
        }

        private void add(TaskDraft draft, List<Piece.Line> lines) {
            anyTask = true;
            drafts.add(draft);
            passLines(Passage.Kind.TASK, lines);
        }

        private void checkNumber(Node node, TaskDraft draft) {
            if (!node.number().matches("\\d{1,3}")) {
                return;
            }
            checkNumber(
                    Integer.parseInt(node.number()), draft.line(), node.head().bare());
        }

        private void checkNumber(int number, int line, String excerpt) {
            if (number == 1) {
                numbers.clear();
                lastNumber = 0;
            }
            if (!numbers.add(number)) {
                doubt(Doubt.Kind.NUMBER_REPEATED, line, excerpt);
            } else if (number != lastNumber + 1) {
                doubt(Doubt.Kind.NUMBER_SKIPPED, line, excerpt);
            }
            lastNumber = number;
        }

        /** Tasks of a table; without chapters their path is the table's own title. */
        private void readTable(Table table, List<String> path) {
            passLines(Passage.Kind.HEADING, table.head());
            boolean ofGroups = table.isOfGroups();
            boolean chapters = table.rows().stream().anyMatch(row -> row.isHeading() || row.has(Column.CHAPTER));
            var title = annex.ownTitle() != null ? annex.ownTitle() : front.title();
            var base = path.isEmpty() && !chapters && title != null ? List.of(title) : path;
            String chapter = null;
            for (var row : table.rows()) {
                if (row.isHeading()) {
                    passLines(Passage.Kind.HEADING, row.lines());
                    chapter = text(row.lines());
                } else if (ofGroups) {
                    readGroup(row);
                } else {
                    readRow(row, within(base, row, chapter));
                }
            }
        }

        private static List<String> within(List<String> base, Table.Row row, @Nullable String chapter) {
            var path = new ArrayList<>(base);
            if (chapter != null) {
                path.add(chapter);
            }
            if (row.has(Column.CHAPTER)) {
                path.add(Plain.bare(row.cell(Column.CHAPTER)));
            }
            return path;
        }

        private void readGroup(Table.Row row) {
            var name = Plain.bare(row.words());
            if (name.isEmpty()) {
                passLines(Passage.Kind.PARAGRAPH, row.lines());
                doubt(Doubt.Kind.UNREAD, row.line(), text(row.lines()));
                return;
            }
            var units = row.cell(row.has(Column.LEAD) ? Column.LEAD : Column.RESPONSIBLE);
            groups.add(new PersonGroup(row.number(), name, leadUnits(units), row.line()));
            passLines(Passage.Kind.GROUP, row.lines());
        }

        private void readRow(Table.Row row, List<String> path) {
            var words = row.words();
            if (Plain.bare(words).isEmpty()) {
                passLines(Passage.Kind.PARAGRAPH, row.lines());
                doubt(Doubt.Kind.UNREAD, row.line(), text(row.lines()));
                return;
            }
            var marker = row.number() == null ? Marker.of(Plain.strip(words)) : null;
            var draft = new TaskDraft(marker == null ? row.number() : marker.number(), path, row.line());
            var text = marker == null ? words : Plain.strip(words).substring(marker.end());
            if (row.hasUnits()) {
                draft.addParagraphs(text);
                for (var column : List.of(Column.LEAD, Column.RESPONSIBLE, Column.COOPERATING)) {
                    if (row.has(column)) {
                        draft.addUnits(row.cell(column), column.role());
                    }
                }
            } else {
                var allocation = Allocation.of(text);
                draft.addParagraphs(allocation.text());
                draft.addUnits(allocation);
            }
            draft.due(row.cell(Column.DEADLINE));
            if (draft.number() != null && draft.number().matches("\\d{1,3}")) {
                checkNumber(Integer.parseInt(draft.number()), row.line(), text(row.lines()));
            }
            add(draft, row.lines());
        }

        /** Short items below a heading that speaks of persons. */
        private static boolean areGroups(String heading, List<Node> items) {
            return items.size() >= GROUPS_OF_A_LIST
                    && PERSONS.matcher(heading).matches()
                    && items.stream()
                            .allMatch(item -> item.namesUnits()
                                    && item.children().isEmpty()
                                    && item.own().stream().allMatch(Block.class::isInstance)
                                    && Plain.bare(item.allocation().text()).length() <= LONGEST_GROUP
                                    && !Plain.finished(item.allocation().text()));
        }

        private void readGroups(Node node) {
            for (var child : node.children()) {
                var lines = new ArrayList<>(child.head().lines());
                var units = new StringBuilder();
                units.append(
                        child.allocation().units() == null
                                ? ""
                                : child.allocation().units());
                for (var part : child.own()) {
                    if (part instanceof Block block && block.sort() == null) {
                        units.append(
                                block.allocation().units() == null
                                        ? ""
                                        : block.allocation().units());
                        lines.addAll(block.lines());
                    } else if (part instanceof Block block) {
                        passSorted(block);
                    }
                }
                groups.add(new PersonGroup(
                        child.number(),
                        Plain.bare(child.allocation().text()),
                        leadUnits(units.toString()),
                        child.head().line()));
                passLines(Passage.Kind.GROUP, lines);
            }
        }

        private static List<String> leadUnits(String printed) {
            var units = UnitString.of(printed, Role.LEAD).units();
            boolean led = units.stream().anyMatch(unit -> unit.role() == Role.LEAD);
            return units.stream()
                    .filter(unit -> !led || unit.role() == Role.LEAD)
                    .map(unit -> unit.alias() == null ? unit.name() : unit.name() + "（" + unit.alias() + "）")
                    .toList();
        }

        /** Whether the text is safeguards: 一是 … 二是 …, of a closing chapter. */
        private boolean readSafeguards(String bare, int line, boolean closing, boolean underWay) {
            var item = SAFEGUARD.matcher(bare);
            if (!closing || !item.find()) {
                return false;
            }
            boolean first = item.group(1).equals("一是");
            if (!first && !underWay) {
                return false;
            }
            if (item.start() > 0 && !first) {
                goOn(bare.substring(0, item.start()), line);
            } else if (item.start() > 0) {
                passages.add(new Passage(Passage.Kind.PARAGRAPH, line, bare.substring(0, item.start())));
            }
            while (true) {
                var number = item.group(1);
                int from = item.end();
                int start = item.start();
                boolean more = item.find();
                var text = bare.substring(from, more ? item.start() : bare.length());
                safeguards.add(new Safeguard(number, text, line));
                passages.add(new Passage(
                        Passage.Kind.SAFEGUARD, line, bare.substring(start, more ? item.start() : bare.length())));
                if (!more) {
                    return true;
                }
            }
        }
    }
}
