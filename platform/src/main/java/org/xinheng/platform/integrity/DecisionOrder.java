package org.xinheng.platform.integrity;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.xinheng.kernel.pack.Pack;

/**
 * In which order the steps of a major decision follow each other, and which may never be left out: settings of the pack, to be
 * compared with the regulation they come from. Without the settings there is no order and every step may be found not needed.
 *
 * @param groups steps of a group come after all of the groups before it
 * @param always steps no decision goes without
 */
record DecisionOrder(List<Set<DecisionStep>> groups, Set<DecisionStep> always) {

    private static final String ORDER = "major-decision-order";
    private static final String ALWAYS = "major-decision-always";

    static DecisionOrder of(Pack rules) {
        var order = rules.settings().getOrDefault(ORDER, "");
        return new DecisionOrder(
                Arrays.stream(order.split("<"))
                        .map(DecisionOrder::steps)
                        .filter(group -> !group.isEmpty())
                        .toList(),
                steps(rules.settings().getOrDefault(ALWAYS, "")));
    }

    private static Set<DecisionStep> steps(String names) {
        var steps = EnumSet.noneOf(DecisionStep.class);
        Arrays.stream(names.strip().split("\\s+"))
                .filter(name -> !name.isEmpty())
                .map(name -> DecisionStep.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_')))
                .forEach(steps::add);
        return steps;
    }

    /** The steps that have to be done before this one. */
    Set<DecisionStep> before(DecisionStep step) {
        var before = EnumSet.noneOf(DecisionStep.class);
        for (var group : groups) {
            if (group.contains(step)) {
                return before;
            }
            before.addAll(group);
        }
        return EnumSet.noneOf(DecisionStep.class);
    }
}
