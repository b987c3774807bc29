package org.xinheng.platform.indicator;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xinheng.kernel.pack.CountedFact;
import org.xinheng.kernel.pack.Item;
import org.xinheng.kernel.pack.Label;
import org.xinheng.platform.access.Scope;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.intake.CollectionScope;
import org.xinheng.platform.intake.MonthlyReports;
import org.xinheng.platform.intake.MonthlyReports.Expected;
import org.xinheng.platform.packs.Packs;
import org.xinheng.platform.shared.AgencyId;

/** What collection did: rows received, and the months an agency had to report something. */
@Component
class CollectionFacts implements FactSource {

    private static final String ROWS = """
            select agency, received_on as day, id::text as key, item_id as kind,
                   '/console/submissions/' || id as link, %s as number
            from intake.submission
            where received_on between :from and :to and state in ('ACCEPTED', 'REJECTED', 'CHECKING')
              and (not :onlyClocked or item_id = any(:clocked))
            """;

    private final CountedRows rows;
    private final MonthlyReports monthly;
    private final Packs packs;
    private final Order order;

    CollectionFacts(CountedRows rows, MonthlyReports monthly, Packs packs, Order order) {
        this.rows = rows;
        this.monthly = monthly;
        this.packs = packs;
        this.order = order;
    }

    @Override
    public Set<CountedFact> facts() {
        return Set.of(
                CountedFact.CLOCKED_ROWS,
                CountedFact.TIMELY_ROWS,
                CountedFact.EXAMINED_ROWS,
                CountedFact.ACCEPTED_ROWS,
                CountedFact.REPORTING_DUTIES,
                CountedFact.COVERED_DUTIES);
    }

    @Override
    public List<Count> counts(CountedFact fact, FactScope scope) {
        return isDuty(fact)
                ? duties(fact, scope).stream()
                        .collect(groupingBy(duty -> new Month(duty.agency(), duty.month()), counting()))
                        .entrySet()
                        .stream()
                        .map(entry -> new Count(
                                entry.getKey().agency(), entry.getKey().month(), entry.getValue()))
                        .toList()
                : rows.counts(query(fact), parameters(fact), scope);
    }

    @Override
    public List<Row> rows(CountedFact fact, FactScope scope, @Nullable String after, int limit) {
        var items = packs.today().items();
        if (!isDuty(fact)) {
            return rows.rows(query(fact), parameters(fact), scope, after, limit, (id, _) -> label(items.get(id), id));
        }
        return duties(fact, scope).stream()
                .map(duty -> new Row(
                        duty.month() + "~" + duty.agency() + "~" + duty.item(),
                        duty.agency(),
                        duty.month().atEndOfMonth(),
                        1,
                        label(items.get(duty.item().value()), duty.item().value()),
                        null))
                .sorted(Comparator.comparing(Row::cursor).reversed())
                .filter(row -> after == null || row.cursor().compareTo(after) < 0)
                .limit(limit)
                .toList();
    }

    private record Month(AgencyId agency, YearMonth month) {}

    private static boolean isDuty(CountedFact fact) {
        return fact == CountedFact.REPORTING_DUTIES || fact == CountedFact.COVERED_DUTIES;
    }

    /** Months not due yet count neither way, also where they were answered already. */
    private List<Expected> duties(CountedFact fact, FactScope scope) {
        var today = order.today();
        return monthly
                .expected(new CollectionScope(null, null, scope.from(), scope.to(), new Scope(scope.agencies())))
                .stream()
                .filter(duty -> today.isAfter(duty.due().date()))
                .filter(duty ->
                        fact == CountedFact.REPORTING_DUTIES || duty.standing().answered())
                .toList();
    }

    private static String query(CountedFact fact) {
        return ROWS.formatted(
                switch (fact) {
                    case EXAMINED_ROWS -> "accepted + refused";
                    case TIMELY_ROWS -> "accepted - late";
                    default -> "accepted";
                });
    }

    private Map<String, ?> parameters(CountedFact fact) {
        var clocked = packs.today().items().values().stream()
                .filter(item -> item.reportingWorkingDays() > 0)
                .map(Item::id)
                .toArray(String[]::new);
        return Map.of(
                "onlyClocked", fact == CountedFact.CLOCKED_ROWS || fact == CountedFact.TIMELY_ROWS, "clocked", clocked);
    }

    private static Label label(@Nullable Item item, String id) {
        return item == null ? new Label(id, null) : item.label();
    }
}
