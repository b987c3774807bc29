package org.xinheng.platform.oversight;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.kernel.policy.Doubt;
import org.xinheng.kernel.policy.Passage;
import org.xinheng.kernel.policy.PersonGroup;
import org.xinheng.kernel.policy.Role;
import org.xinheng.kernel.policy.Safeguard;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.PolicyTaskId;

/**
 * What was understood of a document, with the corrections made so far.
 *
 * @param parted tasks an officer said are two, though they read alike
 */
public record Draft(
        @Nullable String title,
        @Nullable String documentNumber,
        @Nullable String issuer,
        @Nullable LocalDate issueDate,
        List<Entry> tasks,
        List<PersonGroup> groups,
        List<Safeguard> safeguards,
        List<Passage> passages,
        List<Doubt> doubts,
        List<Parted> parted) {

    public Draft {
        // Drafts of earlier releases hold none.
        parted = parted == null ? List.of() : List.copyOf(parted);
    }

    /** The entry at this place is not that task in work. */
    public record Parted(int place, PolicyTaskId earlier) {}

    /**
     * A task to be.
     *
     * @param line where it begins in the document; 0 for one an officer added
     * @param due last day; null for none
     * @param cycle how often it comes again; null for once
     * @param reissues the task of an earlier document that this one repeats; null for a new one
     * @param left whether an officer left it out: it stays to be seen and is not tracked
     */
    public record Entry(
            int line,
            @Nullable String number,
            List<String> path,
            @Nullable String title,
            String text,
            List<Unit> units,
            boolean openEnded,
            @Nullable String deadline,
            @Nullable LocalDate due,
            @Nullable Cycle cycle,
            @Nullable String remark,
            @Nullable PolicyTaskId reissues,
            boolean left) {

        /** Whether somebody leads it or answers for it. */
        public boolean accountable() {
            return units.stream().anyMatch(unit -> unit.role() != Role.COOPERATING && unit.known());
        }

        Entry reissuing(@Nullable PolicyTaskId earlier) {
            return new Entry(
                    line, number, path, title, text, units, openEnded, deadline, due, cycle, remark, earlier, left);
        }
    }

    /**
     * A unit as printed, and who that is.
     *
     * @param agencies who is meant; empty = nobody was found, or a group
     * @param group id of the collective name it is; null for a single agency
     * @param choices ids among which an officer has to choose, where the name fits several
     */
    public record Unit(
            Role role,
            String name,
            @Nullable String alias,
            List<AgencyId> agencies,
            @Nullable String group,
            List<AgencyId> choices) {

        public boolean known() {
            return !agencies.isEmpty() || group != null;
        }
    }

    /** The draft with the entry at {@code index} replaced; behind the last, with one more. */
    Draft with(int index, Entry entry) {
        var changed = new ArrayList<>(tasks);
        if (index == changed.size()) {
            changed.add(entry);
        } else {
            changed.set(index, entry);
        }
        return new Draft(
                title, documentNumber, issuer, issueDate, changed, groups, safeguards, passages, doubts, parted);
    }

    /** The draft corrected at {@code place}; a link that is gone from there is remembered as parted. */
    Draft corrected(int place, Entry entry) {
        var before = place < tasks.size() ? tasks.get(place).reissues() : null;
        var apart = new ArrayList<>(parted);
        apart.removeIf(one -> one.place() == place && one.earlier().equals(entry.reissues()));
        if (before != null && !before.equals(entry.reissues())) {
            apart.add(new Parted(place, before));
        }
        var changed = with(place, entry);
        return new Draft(
                title, documentNumber, issuer, issueDate, changed.tasks, groups, safeguards, passages, doubts, apart);
    }

    boolean isParted(int place, PolicyTaskId earlier) {
        return parted.contains(new Parted(place, earlier));
    }

    /** The task in work that the entry at {@code place} repeats, or was said not to repeat; null where there is none. */
    public @Nullable PolicyTaskId alike(int place) {
        var linked = place < tasks.size() ? tasks.get(place).reissues() : null;
        return linked != null
                ? linked
                : parted.reversed().stream()
                        .filter(one -> one.place() == place)
                        .map(Parted::earlier)
                        .findFirst()
                        .orElse(null);
    }

    Draft headed(
            @Nullable String newTitle,
            @Nullable String newNumber,
            @Nullable String newIssuer,
            @Nullable LocalDate newDate) {
        return new Draft(newTitle, newNumber, newIssuer, newDate, tasks, groups, safeguards, passages, doubts, parted);
    }

    /** Tasks that will be tracked. */
    public List<Entry> kept() {
        return tasks.stream().filter(entry -> !entry.left()).toList();
    }
}
