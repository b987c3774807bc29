package org.xinheng.platform.indicator;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xinheng.kernel.pack.CountedFact;
import org.xinheng.kernel.pack.Label;
import org.xinheng.platform.shared.AgencyId;

/**
 * Counts some of the {@link CountedFact}s. The module that owns them implements it as a component, here where that
 * module lies above; each fact has one source. A source reads at the time of the question and keeps nothing.
 */
public interface FactSource {

    /** Which facts it counts. */
    Set<CountedFact> facts();

    /** How many there were, by agency and month; what is none may be left out. */
    List<Count> counts(CountedFact fact, FactScope scope);

    /**
     * The rows behind a count: their numbers make exactly what it says. In an order of the source's own that does not
     * change between two pages.
     *
     * @param after cursor of the last row of the page before; null for the first page. One that is not understood is as null
     * @param limit most rows
     */
    List<Row> rows(CountedFact fact, FactScope scope, @Nullable String after, int limit);

    /**
     * How many in a month, of an agency of the rules; a body that is none counts for the one that answers for it.
     */
    record Count(AgencyId agency, YearMonth month, long number) {}

    /**
     * One of what was counted. Nothing in it is about a person: neither name nor number, nor an address that holds one.
     *
     * @param cursor what the page after this row is asked with
     * @param day the day on which it counts
     * @param number how many of those counted it is: one, or more where rows of one submission stand together
     * @param words what it is, such as the name of an item and a number of the agency's file
     * @param link path of the console's page that shows it; null where there is none
     */
    record Row(
            String cursor,
            AgencyId agency,
            LocalDate day,
            long number,
            Label words,
            @Nullable String link) {}
}
