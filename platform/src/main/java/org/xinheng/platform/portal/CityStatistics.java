package org.xinheng.platform.portal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.disclosure.PublicLists;
import org.xinheng.platform.jointaction.Feedback;
import org.xinheng.platform.jointaction.JointActionCounts;
import org.xinheng.platform.packs.Packs;
import org.xinheng.platform.record.RecordCounts;

/**
 * What has been collected, listed, checked and fed back in the last twelve months (统计): sums over the whole city. Nobody is
 * ranked and nobody can be found in it: of persons only sums by kind are shown, and none below a number that might point at
 * somebody. Counted anew every few minutes at most.
 */
@Component
public class CityStatistics {

    private static final int MONTHS = 12;

    private final RecordCounts records;
    private final JointActionCounts jointAction;
    private final PublicLists lists;
    private final Packs packs;
    private final Order order;
    private final Clock clock;
    private final int smallest;
    private final Duration kept;
    private volatile @Nullable Counted counted;

    /**
     * @param smallest the smallest number about persons that is shown
     * @param minutes how long a count is shown before it is made again
     */
    CityStatistics(
            RecordCounts records,
            JointActionCounts jointAction,
            PublicLists lists,
            Packs packs,
            Order order,
            Clock clock,
            @Value("${xinheng.statistics-smallest-of-persons:10}") int smallest,
            @Value("${xinheng.statistics-minutes:10}") int minutes) {
        this.records = records;
        this.jointAction = jointAction;
        this.lists = lists;
        this.packs = packs;
        this.order = order;
        this.clock = clock;
        this.smallest = smallest;
        this.kept = Duration.ofMinutes(minutes);
    }

    /**
     * One count.
     *
     * @param countedAt when
     * @param day the business day it was made on
     * @param months the last twelve, oldest first, the running one included
     * @param items kinds of records that occur
     * @param smallest the smallest number about persons that is shown
     */
    public record Counted(
            Instant countedAt,
            LocalDate day,
            List<YearMonth> months,
            List<String> items,
            Map<YearMonth, Map<String, Long>> organisations,
            List<OfPersons> persons,
            List<PublicLists.PublicList> lists,
            Map<YearMonth, JointActionCounts.Checks> checks,
            Map<YearMonth, Map<Feedback.Outcome, Long>> answers,
            int smallest) {

        public long organisations(YearMonth month, String item) {
            return organisations.getOrDefault(month, Map.of()).getOrDefault(item, 0L);
        }

        public long answers(YearMonth month, Feedback.Outcome outcome) {
            return answers.getOrDefault(month, Map.of()).getOrDefault(outcome, 0L);
        }

        public JointActionCounts.Checks checks(YearMonth month) {
            return checks.getOrDefault(month, new JointActionCounts.Checks(month, 0, 0));
        }
    }

    /**
     * Records about persons and sole traders of one kind in all the months together.
     *
     * @param count null where it is smaller than what may be shown
     */
    public record OfPersons(String item, @Nullable Long count) {}

    Counted today() {
        var last = counted;
        var now = clock.instant();
        if (last == null
                || !last.day().equals(order.today())
                || Duration.between(last.countedAt(), now).abs().compareTo(kept) > 0) {
            last = count(now);
            counted = last;
        }
        return last;
    }

    private Counted count(Instant now) {
        var today = order.today();
        var months = Stream.iterate(YearMonth.from(today).minusMonths(MONTHS - 1), month -> month.plusMonths(1))
                .limit(MONTHS)
                .toList();
        var from = months.getFirst().atDay(1);
        var organisations = new TreeMap<YearMonth, Map<String, Long>>();
        for (var monthly : records.ofOrganisations(from, today)) {
            organisations
                    .computeIfAbsent(monthly.month(), _ -> new TreeMap<>())
                    .put(monthly.item().value(), monthly.count());
        }
        var persons = new ArrayList<OfPersons>();
        for (var sum : records.ofPersons(from, today)) {
            persons.add(new OfPersons(sum.item().value(), sum.count() < smallest ? null : sum.count()));
        }
        var checks = new TreeMap<YearMonth, JointActionCounts.Checks>();
        jointAction.checks(from).forEach(monthly -> checks.put(monthly.month(), monthly));
        var answers = new TreeMap<YearMonth, Map<Feedback.Outcome, Long>>();
        jointAction
                .answers(from)
                .forEach(monthly -> answers.computeIfAbsent(monthly.month(), _ -> new TreeMap<>())
                        .put(monthly.outcome(), monthly.count()));
        return new Counted(
                now,
                today,
                months,
                packs.today().items().keySet().stream()
                        .filter(item -> organisations.values().stream().anyMatch(month -> month.containsKey(item)))
                        .toList(),
                organisations,
                persons,
                lists.lists(),
                checks,
                answers,
                smallest);
    }
}
