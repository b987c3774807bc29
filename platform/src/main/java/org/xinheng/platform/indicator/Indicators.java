package org.xinheng.platform.indicator;

import java.time.YearMonth;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.pack.CountedFact;
import org.xinheng.kernel.pack.Indicator;
import org.xinheng.platform.packs.Packs;
import org.xinheng.platform.shared.AgencyId;

/**
 * The figures of the indicators in force, counted at the time of the question from the facts of all modules, and the rows
 * behind each.
 */
@Component
public class Indicators {

    /** A page of rows. */
    public static final int ROWS = 100;

    private final Packs packs;
    private final Map<CountedFact, FactSource> sources = new EnumMap<>(CountedFact.class);

    Indicators(Packs packs, List<FactSource> sources) {
        this.packs = packs;
        for (var source : sources) {
            for (var fact : source.facts()) {
                var other = this.sources.put(fact, source);
                if (other != null) {
                    throw new IllegalStateException(fact + " is counted by " + other.getClass() + " and by "
                            + source.getClass() + ": each fact has one source");
                }
            }
        }
    }

    /** The indicators in force today, in the order of the rules. */
    public List<Indicator> all() {
        return List.copyOf(packs.today().indicators().values());
    }

    public Indicator get(String id) {
        var indicator = packs.today().indicators().get(id);
        if (indicator == null) {
            throw new CreditException(IndicatorError.INDICATOR_NOT_FOUND, id);
        }
        return indicator;
    }

    /** Whether a module here has the facts; without them the indicator is shown as not measured, never as nothing. */
    public boolean isMeasured(Indicator indicator) {
        return Stream.of(indicator.count(), indicator.of())
                .filter(Objects::nonNull)
                .allMatch(sources::containsKey);
    }

    /** What an agency's work came to in a month. */
    public record Line(AgencyId agency, YearMonth month, Figure figure) {}

    /** The lines of a scope that have anything in them; none where it is not measured. */
    public List<Line> lines(Indicator indicator, FactScope scope) {
        if (!isMeasured(indicator)) {
            return List.of();
        }
        var found = new HashMap<Place, Figure>();
        for (var count : counts(indicator.count(), scope)) {
            found.merge(
                    new Place(count.agency(), count.month()),
                    new Figure(count.number(), indicator.hasWhole() ? 0L : null),
                    Figure::plus);
        }
        var of = indicator.of();
        if (of != null) {
            for (var count : counts(of, scope)) {
                found.merge(new Place(count.agency(), count.month()), new Figure(0, count.number()), Figure::plus);
            }
        }
        return found.entrySet().stream()
                .map(entry -> new Line(entry.getKey().agency(), entry.getKey().month(), entry.getValue()))
                .sorted((a, b) -> a.agency().equals(b.agency())
                        ? a.month().compareTo(b.month())
                        : a.agency().value().compareTo(b.agency().value()))
                .toList();
    }

    /** All of a scope in one figure. */
    public Figure figure(Indicator indicator, FactScope scope) {
        return sum(indicator, lines(indicator, scope));
    }

    /** Lines added up; for a share the counts are added, never the shares. */
    public static Figure sum(Indicator indicator, Collection<Line> lines) {
        return lines.stream().map(Line::figure).reduce(none(indicator), Figure::plus);
    }

    /** Lines added up by one of their sides, in the order of that side. */
    public static <K extends Comparable<K>> Map<K, Figure> by(Collection<Line> lines, Function<Line, K> side) {
        var sums = new TreeMap<K, Figure>();
        lines.forEach(line -> sums.merge(side.apply(line), line.figure(), Figure::plus));
        return sums;
    }

    /** What an indicator comes to where nothing happened. */
    public static Figure none(Indicator indicator) {
        return new Figure(0, indicator.hasWhole() ? 0L : null);
    }

    /**
     * The rows behind a figure, at most {@link #ROWS} and one more, by which one sees that there is a next page.
     *
     * @param whole for a share: the rows it is a share of, instead of those counted
     */
    public List<FactSource.Row> rows(Indicator indicator, boolean whole, FactScope scope, @Nullable String after) {
        var of = indicator.of();
        var fact = whole && of != null ? of : indicator.count();
        var source = sources.get(fact);
        return source == null ? List.of() : source.rows(fact, scope, after, ROWS + 1);
    }

    private List<FactSource.Count> counts(CountedFact fact, FactScope scope) {
        return Objects.requireNonNull(sources.get(fact)).counts(fact, scope);
    }

    private record Place(AgencyId agency, YearMonth month) {}
}
