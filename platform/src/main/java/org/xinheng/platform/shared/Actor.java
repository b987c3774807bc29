package org.xinheng.platform.shared;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xinheng.kernel.CreditException;

/**
 * Who acts: an officer (经办人), a business system, a subject's own account or the platform's clockwork.
 *
 * @param id account name of an officer or subject, client id of a system, name of the clockwork
 * @param agency for whom; null for subjects' accounts and the platform
 * @param name as it stands on slips and in the file; never a subject's
 * @param roles what the actor may do
 * @param matters a business system's own matters; empty for officers, whose matters are their agency's
 */
public record Actor(
        Kind kind, String id, @Nullable AgencyId agency, String name, Set<Role> roles, Set<MatterId> matters) {

    /** What sort of actor. */
    public enum Kind {
        OFFICER,
        CLIENT,
        SUBJECT,
        PLATFORM
    }

    /** The platform itself, carrying out what the clock or a rule demands; {@code id} names the part that acts. */
    public static Actor platform(String id) {
        return new Actor(Kind.PLATFORM, id, null, "信衡", Set.of(), Set.of());
    }

    public boolean may(Role role) {
        return roles.contains(role);
    }

    /** The agency of an actor that must have one; refuses the accounts of subjects. */
    public AgencyId requiredAgency() {
        if (agency == null) {
            throw new CreditException(SharedError.FOR_AGENCIES_ONLY);
        }
        return agency;
    }
}
