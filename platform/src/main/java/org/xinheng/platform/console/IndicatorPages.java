package org.xinheng.platform.console;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.pack.Agency;
import org.xinheng.kernel.pack.Indicator;
import org.xinheng.kernel.pack.Label;
import org.xinheng.kernel.pack.Layer;
import org.xinheng.kernel.pack.Pack;
import org.xinheng.platform.access.Scope;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.indicator.FactScope;
import org.xinheng.platform.indicator.Figure;
import org.xinheng.platform.indicator.IndicatorError;
import org.xinheng.platform.indicator.Indicators;
import org.xinheng.platform.packs.Packs;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.Role;

/**
 * Indicators (指标): the city's credit office and auditors see every agency's figures, a county's credit office its
 * division's, an agency its own.
 */
@Controller
@RequestMapping("/console/indicators")
class IndicatorPages {

    private static final int MONTHS = 12;

    /** Pages of these show a thing to its own agency alone. */
    private static final List<String> OWN = List.of("/console/submissions/", "/console/checks/");

    private final Indicators indicators;
    private final Packs packs;
    private final Order order;

    IndicatorPages(Indicators indicators, Packs packs, Order order) {
        this.indicators = indicators;
        this.packs = packs;
        this.order = order;
    }

    /**
     * An indicator in the list.
     *
     * @param now figure of the month, quarter or year that runs
     * @param lately figure of the months asked about
     */
    record Line(
            Indicator indicator,
            boolean measured,
            @Nullable Figure now,
            @Nullable Figure lately) {}

    /** One bar and row: of an agency, a division or a month. */
    record Bar(String key, Label label, Figure figure) {}

    /** What was asked about: the months, and the agencies the actor may see of those asked for. */
    record Asked(
            YearMonth from,
            YearMonth to,
            @Nullable AgencyId agency,
            @Nullable String division,
            @Nullable Set<AgencyId> agencies) {

        FactScope scope() {
            return new FactScope(from, to, agencies);
        }
    }

    @GetMapping
    String list(
            @RequestParam(required = false) @Nullable YearMonth from,
            @RequestParam(required = false) @Nullable YearMonth to,
            Actor actor,
            Model model) {
        var asked = asked(from, to, null, null, actor);
        var today = YearMonth.from(order.today());
        model.addAttribute(
                "lines",
                indicators.all().stream()
                        .map(one -> indicators.isMeasured(one)
                                ? new Line(
                                        one,
                                        true,
                                        indicators.figure(
                                                one,
                                                new FactScope(first(one.period(), today), today, asked.agencies())),
                                        indicators.figure(one, asked.scope()))
                                : new Line(one, false, null, null))
                        .toList());
        frame(asked, actor, model);
        return "console/indicators";
    }

    @GetMapping("/{id}")
    String one(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable YearMonth from,
            @RequestParam(required = false) @Nullable YearMonth to,
            @RequestParam(required = false) @Nullable AgencyId agency,
            @RequestParam(required = false) @Nullable String division,
            Actor actor,
            Model model) {
        var indicator = indicators.get(id);
        var asked = asked(from, to, agency, division, actor);
        var rules = packs.today();
        var lines = indicators.lines(indicator, asked.scope());
        model.addAttribute("indicator", indicator);
        model.addAttribute("measured", indicators.isMeasured(indicator));
        model.addAttribute("sum", Indicators.sum(indicator, lines));
        model.addAttribute(
                "byAgency", bars(Indicators.by(lines, line -> line.agency().value()), key -> agency(key, rules)));
        model.addAttribute(
                "byDivision",
                bars(Indicators.by(lines, line -> division(line.agency(), rules)), key -> divisionLabel(key, rules)));
        model.addAttribute("byMonth", bars(months(indicator, lines, asked), key -> new Label(key, key)));
        frame(asked, actor, model);
        return "console/indicator";
    }

    /** The rows behind a figure. */
    @GetMapping("/{id}/rows")
    String rows(
            @PathVariable String id,
            @RequestParam(defaultValue = "false") boolean whole,
            @RequestParam(required = false) @Nullable YearMonth from,
            @RequestParam(required = false) @Nullable YearMonth to,
            @RequestParam(required = false) @Nullable AgencyId agency,
            @RequestParam(required = false) @Nullable String division,
            @RequestParam(required = false) @Nullable String after,
            Actor actor,
            Model model) {
        var indicator = indicators.get(id);
        var asked = asked(from, to, agency, division, actor);
        var found = indicators.rows(indicator, whole, asked.scope(), after);
        var shown = found.subList(0, Math.min(Indicators.ROWS, found.size()));
        var figure = indicators.figure(indicator, asked.scope());
        model.addAttribute("indicator", indicator);
        model.addAttribute("whole", whole && indicator.hasWhole());
        model.addAttribute("number", whole && figure.of() != null ? figure.of() : figure.counted());
        model.addAttribute("rows", shown);
        model.addAttribute(
                "links",
                shown.stream()
                        .map(row -> opens(row.link(), row.agency(), actor) ? row.link() : null)
                        .toList());
        model.addAttribute(
                "after", found.size() > Indicators.ROWS ? shown.getLast().cursor() : null);
        frame(asked, actor, model);
        return "console/indicator-rows";
    }

