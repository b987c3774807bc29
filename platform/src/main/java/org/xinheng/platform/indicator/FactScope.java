package org.xinheng.platform.indicator;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xinheng.kernel.CreditException;
import org.xinheng.platform.access.Scope;
import org.xinheng.platform.shared.AgencyId;

/**
 * What a question about facts is about: which months, whose work.
 *
 * @param from first month
 * @param to last month
 * @param agencies whose; null for everybody's
 */
public record FactScope(
        YearMonth from, YearMonth to, @Nullable Set<AgencyId> agencies) {

    private static final int MOST_MONTHS = 36;

    public FactScope {
        if (to.isBefore(from) || from.plusMonths(MOST_MONTHS).isBefore(to)) {
            throw new CreditException(IndicatorError.INDICATOR_MONTHS_OUT_OF_ORDER, from, to, MOST_MONTHS);
        }
    }

    public LocalDate firstDay() {
        return from.atDay(1);
    }

    public LocalDate lastDay() {
        return to.atEndOfMonth();
    }

    public boolean covers(AgencyId agency) {
        return agencies == null || agencies.contains(agency);
    }

    /** For {@code (:agencies::text[] is null or agency = any(:agencies))}; null for everybody's. */
    public String @Nullable [] parameter() {
        return new Scope(agencies).parameter();
    }
}
