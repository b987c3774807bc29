package org.xinheng.platform.intake;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.pack.Pack;
import org.xinheng.platform.access.Permission;
import org.xinheng.platform.access.Scope;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.ItemId;
import org.xinheng.platform.shared.Role;

/**
 * What a question about collection is about: whose reports, of which item, in which months. Credit offices and auditors
 * ask about all agencies of their scope, others about their own.
 *
 * @param agency null = all of {@code seen}
 * @param item null = all
 * @param seen whose reports the actor may see
 */
public record CollectionScope(
        @Nullable AgencyId agency, @Nullable ItemId item, YearMonth from, YearMonth to, Scope seen) {

    private static final int MOST_MONTHS = 36;

    public CollectionScope {
        if (to.isBefore(from) || from.plusMonths(MOST_MONTHS).isBefore(to)) {
            throw new CreditException(IntakeError.MONTHS_OUT_OF_ORDER, from, to, MOST_MONTHS);
        }
    }

    /** Whether the actor asks about more agencies than the own one. */
    public static boolean seesAll(Actor actor) {
        return actor.may(Role.CREDIT_OFFICE) || actor.may(Role.AUDITOR);
    }

    /** What the actor may ask, narrowed to the own agency where that is all it may see. */
    public static CollectionScope of(
            Actor actor, Pack rules, @Nullable AgencyId agency, @Nullable ItemId item, YearMonth from, YearMonth to) {
        var seen = Scope.of(actor, rules);
        if (seesAll(actor)) {
            return new CollectionScope(agency != null && seen.covers(agency) ? agency : null, item, from, to, seen);
        }
        Permission.require(actor, Role.REPORTER);
        return new CollectionScope(actor.requiredAgency(), item, from, to, seen);
    }

    /** Every item of the actor's own agency. */
    public static CollectionScope own(Actor actor, YearMonth from, YearMonth to) {
        var agency = actor.requiredAgency();
        return new CollectionScope(agency, null, from, to, Scope.own(agency));
    }

    LocalDate firstDay() {
        return from.atDay(1);
    }

    LocalDate lastDay() {
        return to.atEndOfMonth();
    }

    /** See {@link Scope#parameter()}. */
    String @Nullable [] agencies() {
        return agency == null ? seen.parameter() : new String[] {agency.value()};
    }

    @Nullable
    String itemValue() {
        return item == null ? null : item.value();
    }
}
