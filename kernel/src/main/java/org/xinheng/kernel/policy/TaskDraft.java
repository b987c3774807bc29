package org.xinheng.kernel.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A task on the way: whether its first sentence is a title shows only beside the other tasks. */
final class TaskDraft {

    /** A heading in front of more text. */
    private static final int SHORT = 20;
    /** A heading with a comma, or a longer one, where the tasks around it have headings. */
    private static final int WITH_COMMA = 24;

    private static final int LONG = 32;

    private final @Nullable String number;
    private final List<String> path;
    private final int line;
    private final List<String> texts = new ArrayList<>();
    private final List<UnitString> units = new ArrayList<>();
    private boolean closed = true;
    private boolean others;
    private boolean roleless;
    private String due = "";

    TaskDraft(@Nullable String number, List<String> path, int line) {
        this.number = number;
        this.path = path;
        this.line = line;
    }

    @Nullable
    String number() {
        return number;
    }

    int line() {
        return line;
    }

    boolean hasUnits() {
        return !units.isEmpty();
    }

    void addText(String text) {
        var bare = Plain.bare(text);
        if (!bare.isEmpty()) {
            texts.add(bare);
        }
    }

    void addParagraphs(String text) {
        for (var paragraph : text.split("\n")) {
            addText(paragraph);
        }
    }

    void addUnits(Allocation allocation) {
        if (allocation.units() != null) {
            addUnits(allocation.units(), Role.RESPONSIBLE);
            roleless |= units.getLast().roleless();
            closed &= allocation.closed();
            others |= allocation.others();
        }
    }

    void addUnits(String printed, Role otherwise) {
        var read = UnitString.of(printed, otherwise);
        units.add(read);
        if (due.isEmpty()) {
            due = read.due();
        }
    }

    /** What is said of the time apart from the text. */
    void due(String printed) {
        var bare = Plain.bare(printed);
        due = bare.isEmpty() ? due : bare;
    }

    static List<Task> finish(List<TaskDraft> drafts, @Nullable LocalDate issued, List<Doubt> doubts) {
        return drafts.stream().map(draft -> draft.task(drafts, issued, doubts)).toList();
    }

    private Task task(List<TaskDraft> all, @Nullable LocalDate issued, List<Doubt> doubts) {
        var text = String.join("", texts);
        tellDoubts(text, doubts);
        return new Task(
                number,
                path,
                title(all),
                text,
                units.stream()
                        .flatMap(read -> read.units().stream())
                        .sorted(Comparator.comparing(TaskUnit::role))
                        .toList(),
                units.stream().anyMatch(UnitString::openEnded),
                deadline(text, issued, doubts),
                units.stream()
                        .map(UnitString::remark)
                        .filter(remark -> remark != null)
                        .findFirst()
                        .orElse(null),
                line);
    }

    private void tellDoubts(String text, List<Doubt> doubts) {
        if (units.stream().allMatch(read -> read.units().isEmpty() && read.remark() == null)) {
            doubts.add(new Doubt(Doubt.Kind.TASK_WITHOUT_UNITS, line, text));
        }
        if (!closed) {
            doubts.add(new Doubt(Doubt.Kind.UNITS_NOT_CLOSED, line, text));
        }
        if (roleless) {
            doubts.add(new Doubt(Doubt.Kind.ROLE_NOT_PRINTED, line, text));
        }
        if (others) {
            doubts.add(new Doubt(Doubt.Kind.UNITS_IN_SEVERAL_PLACES, line, text));
        }
        for (var read : units) {
            read.unlikely().forEach(name -> doubts.add(new Doubt(Doubt.Kind.UNIT_UNLIKELY, line, name)));
        }
    }

    private @Nullable Deadline deadline(String text, @Nullable LocalDate issued, List<Doubt> doubts) {
        var column = Deadline.inColumn(due, issued);
        if (!column.isEmpty()) {
            return column.getLast();
        }
        var found = Deadline.in(text, issued);
        if (found.stream().map(Deadline::date).distinct().count() > 1) {
            doubts.add(new Doubt(
                    Doubt.Kind.SEVERAL_DEADLINES,
                    line,
                    String.join("、", found.stream().map(Deadline::text).toList())));
        }
        return found.isEmpty() ? null : found.getFirst();
    }

    /** The first sentence, or the line that stands alone above the text. */
    private String sentence() {
        var first = texts.isEmpty() ? "" : texts.getFirst();
        if (standsAlone(first)) {
            return first;
        }
        var text = String.join("", texts);
        int end = text.indexOf('。');
        return end < 0 ? text : text.substring(0, end);
    }

    /** A line longer than a heading is one that a page has cut. */
    private boolean standsAlone(String first) {
        return texts.size() > 1
                && first.length() <= SHORT
                && first.indexOf('。') < 0
                && !first.endsWith("、")
                && !Plain.finished(first);
    }

    private boolean hasShortTitle() {
        return !sentence().isEmpty() && sentence().length() <= SHORT && !Plain.hasClauses(sentence());
    }

    private @Nullable String title(List<TaskDraft> all) {
        var sentence = sentence();
        if (sentence.isEmpty()) {
            return null;
        }
        if (hasShortTitle() || standsAlone(sentence)) {
            return sentence;
        }
        boolean withComma = Plain.hasClauses(sentence);
        return sentence.length() <= (withComma ? WITH_COMMA : LONG) && othersHaveTitles(all, withComma)
                ? sentence
                : null;
    }

    /** Whether tasks of the same section have titles: most of them, or for a sentence with a comma nearly all around. */
    private boolean othersHaveTitles(List<TaskDraft> all, boolean nearlyAll) {
        var section = all.stream()
                .filter(other -> other != this && other.path.equals(path))
                .toList();
        long titled = section.stream().filter(TaskDraft::hasShortTitle).count();
        if (!nearlyAll) {
            return !section.isEmpty() && titled * 2 > section.size();
        }
        var outermost = path.isEmpty() ? "" : path.getFirst();
        var region = all.stream()
                .filter(other -> other != this)
                .filter(other -> (other.path.isEmpty() ? "" : other.path.getFirst()).equals(outermost))
                .toList();
        long around = region.stream().filter(TaskDraft::hasShortTitle).count();
        return !region.isEmpty() && around * 5 >= region.size() * 4L && titled * 5 >= section.size() * 4L;
    }
}
