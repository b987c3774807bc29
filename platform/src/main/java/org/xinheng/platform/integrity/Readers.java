package org.xinheng.platform.integrity;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xinheng.kernel.CreditException;
import org.xinheng.platform.access.AccessError;
import org.xinheng.platform.access.Scope;
import org.xinheng.platform.packs.Packs;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.AgencyId;

/** Who reads which entries: officers those of the agencies in their scope. */
@Component
class Readers {

    private final Packs packs;

    Readers(Packs packs) {
        this.packs = packs;
    }

    /** For {@code newest}: null = of all agencies. */
    String @Nullable [] agencies(Actor actor) {
        return scope(actor).parameter();
    }

    void require(Actor actor, AgencyId agency) {
        if (!scope(actor).covers(agency)) {
            throw new CreditException(AccessError.OTHER_AGENCY);
        }
    }

    /** Subjects' own accounts and business systems read no ledger. */
    static void requireOfficer(Actor actor) {
        if (actor.kind() != Actor.Kind.OFFICER) {
            throw new CreditException(AccessError.OTHER_AGENCY);
        }
    }

    private Scope scope(Actor actor) {
        requireOfficer(actor);
        return Scope.of(actor, packs.today());
    }
}
