package org.xinheng.platform.intake;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xinheng.kernel.pack.Agency;
import org.xinheng.platform.access.Accounts;
import org.xinheng.platform.packs.Packs;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.Role;

/**
 * Who is the second pair of eyes when an agency takes a record back: another of its own officers, and where it has none, the
 * credit office above it. Whoever proposed never is.
 */
@Component
class WithdrawalDesk {

    private final Accounts accounts;
    private final Packs packs;

    WithdrawalDesk(Accounts accounts, Packs packs) {
        this.accounts = accounts;
        this.packs = packs;
    }

    /** Where a proposal waits. */
    record Desk(AgencyId agency, Role role) {

        boolean isOf(Actor actor) {
            return agency.equals(actor.agency()) && actor.may(role);
        }
    }

    Desk of(AgencyId agency, String proposedBy) {
        boolean another = accounts.officers(agency, Role.DECIDER).stream().anyMatch(one -> !one.equals(proposedBy));
        var above = another ? null : above(agency);
        return above == null ? new Desk(agency, Role.DECIDER) : new Desk(above, Role.CREDIT_OFFICE);
    }

    /** Whether this officer may decide it: one of the agency's own always may. */
    boolean mayDecide(Withdrawals.Withdrawal proposed, Actor actor) {
        return !proposed.proposedBy().equals(actor.id())
                && (new Desk(proposed.agency(), Role.DECIDER).isOf(actor)
                        || of(proposed.agency(), proposed.proposedBy()).isOf(actor));
    }

    /** The first credit office with an officer: up the line of superiors, then of the same division, then the city's. */
    private @Nullable AgencyId above(AgencyId agency) {
        var agencies = packs.today().agencies();
        var known = agencies.get(agency.value());
        var candidates = new ArrayList<String>();
        if (known != null) {
            var at = known.superior();
            for (int steps = 0; at != null && steps < agencies.size(); steps++) {
                candidates.add(at);
                var superior = agencies.get(at);
                at = superior == null ? null : superior.superior();
            }
            candidates.addAll(agencies.values().stream()
                    .filter(other -> other.division().equals(known.division()))
                    .map(Agency::id)
                    .sorted()
                    .toList());
        }
        candidates.addAll(List.of(AgencyId.CREDIT_OFFICE.value()));
        return candidates.stream()
                .map(AgencyId::new)
                .filter(other -> !other.equals(agency))
                .filter(other -> !accounts.officers(other, Role.CREDIT_OFFICE).isEmpty())
                .findFirst()
                .orElse(null);
    }
}
