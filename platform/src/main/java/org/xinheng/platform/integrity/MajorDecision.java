package org.xinheng.platform.integrity;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.platform.shared.AgencyId;

/**
 * A major administrative decision of a body (重大行政决策) and what is documented of its five steps.
 *
 * @param title null where deleted
 * @param steps what was written of each step last; a step that is not there is missing
 * @param course the order of steps of the day it is looked at
 */
public record MajorDecision(
        UUID id,
        AgencyId agency,
        LocalDate openedOn,
        @Nullable String title,
        Map<DecisionStep, LedgerStep<Paper>> steps,
        List<LedgerStep<Paper>> history,
        DecisionOrder course) {

    static final Ledger<Content, Paper> LEDGER = new Ledger<>("DECISION", Content.class, Paper.class);

    /** The name of the first step of every entry: it was registered. */
    static final String OPENED = "OPENED";

    record Content(String title) {}

    /**
     * The document a step stands in.
     *
     * @param document its title; of a step that was not needed, the reason
     * @param number its number; null for none
     * @param needed false where the step was found not needed
     */
    public record Paper(String document, @Nullable String number, boolean needed) {}

    /** How a step stands. */
    public enum Standing {
        DONE,
        /** Documented as not needed for this decision. */
        NOT_NEEDED,
        MISSING,
        /** Done on a day before one that has to come first, or without it. */
        OUT_OF_ORDER
    }

    public Standing standing(DecisionStep step) {
        var taken = steps.get(step);
        if (taken == null) {
            return Standing.MISSING;
        }
        if (taken.said() != null && !taken.said().needed()) {
            return Standing.NOT_NEEDED;
        }
        boolean early = course.before(step).stream().anyMatch(before -> {
            var first = steps.get(before);
            return first == null || first.on().isAfter(taken.on());
        });
        return early ? Standing.OUT_OF_ORDER : Standing.DONE;
    }

    /** The steps nothing is documented of. */
    public List<DecisionStep> missing() {
        return Arrays.stream(DecisionStep.values())
                .filter(step -> !steps.containsKey(step))
                .toList();
    }

    /** Whether every step is documented and in its place. */
    public boolean complete() {
        return Arrays.stream(DecisionStep.values())
                .map(this::standing)
                .allMatch(standing -> standing == Standing.DONE || standing == Standing.NOT_NEEDED);
    }
}
