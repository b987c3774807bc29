package org.xinheng.platform.console;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.intake.CodeQuality;
import org.xinheng.platform.intake.CollectionScope;
import org.xinheng.platform.intake.CollectionStatistics;
import org.xinheng.platform.packs.Packs;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.AgencyId;

/** Quality of unified social credit codes (重错码), with the rows to mend. */
@Controller
@RequestMapping("/console/code-quality")
class CodeQualityPages {

    private static final int MONTHS = 12;

    private final CodeQuality quality;
    private final CollectionStatistics statistics;
    private final Packs packs;
    private final Order order;

    CodeQualityPages(CodeQuality quality, CollectionStatistics statistics, Packs packs, Order order) {
        this.quality = quality;
        this.statistics = statistics;
        this.packs = packs;
        this.order = order;
    }

    @GetMapping
    String quality(
            @RequestParam(required = false) @Nullable YearMonth from,
            @RequestParam(required = false) @Nullable YearMonth to,
            @RequestParam(required = false) @Nullable AgencyId agency,
            Actor actor,
            Model model) {
        var last = to == null ? YearMonth.from(order.today()) : to;
        var scope = CollectionScope.of(
                actor,
                packs.today(),
                agency == null || agency.value().isBlank() ? null : agency,
                null,
                from == null ? last.minusMonths(MONTHS - 1) : from,
                last);
        model.addAttribute("scope", scope);
        model.addAttribute("all", CollectionScope.seesAll(actor));
        model.addAttribute("own", actor.agency());
        model.addAttribute(
                "agencies",
                packs.today().agencies().values().stream()
                        .filter(one -> scope.seen().covers(new AgencyId(one.id())))
                        .toList());
        model.addAttribute("lines", quality.lines(scope, statistics.lines(scope)));
        model.addAttribute("rows", quality.rows(scope));
        model.addAttribute("severalCodes", quality.oneNameSeveralCodes(scope));
        model.addAttribute("limit", CodeQuality.ROWS);
        return "console/code-quality";
    }
}
