package org.xinheng.platform.console;

import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.xinheng.kernel.bulletin.BulletinDocument;
import org.xinheng.kernel.bulletin.BulletinWorkbook;
import org.xinheng.kernel.pack.PublicationClock.Site;
import org.xinheng.platform.access.Permission;
import org.xinheng.platform.access.Scope;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.catalogue.Catalogue;
import org.xinheng.platform.intake.CollectionBulletin;
import org.xinheng.platform.intake.CollectionCount;
import org.xinheng.platform.intake.CollectionScope;
import org.xinheng.platform.intake.CollectionStatistics;
import org.xinheng.platform.intake.IntakeSettings;
import org.xinheng.platform.intake.MonthlyReports;
import org.xinheng.platform.intake.ReportingDuties;
import org.xinheng.platform.packs.Packs;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.ItemId;
import org.xinheng.platform.shared.Role;

/** How collection goes (归集统计): the credit office sees every agency, an agency itself. */
@Controller
@RequestMapping("/console/collection")
class CollectionPages {

    private static final int MONTHS = 12;

    private final CollectionStatistics statistics;
    private final MonthlyReports monthly;
    private final CollectionBulletin bulletin;
    private final ReportingDuties duties;
    private final IntakeSettings settings;
    private final Catalogue catalogue;
    private final Packs packs;
    private final Order order;

    CollectionPages(
            CollectionStatistics statistics,
            MonthlyReports monthly,
            CollectionBulletin bulletin,
            ReportingDuties duties,
            IntakeSettings settings,
            Catalogue catalogue,
            Packs packs,
            Order order) {
        this.statistics = statistics;
        this.monthly = monthly;
        this.bulletin = bulletin;
        this.duties = duties;
        this.settings = settings;
        this.catalogue = catalogue;
        this.packs = packs;
        this.order = order;
    }

    /** A row of a table: of an agency, an item or a month. */
    record Line(String key, CollectionCount count, MonthlyReports.Coverage coverage) {}

    @GetMapping
    String collection(
            @RequestParam(required = false) @Nullable YearMonth from,
            @RequestParam(required = false) @Nullable YearMonth to,
            @RequestParam(required = false) @Nullable AgencyId agency,
            @RequestParam(required = false) @Nullable ItemId item,
            Actor actor,
            Model model) {
        var scope = scope(from, to, agency, item, actor);
        var lines = statistics.lines(scope);
        var expected = monthly.expected(scope);
        model.addAttribute("byAgency", byAgency(lines, expected));
        model.addAttribute("byItem", byItem(lines, expected));
        model.addAttribute("byMonth", byMonth(lines, expected));
        model.addAttribute(
                "sum",
                new Line(
                        "",
                        lines.stream()
                                .map(CollectionStatistics.Line::count)
                                .reduce(CollectionCount.NONE, CollectionCount::plus),
                        MonthlyReports.Coverage.of(expected)));
        model.addAttribute("clocks", statistics.clocks(scope, lines));
        model.addAttribute("expected", unanswered(expected));
        model.addAttribute("bulletinMonth", YearMonth.from(order.today()).minusMonths(1));
        frame(scope, actor, model);
        return "console/collection";
    }

    /** The rows behind a number. */
    @GetMapping("/rows")
    String rows(
            @RequestParam CollectionStatistics.Kind kind,
            @RequestParam(defaultValue = "CREDIT_SITE") Site site,
            @RequestParam(required = false) @Nullable YearMonth from,
            @RequestParam(required = false) @Nullable YearMonth to,
            @RequestParam(required = false) @Nullable AgencyId agency,
            @RequestParam(required = false) @Nullable ItemId item,
            @RequestParam(required = false) @Nullable String after,
            Actor actor,
            Model model) {
        var scope = scope(from, to, agency, item, actor);
        var found = statistics.rows(scope, kind, site, after);
        var shown = found.subList(0, Math.min(CollectionStatistics.ROWS, found.size()));
        model.addAttribute("rows", shown);
        model.addAttribute("kind", kind);
        model.addAttribute("site", site);
        model.addAttribute(
                "after",
                found.size() > CollectionStatistics.ROWS ? shown.getLast().cursor() : null);
        model.addAttribute("own", actor.agency());
        frame(scope, actor, model);
        return "console/collection-rows";
    }

    @GetMapping("/bulletin.docx")
    ResponseEntity<StreamingResponseBody> document(@RequestParam YearMonth month, Actor actor) {
        var written = bulletin.of(month, actor);
        return Download.of(
                "bulletin-" + month + ".docx", Download.DOCUMENT, out -> BulletinDocument.write(out, written));
    }

