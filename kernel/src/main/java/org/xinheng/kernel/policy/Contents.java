package org.xinheng.kernel.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a document says, gathered while it is read: tasks, groups of persons, safeguards, every passage, and doubts. */
final class Contents {

    private final List<TaskDraft> tasks = new ArrayList<>();
    private final List<PersonGroup> groups = new ArrayList<>();
    private final List<Safeguard> safeguards = new ArrayList<>();
    private final List<Passage> passages = new ArrayList<>();
    private final List<Doubt> doubts = new ArrayList<>();

    int tasks() {
        return tasks.size();
    }

    void add(TaskDraft task, List<Piece.Line> lines) {
        tasks.add(task);
        pass(Passage.Kind.TASK, lines);
    }

    void add(PersonGroup group, List<Piece.Line> lines) {
        groups.add(group);
        pass(Passage.Kind.GROUP, lines);
    }

    void add(Safeguard safeguard, String printed) {
        safeguards.add(safeguard);
        pass(Passage.Kind.SAFEGUARD, safeguard.line(), printed);
    }

    /** Words without a number of their own that belong to the last safeguard. */
    void addToLastSafeguard(String bare, int line) {
        var last = safeguards.removeLast();
        safeguards.add(new Safeguard(last.number(), last.text() + bare, last.line()));
        pass(Passage.Kind.SAFEGUARD, line, bare);
    }

    void pass(Passage.Kind kind, int line, String text) {
        passages.add(new Passage(kind, line, text));
    }

    void pass(Passage.Kind kind, Block block) {
        pass(kind, block.line(), block.bare());
    }

    void pass(Passage.Kind kind, List<Piece.Line> lines) {
        var text = text(lines);
        if (!text.isEmpty()) {
            pass(kind, lines.getFirst().number(), text);
        }
    }

    /** What the front matter told apart from text. */
    void passSorted(Block block) {
        pass(
                switch (block.sort()) {
                    case TITLE, NUMBER, SIGNATORY, DATE, LETTERHEAD -> Passage.Kind.METADATA;
                    case ANNEX -> Passage.Kind.HEADING;
                    case null, default -> Passage.Kind.PARAGRAPH;
                },
                block);
    }

    void unread(Table.Row row) {
        pass(Passage.Kind.PARAGRAPH, row.lines());
        doubt(Doubt.Kind.UNREAD, row.line(), text(row.lines()));
    }

    void doubt(Doubt.Kind kind, int line, String excerpt) {
        doubts.add(new Doubt(kind, line, excerpt));
    }

    static String text(List<Piece.Line> lines) {
        var text = new StringBuilder();
        lines.forEach(line -> text.append(line.bare()));
        return text.toString();
    }

    /** The tasks, once all are there; what is doubtful about them shows only now. */
    List<Task> finish(@Nullable LocalDate issued) {
        var finished = TaskDraft.finish(tasks, issued, doubts);
        passages.sort(Comparator.comparingInt(Passage::line));
        if (finished.isEmpty() && groups.isEmpty()) {
            doubt(
                    Doubt.Kind.NO_TASKS,
                    1,
                    passages.isEmpty() ? "" : passages.getFirst().text());
        }
        return finished;
    }

    PolicyDocument document(@Nullable String title, FrontMatter front, List<Task> finished) {
        doubts.sort(Comparator.comparingInt(Doubt::line));
        return new PolicyDocument(
                title, front.number(), front.issuer(), front.date(), finished, groups, safeguards, passages, doubts);
    }
}
