package org.xinheng.platform.oversight;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xinheng.kernel.pack.Agency;
import org.xinheng.kernel.pack.Pack;
import org.xinheng.kernel.policy.TaskUnit;
import org.xinheng.platform.shared.AgencyId;

/**
 * Who is meant by the units of a document: agencies by name, alias and predecessor, collective names by their group. A
 * name that fits several is left to an officer, one that fits nobody stays open.
 */
final class UnitNames {

    private final Map<String, Set<String>> agencies = new HashMap<>();
    private final Map<String, String> groups = new HashMap<>();
    private final Map<String, Set<String>> successors = new HashMap<>();
    private final Map<String, Agency> known;

    UnitNames(Pack rules) {
        known = rules.agencies();
        for (var agency : known.values()) {
            name(agency, agency.label().zh());
            agency.aliases().forEach(alias -> name(agency, alias));
            agency.predecessors()
                    .forEach(earlier -> successors
                            .computeIfAbsent(earlier, _ -> new LinkedHashSet<>())
                            .add(agency.id()));
        }
        for (var group : rules.groups().values()) {
            groups.put(plain(group.label().zh()), group.id());
            group.aliases().forEach(alias -> groups.put(plain(alias), group.id()));
        }
    }

    Draft.Unit find(TaskUnit unit) {
        var group = groups.get(plain(unit.name()));
        if (group != null) {
            return new Draft.Unit(unit.role(), unit.name(), unit.alias(), List.of(), group, List.of());
        }
        var found = found(unit);
        var single = found.size() == 1 ? ids(found) : List.<AgencyId>of();
        var choices = found.size() > 1 ? ids(found) : List.<AgencyId>of();
        return new Draft.Unit(unit.role(), unit.name(), unit.alias(), single, null, choices);
    }

    private Set<String> found(TaskUnit unit) {
        var byName = today(agencies.getOrDefault(plain(unit.name()), Set.of()));
        var byAlias = today(byAlias(unit.alias()));
        if (byName.isEmpty() || byAlias.isEmpty()) {
            return byName.isEmpty() ? byAlias : byName;
        }
        var both = new LinkedHashSet<>(byName);
        both.retainAll(byAlias);
        return both.isEmpty() ? byName : both;
    }

    /** 发改委(信用办) leaves the 市 out of its bracket. */
    private Set<String> byAlias(@Nullable String alias) {
        if (alias == null) {
            return Set.of();
        }
        var exact = agencies.getOrDefault(plain(alias), Set.of());
        return exact.isEmpty() ? agencies.getOrDefault("市" + plain(alias), Set.of()) : exact;
    }

    /** Those who exist no more are followed to whoever took over. */
    private Set<String> today(Collection<String> named) {
        var today = new LinkedHashSet<String>();
        var seen = new LinkedHashSet<>(named);
        var open = new ArrayDeque<>(named);
        while (!open.isEmpty()) {
            var id = open.remove();
            var agency = known.get(id);
            if (agency != null && agency.until() == null) {
                today.add(id);
            } else {
                successors.getOrDefault(id, Set.of()).stream().filter(seen::add).forEach(open::add);
            }
        }
        return today;
    }

    private static List<AgencyId> ids(Set<String> found) {
        var ids = new ArrayList<AgencyId>();
        found.forEach(id -> ids.add(new AgencyId(id)));
        return List.copyOf(ids);
    }

    private void name(Agency agency, String name) {
        agencies.computeIfAbsent(plain(name), _ -> new LinkedHashSet<>()).add(agency.id());
    }

    /** Full and half width brackets and blanks are written at random. */
    private static String plain(String name) {
        return name.replace('（', '(').replace('）', ')').replaceAll("\\s", "");
    }
}
