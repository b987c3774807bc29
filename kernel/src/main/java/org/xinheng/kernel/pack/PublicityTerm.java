package org.xinheng.kernel.pack;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How long a record of an item is shown and used (公示期、使用期), by class and regime.
 *
 * @param regime name of the regime, such as order-36
 * @param decidedFrom first and {@code decidedUntil} last day of decisions under this regime; null = open
 * @param site the site whose own rules these are; null = this platform and the credit sites
 * @param severity class it holds for; null for items without classes
 * @param minimum shortest publicity before repair; null = none
 * @param publicFor longest publicity; null = not shown, for items without end of their own
 * @param usedFor how long it may be used in checks and evaluation; null = as long as valid
 */
public record PublicityTerm(
        String id,
        String item,
        String regime,
        @Nullable LocalDate decidedFrom,
        @Nullable LocalDate decidedUntil,
        PublicationClock.@Nullable Site site,
        @Nullable Severity severity,
        @Nullable Period minimum,
        @Nullable Period publicFor,
        @Nullable Period usedFor,
        List<Basis> basis,
        String source,
        boolean verified)
        implements PackEntry.Grounded {}