    private static boolean opens(@Nullable String link, AgencyId agency, Actor actor) {
        return link != null && (agency.equals(actor.agency()) || OWN.stream().noneMatch(link::startsWith));
    }

    /** The last twelve months unless asked otherwise; what the actor may not see is refused. */
    private Asked asked(
            @Nullable YearMonth from,
            @Nullable YearMonth to,
            @Nullable AgencyId agency,
            @Nullable String division,
            Actor actor) {
        if (actor.kind() != Actor.Kind.OFFICER) {
            throw new CreditException(IndicatorError.INDICATOR_NOT_YOURS);
        }
        var rules = packs.today();
        var seen = Scope.of(actor, rules);
        var last = to == null ? YearMonth.from(order.today()) : to;
        var first = from == null ? last.minusMonths(MONTHS - 1) : from;
        var oneAgency = agency == null || agency.value().isBlank() ? null : agency;
        var oneDivision = division == null || division.isBlank() ? null : division;
        if (oneAgency != null && !seen.covers(oneAgency)) {
            throw new CreditException(IndicatorError.INDICATOR_NOT_YOURS);
        }
        Set<AgencyId> agencies;
        if (oneAgency != null) {
            agencies = Set.of(oneAgency);
        } else if (oneDivision != null) {
            agencies = rules.agencies().values().stream()
                    .filter(one -> one.division().equals(oneDivision))
                    .map(one -> new AgencyId(one.id()))
                    .filter(seen::covers)
                    .collect(Collectors.toUnmodifiableSet());
        } else {
            agencies = seen.agencies();
        }
        return new Asked(first, last, oneAgency, oneDivision, agencies);
    }

    private void frame(Asked asked, Actor actor, Model model) {
        var rules = packs.today();
        var seen = Scope.of(actor, rules);
        model.addAttribute("asked", asked);
        model.addAttribute("several", actor.may(Role.CREDIT_OFFICE) || actor.may(Role.AUDITOR));
        model.addAttribute(
                "agencies",
                rules.agencies().values().stream()
                        .filter(one -> one.until() == null && seen.covers(new AgencyId(one.id())))
                        .toList());
        model.addAttribute(
                "divisions",
                rules.agencies().values().stream()
                        .filter(one -> one.until() == null && seen.covers(new AgencyId(one.id())))
                        .map(Agency::division)
                        .distinct()
                        .sorted()
                        .map(code -> new Bar(code, divisionLabel(code, rules), new Figure(0, null)))
                        .toList());
    }

    private static List<Bar> bars(Map<String, Figure> figures, Function<String, Label> label) {
        return figures.entrySet().stream()
                .map(entry -> new Bar(entry.getKey(), label.apply(entry.getKey()), entry.getValue()))
                .toList();
    }

    /** Every month asked about, also one in which nothing was counted. */
    private static Map<String, Figure> months(Indicator indicator, List<Indicators.Line> lines, Asked asked) {
        var found = Indicators.by(lines, line -> line.month().toString());
        var months = new ArrayList<String>();
        for (var month = asked.from(); !month.isAfter(asked.to()); month = month.plusMonths(1)) {
            months.add(month.toString());
        }
        if (!found.isEmpty()) {
            months.forEach(month -> found.putIfAbsent(month, Indicators.none(indicator)));
        }
        return found;
    }

    private static YearMonth first(Indicator.Span span, YearMonth today) {
        return switch (span) {
            case MONTH -> today;
            case QUARTER -> today.withMonth((today.getMonthValue() - 1) / 3 * 3 + 1);
            case YEAR -> today.withMonth(1);
        };
    }

    private static Label agency(String id, Pack rules) {
        var agency = rules.agencies().get(id);
        return agency == null ? new Label(id, null) : agency.label();
    }

    private static String division(AgencyId agency, Pack rules) {
        var known = rules.agencies().get(agency.value());
        return known == null ? rules.division() : known.division();
    }

    /** A division is called as its layer is, else as its government. */
    private static Label divisionLabel(String code, Pack rules) {
        return rules.layers().stream()
                .filter(layer -> layer.division().equals(code))
                .map(Layer::label)
                .findFirst()
                .or(() -> rules.agencies().values().stream()
                        .filter(one -> one.division().equals(code) && one.id().endsWith("-government"))
                        .map(Agency::label)
                        .findFirst())
                .orElseGet(() -> new Label(code, code));
    }
}
