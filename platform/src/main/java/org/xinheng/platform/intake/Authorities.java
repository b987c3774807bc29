package org.xinheng.platform.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xinheng.kernel.pack.Agency;
import org.xinheng.kernel.pack.Pack;
import org.xinheng.platform.shared.AgencyId;

/**
 * Who decided, by the names and codes that rows write. An agency answers for itself, for those under it, and for those
 * whose duties it took over (承继单位).
 */
final class Authorities {

    private final Map<String, Agency> agencies;
    private final Map<String, List<Agency>> byName = new HashMap<>();
    private final Map<String, Agency> byCode = new HashMap<>();
    private final Map<String, List<Agency>> successors = new HashMap<>();
    private final AgencyId sender;
    private final Set<String> answersFor = new HashSet<>();

    Authorities(Pack rules, AgencyId sender) {
        this.agencies = rules.agencies();
        this.sender = sender;
        for (var agency : agencies.values()) {
            name(agency, agency.label().zh());
            agency.aliases().forEach(alias -> name(agency, alias));
            if (agency.creditCode() != null) {
                byCode.put(agency.creditCode(), agency);
            }
            for (var predecessor : agency.predecessors()) {
                successors.computeIfAbsent(predecessor, _ -> new ArrayList<>()).add(agency);
            }
            if (isUnder(agency, sender.value())) {
                answersFor.add(agency.id());
            }
        }
    }

    /** What became of a row's authority. */
    sealed interface Found {

        /** The sender answers for it; {@code agency} is who answers for the decision today. */
        record Own(AgencyId agency) implements Found {}

        record Foreign(String name) implements Found {}

        /** It did not bear that name on that day. */
        record OutOfTime(String name) implements Found {}

        record Unknown() implements Found {}
    }

    /**
     * @param code the authority's credit code as the row writes it; null for none
     * @param decidedOn the day the name must have been right
     */
    Found find(@Nullable String name, @Nullable String code, LocalDate decidedOn) {
        var named = new LinkedHashSet<Agency>();
        if (code != null && byCode.containsKey(code)) {
            named.add(byCode.get(code));
        } else if (name != null) {
            named.addAll(byName.getOrDefault(plain(name), List.of()));
        }
        if (named.isEmpty()) {
            return new Found.Unknown();
        }
        var then = named.stream().filter(agency -> existed(agency, decidedOn)).toList();
        if (then.isEmpty()) {
            return new Found.OutOfTime(named.getFirst().label().zh());
        }
        var today = new LinkedHashSet<String>();
        then.forEach(agency -> collectSuccessors(agency, today));
        if (today.contains(sender.value())) {
            return new Found.Own(sender);
        }
        return today.stream()
                .filter(answersFor::contains)
                .findFirst()
                .<Found>map(id -> new Found.Own(new AgencyId(id)))
                .orElseGet(() -> new Found.Foreign(then.getFirst().label().zh()));
    }

    /** Whether the sender may speak for what this agency decided. */
    boolean answersFor(AgencyId agency) {
        return answersFor.contains(agency.value());
    }

    private void collectSuccessors(Agency agency, Set<String> found) {
        if (found.add(agency.id())) {
            successors.getOrDefault(agency.id(), List.of()).forEach(next -> collectSuccessors(next, found));
        }
    }

    private boolean isUnder(Agency agency, String top) {
        Agency at = agency;
        for (int steps = 0; at != null && steps < agencies.size(); steps++) {
            if (at.id().equals(top)) {
                return true;
            }
            at = at.superior() == null ? null : agencies.get(at.superior());
        }
        return false;
    }

    private void name(Agency agency, String name) {
        byName.computeIfAbsent(plain(name), _ -> new ArrayList<>()).add(agency);
    }

    private static boolean existed(Agency agency, LocalDate day) {
        return (agency.from() == null || !day.isBefore(agency.from()))
                && (agency.until() == null || !day.isAfter(agency.until()));
    }

    /** Full and half width brackets and blanks are written at random. */
    private static String plain(String name) {
        return name.replace('（', '(').replace('）', ')').replaceAll("\\s", "");
    }
}
