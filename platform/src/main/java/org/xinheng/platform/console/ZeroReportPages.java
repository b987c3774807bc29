package org.xinheng.platform.console;

import java.time.YearMonth;
import java.util.Comparator;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.xinheng.platform.access.Permission;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.catalogue.Catalogue;
import org.xinheng.platform.intake.CollectionScope;
import org.xinheng.platform.intake.DeclareZeroReport;
import org.xinheng.platform.intake.IntakeSettings;
import org.xinheng.platform.intake.MonthlyReports;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.ItemId;
import org.xinheng.platform.shared.Role;

/** An agency's months: reported, declared empty (零报告), or missing. */
@Controller
@RequestMapping("/console/zero-reports")
class ZeroReportPages {

    private static final int MONTHS = 6;

    private final MonthlyReports monthly;
    private final DeclareZeroReport zeroReport;
    private final Catalogue catalogue;
    private final IntakeSettings settings;
    private final Order order;

    ZeroReportPages(
            MonthlyReports monthly,
            DeclareZeroReport zeroReport,
            Catalogue catalogue,
            IntakeSettings settings,
            Order order) {
        this.monthly = monthly;
        this.zeroReport = zeroReport;
        this.catalogue = catalogue;
        this.settings = settings;
        this.order = order;
    }

    @GetMapping
    String months(Actor actor, Model model) {
        Permission.require(actor, Role.REPORTER);
        var thisMonth = YearMonth.from(order.today());
        model.addAttribute(
                "months",
                monthly.expected(CollectionScope.own(actor, thisMonth.minusMonths(MONTHS), thisMonth)).stream()
                        .sorted(Comparator.comparing(MonthlyReports.Expected::month)
                                .reversed())
                        .toList());
        model.addAttribute("thisMonth", thisMonth);
        model.addAttribute("lastMonth", thisMonth.minusMonths(1));
        model.addAttribute("items", catalogue.items());
        model.addAttribute("days", settings.monthlyWorkingDays());
        return "console/zero-reports";
    }

    @PostMapping
    String declare(@RequestParam ItemId item, @RequestParam YearMonth month, Actor actor) {
        zeroReport.declare(item, month, actor);
        return "redirect:/console/zero-reports";
    }

    @PostMapping("/taking-back")
    String takeBack(@RequestParam ItemId item, @RequestParam YearMonth month, Actor actor) {
        zeroReport.takeBack(item, month, actor);
        return "redirect:/console/zero-reports";
    }
}
