package org.xinheng.kernel.policy;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.xinheng.kernel.policy.FrontMatter.Sort;
import org.xinheng.kernel.policy.Marker.Level;

/** Walks through the outline of one annex: what of it is a task, a heading, a paragraph or something else. */
final class Outline {

    private static final Pattern CLOSING = Pattern.compile(".*(?:保障|组织|领导|要求|实施|考核|督查|督导|推进机制).*");
    private static final int LONGEST_HEADING = 60;

    private final Annex annex;
    private final Node top;
    private final @Nullable Level taskLevel;
    private final Contents contents;
    private final PersonGroups groups;
    private final Safeguards safeguards;
    private final TaskNumbers numbers;
    private final TaskTable tables;
    private final int tasksBefore;

    /** @param titleOfDocument null where none is printed */
    Outline(Annex annex, @Nullable String titleOfDocument, Contents contents) {
        this.annex = annex;
        this.top = Node.of(annex.parts());
        this.taskLevel = taskLevel(top);
        this.contents = contents;
        this.groups = new PersonGroups(contents);
        this.safeguards = new Safeguards(contents);
        this.numbers = new TaskNumbers(contents);
        this.tables =
                new TaskTable(contents, groups, numbers, annex.ownTitle() != null ? annex.ownTitle() : titleOfDocument);
        this.tasksBefore = contents.tasks();
    }

    void read() {
        readOwn(top, annex.path(), false);
        if (annex.ownTitle() != null && PersonGroups.areGroups(annex.ownTitle(), top.children())) {
            groups.read(top);
        } else {
            readChildren(top, annex.path(), top, null);
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

    private void readChildren(Node node, List<String> path, Node root, @Nullable Allocation inherited) {
        for (var child : node.children()) {
            boolean beside = inherited != null
                    || node.children().stream()
                            .anyMatch(other ->
                                    other.level() == child.level() && other.namesUnits() && !other.childrenNameUnits());
            readNode(child, path, root, beside, inherited);
        }
    }

    private void readNode(
            Node node, List<String> path, Node root, boolean besideTasks, @Nullable Allocation inherited) {
        boolean hasTables = node.own().stream().anyMatch(Table.class::isInstance);
        if (node.childrenNameUnits() || hasTables) {
            if (PersonGroups.areGroups(node.head().bare(), node.children())) {
                readOwn(node, readHeading(node, path), false);
                groups.read(node);
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
        contents.pass(
                end < 0 && words.length() <= LONGEST_HEADING || end >= 0 && end <= LONGEST_HEADING
                        ? Passage.Kind.HEADING
                        : Passage.Kind.PARAGRAPH,
                head.line(),
                printed.substring(0, cut));
        if (more) {
            var rest = printed.substring(cut);
            if (!safeguards.read(
                    rest, head.line(), CLOSING.matcher(words.substring(0, end)).matches(), false)) {
                contents.pass(Passage.Kind.PARAGRAPH, head.line(), rest);
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
        int last = closing ? Safeguards.last(node.own()) : -1;
        boolean underWay = false;
        for (int i = 0; i < node.own().size(); i++) {
            switch (node.own().get(i)) {
                case Table table -> tables.read(table, path);
                case Block block -> {
                    if (block.sort() != null) {
                        contents.passSorted(block);
                    } else if (safeguards.read(block.bare(), block.line(), closing, underWay)) {
                        underWay = true;
                    } else if (underWay && i < last) {
                        contents.addToLastSafeguard(block.bare(), block.line());
                    } else {
                        readParagraph(block, path);
                    }
                }
            }
        }
    }

    private void readParagraph(Block block, List<String> path) {
        var allocation = block.allocation();
        if (allocation.units() != null && !Plain.bare(allocation.text()).isEmpty()) {
            var draft = new TaskDraft(null, path, block.line());
            draft.addText(allocation.text());
            draft.addUnits(allocation);
            contents.add(draft, block.lines());
            return;
        }
        if (contents.tasks() > tasksBefore && isLost(block)) {
            contents.doubt(Doubt.Kind.UNREAD, block.line(), block.bare());
        }
        contents.pass(isTitle(block) ? Passage.Kind.HEADING : Passage.Kind.PARAGRAPH, block);
    }

    /** The title of a plan or a table that no notice or annex announces. */
    private static boolean isTitle(Block block) {
        var bare = block.bare();
        return bare.length() <= LONGEST_HEADING && PrintedTitle.isEnd(bare) && !Plain.hasClauses(bare);
    }

    private static boolean isLost(Block block) {
        var bare = block.bare();
        return !Plain.finished(bare) && !PrintedTitle.isEnd(bare) && !Division.isNote(bare);
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
                    contents.passSorted(block);
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
        numbers.check(node.number(), draft.line(), node.head().bare());
        contents.add(draft, lines);
        strangers.forEach(block -> {
            if (block.sort() != null) {
                contents.passSorted(block);
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
                contents.passSorted(block);
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
}
