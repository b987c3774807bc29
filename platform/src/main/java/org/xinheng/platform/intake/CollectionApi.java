package org.xinheng.platform.intake;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.pack.PublicationClock.Site;
import org.xinheng.platform.packs.Packs;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.ItemId;

/** How collection goes, what was sent back, and months with nothing to report, for business systems. */
@RestController
@RequestMapping("/api/v1")
class CollectionApi {

    private static final int RETURNS = 500;

    private final CollectionStatistics statistics;
    private final MonthlyReports monthly;
    private final DeclareZeroReport zeroReport;
    private final Returns returns;
    private final SendBack sendBack;
    private final Packs packs;

    CollectionApi(
            CollectionStatistics statistics,
            MonthlyReports monthly,
            DeclareZeroReport zeroReport,
            Returns returns,
            SendBack sendBack,
            Packs packs) {
        this.statistics = statistics;
        this.monthly = monthly;
        this.zeroReport = zeroReport;
        this.returns = returns;
        this.sendBack = sendBack;
        this.packs = packs;
    }

    /** Rows by agency, item and month; shares in percent, null where there is nothing to divide by. */
    record CollectionLine(
            String agency,
            String item,
            String month,
            long submissions,
            long rows,
            long accepted,
            long refused,
            long duplicates,
            long late,
            @Nullable BigDecimal timely,
            @Nullable BigDecimal compliant) {}

    /** A month in which an item was to be reported. */
    record MonthlyReport(
            String agency,
            String item,
            String month,
            LocalDate due,
            boolean provisional,
            MonthlyReports.Standing standing) {}

    /** Accepted rows that have the clock of a site beside that of reporting, and those it had run out for when they came. */
    record SiteClock(
            String agency,
            String item,
            Site site,
            long clocked,
            long late,
            @Nullable BigDecimal timely) {}

    record Collection(List<CollectionLine> lines, List<SiteClock> clocks, List<MonthlyReport> expected) {}

    @GetMapping("/collection")
    Collection collection(
            @RequestParam YearMonth from,
            @RequestParam YearMonth to,
            @RequestParam(required = false) @Nullable String agency,
            @RequestParam(required = false) @Nullable String item,
            Actor actor) {
        var scope = CollectionScope.of(
                actor,
                packs.today(),
                agency == null ? null : new AgencyId(agency),
                item == null ? null : new ItemId(item),
                from,
                to);
        return new Collection(
                statistics.lines(scope).stream().map(CollectionApi::line).toList(),
                statistics.clocksByAgency(scope).stream()
                        .map(one -> new SiteClock(
                                one.agency().value(),
                                one.item().value(),
                                one.site(),
                                one.clocked(),
                                one.late(),
                                one.timely()))
                        .toList(),
                monthly.expected(scope).stream().map(CollectionApi::report).toList());
    }

    private static CollectionLine line(CollectionStatistics.Line line) {
        var count = line.count();
        return new CollectionLine(
                line.agency().value(),
                line.item().value(),
                line.month().toString(),
                count.submissions(),
                count.rows(),
                count.accepted(),
                count.refused(),
                count.duplicates(),
                count.late(),
                count.timely(),
                count.compliant());
    }

    private static MonthlyReport report(MonthlyReports.Expected one) {
        return new MonthlyReport(
                one.agency().value(),
                one.item().value(),
                one.month().toString(),
                one.due().date(),
                one.due().provisional(),
                one.standing());
    }

    /** The month declared empty, such as {@code 2026-10}. */
    record ZeroReport(@Nullable YearMonth month) {}

    /** Whether a month of an item stands as declared empty. */
    record ZeroReportStanding(String item, String month, boolean declared) {}

    @PostMapping("/items/{item}/zero-reports")
    @ResponseStatus(HttpStatus.CREATED)
    ZeroReportStanding declare(@PathVariable ItemId item, @RequestBody ZeroReport call, Actor actor) {
        if (call.month() == null) {
            throw new CreditException(IntakeError.MONTH_MISSING);
        }
        zeroReport.declare(item, call.month(), actor);
        return new ZeroReportStanding(item.value(), call.month().toString(), true);
    }

    @DeleteMapping("/items/{item}/zero-reports/{month}")
    ZeroReportStanding takeBack(@PathVariable ItemId item, @PathVariable YearMonth month, Actor actor) {
        zeroReport.takeBack(item, month, actor);
        return new ZeroReportStanding(item.value(), month.toString(), false);
    }

    /** What was sent back; {@code due} null unless it is to mend. */
    record Returned(
            UUID id,
            String agency,
            String item,
            @Nullable UUID submission,
            @Nullable UUID record,
            ReturnState state,
            LocalDate since,
            @Nullable LocalDate due,
            boolean overdue) {}

    record ReturnList(List<Returned> returns) {}

    /** Those not settled first, the soonest due first. */
    @GetMapping("/returns")
    ReturnList returns(Actor actor) {
        return new ReturnList(returns.list(actor, RETURNS).stream()
                .map(CollectionApi::returned)
                .toList());
    }

    @GetMapping("/returns/{id}")
    Returned one(@PathVariable String id, Actor actor) {
        return returned(returns.get(id(id), actor));
    }

    /** What the agency says to a return it does not mend by a submission. */
    record Answer(@Nullable String words) {}

    @PostMapping("/returns/{id}/answer")
    Returned answer(@PathVariable String id, @RequestBody Answer call, Actor actor) {
        sendBack.answer(id(id), call.words() == null ? "" : call.words(), actor);
        return returned(returns.get(id(id), actor));
    }

    private static Returned returned(Returns.Return one) {
        return new Returned(
                one.id(),
                one.agency().value(),
                one.item().value(),
                one.submission() == null ? null : one.submission().value(),
                one.record() == null ? null : one.record().value(),
                one.state(),
                one.since(),
                one.due(),
                one.overdue());
    }

    /** What is no id is no return either. */
    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new CreditException(IntakeError.RETURN_NOT_FOUND);
        }
    }
}
