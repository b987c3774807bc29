package org.xinheng.kernel.policy;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads tasks, or groups of persons, out of a table of an annex. */
final class TaskTable {

    private final Contents contents;
    private final PersonGroups groups;
    private final TaskNumbers numbers;
    private final @Nullable String title;

    /** @param title of the annex, else of the document; the path of tasks without chapters */
    TaskTable(Contents contents, PersonGroups groups, TaskNumbers numbers, @Nullable String title) {
        this.contents = contents;
        this.groups = groups;
        this.numbers = numbers;
        this.title = title;
    }

    /** Tasks of a table; without chapters their path is the table's own title. */
    void read(Table table, List<String> path) {
        contents.pass(Passage.Kind.HEADING, table.head());
        boolean ofGroups = table.isOfGroups();
        boolean chapters = table.rows().stream().anyMatch(row -> row.isHeading() || row.has(Column.CHAPTER));
        var base = path.isEmpty() && !chapters && title != null ? List.of(title) : path;
        String chapter = null;
        for (var row : table.rows()) {
            if (row.isHeading()) {
                contents.pass(Passage.Kind.HEADING, row.lines());
                chapter = Contents.text(row.lines());
            } else if (ofGroups) {
                groups.read(row);
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

    private void readRow(Table.Row row, List<String> path) {
        var words = row.words();
        if (Plain.bare(words).isEmpty()) {
            contents.unread(row);
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
        numbers.check(draft.number(), row.line(), Contents.text(row.lines()));
        contents.add(draft, row.lines());
    }
}
