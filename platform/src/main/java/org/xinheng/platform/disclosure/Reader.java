package org.xinheng.platform.disclosure;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xinheng.kernel.pack.Pack;
import org.xinheng.platform.access.Scope;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.Role;

/**
 * Who reads. An agency is the source of its own decisions and belongs to its audience for everybody else's.
 *
 * @param agency null for the public and for subjects
 * @param office agencies towards whose decisions a county's credit office is one, while it is a department to all others
 */
public record Reader(Audience audience, @Nullable AgencyId agency, Set<AgencyId> office) {

    public static final Reader PUBLIC = new Reader(Audience.PUBLIC, null);

    public static final Reader SUBJECT = new Reader(Audience.SUBJECT, null);

    Reader(Audience audience, @Nullable AgencyId agency) {
        this(audience, agency, Set.of());
    }

    /** An officer or a business system. */
    static Reader of(Actor actor, Pack rules) {
        var agency = actor.requiredAgency();
        if (actor.may(Role.AUDITOR)) {
            return new Reader(Audience.AUDITOR, agency);
        }
        if (actor.may(Role.CREDIT_OFFICE)) {
            var seen = Scope.of(actor, rules).agencies();
            return seen == null
                    ? new Reader(Audience.CREDIT_OFFICE, agency)
                    : new Reader(Audience.DEPARTMENT, agency, seen);
        }
        var known = rules.agencies().get(agency.value());
        return new Reader(known != null && known.guest() ? Audience.GUEST : Audience.DEPARTMENT, agency);
    }

    /** The audience this reader is for a decision of that agency. */
    Audience towards(AgencyId authority) {
        if (authority.equals(agency) && audience != Audience.GUEST) {
            return Audience.SOURCE;
        }
        return office.contains(authority) ? Audience.CREDIT_OFFICE : audience;
    }
}
