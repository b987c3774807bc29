package org.xinheng.platform.listing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.kernel.pack.ResponsibleRole;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.DeterminationId;
import org.xinheng.platform.shared.ListId;
import org.xinheng.platform.shared.RecordId;
import org.xinheng.platform.shared.SubjectId;

/**
 * The procedure and decision that make a listing (认定). Its steps are its state: the last one says where it stands.
 *
 * @param agency owns the list and decides
 * @param proposedFor agency of the officer who proposed
 * @param evidence records it rests on
 * @param rules the published rules it was proposed under; null where the list's rules need no publication of their own
 * @param named for a person whom the decision about an organisation is to name; null for everybody else
 * @param steps oldest first, never empty
 */
public record Determination(
        DeterminationId id,
        SubjectId subject,
        ListId list,
        AgencyId agency,
        AgencyId proposedFor,
        String proposedBy,
        List<RecordId> evidence,
        @Nullable UUID rules,
        @Nullable Named named,
        List<Step> steps) {

    /**
     * Why a person is determined for the conduct of an organisation.
     *
     * @param in the determination about the organisation, whose decision must name the person
     */
    public record Named(DeterminationId in, ResponsibleRole as) {}

    /**
     * A step taken.
     *
     * @param account who took it
     * @param day day of the act: of service, of receipt, else of the step itself
     * @param due last day of the clock it started; null = none
     * @param change the change that took it
     */
    public record Step(
            int version,
            Act act,
            DeterminationState state,
            String account,
            LocalDate day,
            @Nullable LocalDate due,
            UUID change,
            Instant at) {}

    public Step last() {
        return steps.getLast();
    }

    public DeterminationState state() {
        return last().state();
    }

    Optional<Step> step(Act act) {
        return steps.stream().filter(step -> step.act() == act).findFirst();
    }

    /** The newest step by this act, where it may have been taken twice. */
    Step last(Act act) {
        return steps.reversed().stream()
                .filter(step -> step.act() == act)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(id + " stands at " + state() + " without " + act));
    }

    Step required(Act act) {
        return step(act).orElseThrow(() -> new IllegalStateException(id + " stands at " + state() + " without " + act));
    }
}
