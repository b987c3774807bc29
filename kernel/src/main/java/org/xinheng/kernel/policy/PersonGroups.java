package org.xinheng.kernel.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Groups of persons and the units that lead the work on them: a list below a heading, or rows of a table. */
final class PersonGroups {

    private static final Pattern PERSONS = Pattern.compile(".*(?:人群|群体|职业人员|从业人员).*");
    private static final int LONGEST_GROUP = 40;
    private static final int GROUPS_OF_A_LIST = 3;

    private final Contents contents;

    PersonGroups(Contents contents) {
        this.contents = contents;
    }

    /** Short items below a heading that speaks of persons. */
    static boolean areGroups(String heading, List<Node> items) {
        return items.size() >= GROUPS_OF_A_LIST
                && PERSONS.matcher(heading).matches()
                && items.stream()
                        .allMatch(item -> item.namesUnits()
                                && item.children().isEmpty()
                                && item.own().stream().allMatch(Block.class::isInstance)
                                && Plain.bare(item.allocation().text()).length() <= LONGEST_GROUP
                                && !Plain.finished(item.allocation().text()));
    }

    void read(Node node) {
        for (var child : node.children()) {
            var lines = new ArrayList<>(child.head().lines());
            var units = new StringBuilder();
            units.append(
                    child.allocation().units() == null ? "" : child.allocation().units());
            for (var part : child.own()) {
                if (part instanceof Block block && block.sort() == null) {
                    units.append(
                            block.allocation().units() == null
                                    ? ""
                                    : block.allocation().units());
                    lines.addAll(block.lines());
                } else if (part instanceof Block block) {
                    contents.passSorted(block);
                }
            }
            contents.add(
                    new PersonGroup(
                            child.number(),
                            Plain.bare(child.allocation().text()),
                            leadUnits(units.toString()),
                            child.head().line()),
                    lines);
        }
    }

    void read(Table.Row row) {
        var name = Plain.bare(row.words());
        if (name.isEmpty()) {
            contents.unread(row);
            return;
        }
        var units = row.cell(row.has(Column.LEAD) ? Column.LEAD : Column.RESPONSIBLE);
        contents.add(new PersonGroup(row.number(), name, leadUnits(units), row.line()), row.lines());
    }

    private static List<String> leadUnits(String printed) {
        var units = UnitString.of(printed, Role.LEAD).units();
        boolean led = units.stream().anyMatch(unit -> unit.role() == Role.LEAD);
        return units.stream()
                .filter(unit -> !led || unit.role() == Role.LEAD)
                .map(unit -> unit.alias() == null ? unit.name() : unit.name() + "（" + unit.alias() + "）")
                .toList();
    }
}
