package org.xinheng.platform.intake;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.xinheng.kernel.CreditException;
import org.xinheng.platform.access.Permission;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.ItemId;
import org.xinheng.platform.shared.Role;

/**
 * What a question about collection is about: whose reports, of which item, in which months. The credit office and
 * auditors ask about all agencies, others about their own.
 *
 * @param agency null = all
 * @param item null = all
 */
public record CollectionScope(
        @Nullable AgencyId agency, @Nullable ItemId item, YearMonth from, YearMonth to) {

    private static final int MOST_MONTHS = 36;

    public CollectionScope {
        if (to.isBefore(from) || from.plusMonths(MOST_MONTHS).isBefore(to)) {
            throw new CreditException(IntakeError.MONTHS_OUT_OF_ORDER, from, to, MOST_MONTHS);
        }
    }

    /** Whether the actor sees all agencies. */
    public static boolean seesAll(Actor actor) {
        return actor.may(Role.CREDIT_OFFICE) || actor.may(Role.AUDITOR);
    }

    /** What the actor may ask, narrowed to the own agency where that is all it may see. */
    public static CollectionScope of(
            Actor actor, @Nullable AgencyId agency, @Nullable ItemId item, YearMonth from, YearMonth to) {
        if (seesAll(actor)) {
            return new CollectionScope(agency, item, from, to);
        }
        Permission.require(actor, Role.REPORTER);
        return new CollectionScope(actor.requiredAgency(), item, from, to);
    }

    LocalDate firstDay() {
        return from.atDay(1);
    }

    LocalDate lastDay() {
        return to.atEndOfMonth();
    }

    @Nullable
    String agencyValue() {
        return agency == null ? null : agency.value();
    }

    @Nullable
    String itemValue() {
        return item == null ? null : item.value();
    }
}
