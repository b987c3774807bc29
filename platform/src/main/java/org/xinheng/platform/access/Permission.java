package org.xinheng.platform.access;

import org.xinheng.kernel.CreditException;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.Role;

/** What a use case demands of whoever calls it. */
public final class Permission {

    private Permission() {}

    public static void require(Actor actor, Role role) {
        if (!actor.may(role)) {
            throw new CreditException(AccessError.NOT_PERMITTED, role);
        }
    }

    /** The actor acts for this very agency. */
    public static void requireAgency(Actor actor, AgencyId agency) {
        if (!agency.equals(actor.agency())) {
            throw new CreditException(AccessError.OTHER_AGENCY);
        }
    }
}
