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

    /** The city's own credit office: what holds for all of the city is no county's to do. */
    public static void requireCitysOffice(Actor actor) {
        require(actor, Role.CREDIT_OFFICE);
        requireAgency(actor, AgencyId.CREDIT_OFFICE);
    }

    public static boolean isCitysOffice(Actor actor) {
        return actor.may(Role.CREDIT_OFFICE) && AgencyId.CREDIT_OFFICE.equals(actor.agency());
    }

    /** The actor acts for this very agency. */
    public static void requireAgency(Actor actor, AgencyId agency) {
        if (!agency.equals(actor.agency())) {
            throw new CreditException(AccessError.OTHER_AGENCY);
        }
    }
}