    @GetMapping("/bulletin.xlsx")
    ResponseEntity<StreamingResponseBody> workbook(@RequestParam YearMonth month, Actor actor) {
        var written = bulletin.of(month, actor);
        return Download.of(
                "bulletin-" + month + ".xlsx", Download.WORKBOOK, out -> BulletinWorkbook.write(out, written));
    }

    @GetMapping("/duties")
    String duties(Actor actor, Model model) {
        Permission.require(actor, Role.CREDIT_OFFICE);
        var seen = Scope.of(actor, packs.today());
        model.addAttribute("duties", duties.all());
        model.addAttribute("items", catalogue.items());
        model.addAttribute(
                "agencies",
                packs.today().agencies().values().stream()
                        .filter(one -> seen.covers(new AgencyId(one.id())))
                        .toList());
        model.addAttribute("thisMonth", YearMonth.from(order.today()));
        model.addAttribute("habit", settings.expectedMonths());
        return "console/collection-duties";
    }

    @PostMapping("/duties")
    String set(
            @RequestParam AgencyId agency,
            @RequestParam ItemId item,
            @RequestParam YearMonth from,
            @RequestParam(defaultValue = "false") boolean lifted,
            Actor actor) {
        if (lifted) {
            duties.lift(agency, item, from, actor);
        } else {
            duties.set(agency, item, from, null, actor);
        }
        return "redirect:/console/collection/duties";
    }

    /** The last twelve months unless asked otherwise. */
    private CollectionScope scope(
            @Nullable YearMonth from,
            @Nullable YearMonth to,
            @Nullable AgencyId agency,
            @Nullable ItemId item,
            Actor actor) {
        var last = to == null ? YearMonth.from(order.today()) : to;
        return CollectionScope.of(
                actor,
                packs.today(),
                agency == null || agency.value().isBlank() ? null : agency,
                item == null || item.value().isBlank() ? null : item,
                from == null ? last.minusMonths(MONTHS - 1) : from,
                last);
    }

    private void frame(CollectionScope scope, Actor actor, Model model) {
        model.addAttribute("scope", scope);
        model.addAttribute("all", CollectionScope.seesAll(actor));
        model.addAttribute("office", actor.may(Role.CREDIT_OFFICE));
        model.addAttribute("reports", actor.may(Role.REPORTER));
        model.addAttribute("items", catalogue.items());
        model.addAttribute(
                "agencies",
                packs.today().agencies().values().stream()
                        .filter(one -> scope.seen().covers(new AgencyId(one.id())))
                        .toList());
        model.addAttribute("monthlyDays", settings.monthlyWorkingDays());
    }

    private static List<MonthlyReports.Expected> unanswered(List<MonthlyReports.Expected> expected) {
        return expected.stream()
                .filter(one -> one.standing() == MonthlyReports.Standing.MISSING
                        || one.standing() == MonthlyReports.Standing.CONTRADICTED
                        || one.standing() == MonthlyReports.Standing.WAITING)
                .sorted(Comparator.comparing(MonthlyReports.Expected::standing)
                        .reversed()
                        .thenComparing(MonthlyReports.Expected::month))
                .toList();
    }

    private static List<Line> byAgency(List<CollectionStatistics.Line> lines, List<MonthlyReports.Expected> expected) {
        return lines(
                CollectionStatistics.by(lines, line -> line.agency().value()),
                expected.stream()
                        .collect(Collectors.groupingBy(one -> one.agency().value())));
    }

    private static List<Line> byItem(List<CollectionStatistics.Line> lines, List<MonthlyReports.Expected> expected) {
        return lines(
                CollectionStatistics.by(lines, line -> line.item().value()),
                expected.stream()
                        .collect(Collectors.groupingBy(one -> one.item().value())));
    }

    private static List<Line> byMonth(List<CollectionStatistics.Line> lines, List<MonthlyReports.Expected> expected) {
        return lines(
                CollectionStatistics.by(lines, line -> line.month().toString()),
                expected.stream()
                        .collect(Collectors.groupingBy(one -> one.month().toString())));
    }

    private static List<Line> lines(
            Map<String, CollectionCount> counts, Map<String, List<MonthlyReports.Expected>> expected) {
        var all = new TreeMap<>(counts);
        expected.keySet().forEach(key -> all.putIfAbsent(key, CollectionCount.NONE));
        return all.entrySet().stream()
                .map(entry -> new Line(
                        entry.getKey(),
                        entry.getValue(),
                        MonthlyReports.Coverage.of(expected.getOrDefault(entry.getKey(), List.of()))))
                .toList();
    }
}
