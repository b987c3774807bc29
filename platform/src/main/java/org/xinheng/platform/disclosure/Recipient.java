package org.xinheng.platform.disclosure;

import org.xinheng.kernel.pack.Pack;
import org.xinheng.platform.audit.AsOf;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.Role;

/**
 * A business system that is told of changes.
 *
 * @param asOf up to when it is told
 */
record Recipient(Actor client, Reader reader, Pack rules, AsOf asOf) {

    static Recipient of(Actor client, Pack rules, AsOf asOf) {
        return new Recipient(client, Reader.of(client, rules), rules, asOf);
    }

    /** Whether the thing is a decision of its own agency. */
    boolean own(Standing thing) {
        return reader.towards(thing.authority()) == Audience.SOURCE;
    }

    /** Whether it is told why: the source of its own decisions, the province of all. */
    boolean toldWhy(Standing thing) {
        return own(thing) || AgencyId.PROVINCE.equals(client.agency());
    }

    /** What speaks against others goes unasked to registered recipients alone. */
    boolean mayHaveUnasked(Standing thing) {
        return own(thing) || !thing.adverse() || client.may(Role.RECIPIENT);
    }
}
