package org.xinheng.platform.access;

import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.pack.Agency;
import org.xinheng.kernel.pack.Pack;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.ListId;
import org.xinheng.platform.shared.Role;

/**
 * Whose work an actor may look into beyond what every officer sees (数据权限): the city's credit office and auditors all of
 * it, a county's credit office that of its division, anybody else that of the own agency, of those below it and of those
 * whose duties it took over, and in the field it leads, that is on the lists it owns, that of every agency.
 *
 * @param agencies whose; null for everybody's
 * @param lists those whose field the actor's agency leads: what others determine for them and do because of them
 */
public record Scope(@Nullable Set<AgencyId> agencies, Set<ListId> lists) {

    public static final Scope EVERYBODY = new Scope(null);

    /** Whose work, without any field they lead. */
    public Scope(@Nullable Set<AgencyId> agencies) {
        this(agencies, Set.of());
    }

    /** What one agency does itself. */
    public static Scope own(AgencyId agency) {
        return new Scope(Set.of(agency));
    }

    /** The scope of an officer or a business system under the rules in force. */
    public static Scope of(Actor actor, Pack rules) {
        var own = actor.requiredAgency();
        if (actor.may(Role.AUDITOR)) {
            return EVERYBODY;
        }
        var county = countyOf(own, rules);
        if (actor.may(Role.CREDIT_OFFICE) && county == null) {
            return EVERYBODY;
        }
        var division = actor.may(Role.CREDIT_OFFICE) ? county : null;
        var found = rules.agencies().values().stream()
                .filter(agency -> agency.id().equals(own.value())
                        || isBelow(agency, own.value(), rules)
                        || isPredecessor(agency, own.value(), rules)
                        || (division != null && agency.division().startsWith(division)))
                .map(agency -> new AgencyId(agency.id()))
                .collect(Collectors.toUnmodifiableSet());
        return new Scope(found.isEmpty() ? Set.of(own) : found, led(own, rules));
    }

    private static Set<ListId> led(AgencyId own, Pack rules) {
        return rules.lists().values().stream()
                .filter(list -> list.owner().equals(own.value()))
                .map(list -> new ListId(list.id()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether it is everybody's work. */
    public boolean everybody() {
        return agencies == null;
    }

    public boolean covers(AgencyId agency) {
        return agencies == null || agencies.contains(agency);
    }

    /** Whether it covers what the agency does for the list or because of it. */
    public boolean covers(AgencyId agency, ListId list) {
        return covers(agency) || lists.contains(list);
    }

    /** Refuses what concerns an agency whose work the actor does not see. */
    public static void require(Actor actor, Pack rules, AgencyId agency) {
        if (!of(actor, rules).covers(agency)) {
            throw new CreditException(AccessError.OTHER_AGENCY);
        }
    }

    /** For {@code (:agencies::text[] is null or agency = any(:agencies))}; null for everybody's. */
    public String @Nullable [] parameter() {
        return agencies == null
                ? null
                : agencies.stream().map(AgencyId::value).sorted().toArray(String[]::new);
    }

    /** For {@code or list_id = any(:lists)} beside the agencies. */
    public String[] listParameter() {
        return lists.stream().map(ListId::value).sorted().toArray(String[]::new);
    }

    /** Division of an agency below the city's own level; null for the city's agencies and for those the packs do not know. */
    private static @Nullable String countyOf(AgencyId agency, Pack rules) {
        var known = rules.agencies().get(agency.value());
        if (known == null || known.division().equals(rules.division())) {
            return null;
        }
        // A prefecture's code ends in 00; a county-level city has only longer codes below it.
        var city = rules.division().endsWith("00") ? rules.division().substring(0, 4) : rules.division();
        return known.division().startsWith(city) ? known.division() : null;
    }

    private static boolean isBelow(Agency agency, String above, Pack rules) {
        var next = agency.superior();
        // As many steps as there are agencies: a circle in the packs ends here.
        for (int steps = 0; next != null && steps <= rules.agencies().size(); steps++) {
            if (next.equals(above)) {
                return true;
            }
            var superior = rules.agencies().get(next);
            next = superior == null ? null : superior.superior();
        }
        return false;
    }

    private static boolean isPredecessor(Agency agency, String successor, Pack rules) {
        var taken = rules.agencies().get(successor);
        return taken != null && taken.predecessors().contains(agency.id());
    }
}
