package org.xinheng.platform.oversight;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.kernel.policy.Role;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.PolicyDocumentId;
import org.xinheng.platform.shared.PolicyTaskId;

/**
 * One piece of work with who does it and how far it has come.
 *
 * @param owner the office that follows it
 * @param parent of a sub-task or a rectification
 * @param wordings how documents word it, the latest first
 * @param units who is named by the latest
 * @param due last day of the latest document that gives one
 */
public record PolicyTask(
        PolicyTaskId id,
        Kind kind,
        AgencyId owner,
        @Nullable PolicyTaskId parent,
        List<Wording> wordings,
        List<Assigned> units,
        List<Part> parts,
        @Nullable LocalDate due,
        @Nullable Closing closing) {

    /** Where a task comes from. */
    public enum Kind {
        DOCUMENT,
        /** An accountable agency divided its work further. */
        SUBTASK,
        /** Somebody far behind has to put it right within a limit (整改). */
        RECTIFICATION
    }

    /** How a document words it. */
    public record Wording(
            int version,
            @Nullable PolicyDocumentId document,
            @Nullable String number,
            List<String> path,
            @Nullable String title,
            String text,
            @Nullable String deadline,
            @Nullable LocalDate due,
            @Nullable Cycle cycle,
            boolean openEnded,
            @Nullable String remark) {}

    /** A unit as printed; {@code agency} null where nobody was found for it. */
    public record Assigned(
            Role role,
            @Nullable AgencyId agency,
            String unit,
            @Nullable String alias,
            @Nullable String group) {}

    /**
     * What one accountable agency owes.
     *
     * @param due its own last day, with extensions
     */
    public record Part(
            UUID id,
            PolicyTaskId task,
            AgencyId agency,
            WorkState state,
            @Nullable LocalDate due,
            int version) {

        public boolean overdue(LocalDate today) {
            return state.owing() && state != WorkState.REPORTED && due != null && due.isBefore(today);
        }
    }

    /** That the office closed it; {@code reason} where not everybody's evidence was accepted. */
    public record Closing(@Nullable String reason, LocalDate on, String actor) {}

    /**
     * A unit once, as printed.
     *
     * @param agencies who is meant; empty = nobody was found
     */
    public record Unit(Role role, String unit, @Nullable String alias, List<AgencyId> agencies) {}

    /** Who is named, each printed name once, in the order of the document. */
    public List<Unit> printed() {
        var printed = new LinkedHashMap<List<Object>, Unit>();
        for (var one : units) {
            var unit = printed.computeIfAbsent(
                    List.of(one.role(), one.unit()),
                    _ -> new Unit(one.role(), one.unit(), one.alias(), new ArrayList<>()));
            if (one.agency() != null) {
                unit.agencies().add(one.agency());
            }
        }
        return List.copyOf(printed.values());
    }

    public Wording latest() {
        return wordings.getFirst();
    }

    /** The wording that says most: nothing of a fuller earlier text is lost. */
    public Wording fullest() {
        var fullest = latest();
        for (var wording : wordings) {
            if (wording.text().length() > fullest.text().length()) {
                fullest = wording;
            }
        }
        return fullest;
    }

    public boolean closed() {
        return closing != null;
    }

    /** The part of an agency; null where it owes nothing. */
    public @Nullable Part part(@Nullable AgencyId agency) {
        return parts.stream()
                .filter(part -> part.agency().equals(agency) && part.state() != WorkState.RELEASED)
                .findFirst()
                .orElse(null);
    }

    /** Whether an agency is named, in whatever role. */
    public boolean names(@Nullable AgencyId agency) {
        return units.stream().anyMatch(unit -> agency != null && agency.equals(unit.agency()));
    }
}
