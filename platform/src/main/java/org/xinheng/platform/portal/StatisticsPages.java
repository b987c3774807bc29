package org.xinheng.platform.portal;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.xinheng.platform.jointaction.Feedback;

/** Sums over the whole city for everyone (统计): charts where people would rather look, tables with the same numbers. */
@Controller
class StatisticsPages {

    private final CityStatistics statistics;

    StatisticsPages(CityStatistics statistics) {
        this.statistics = statistics;
    }

    @GetMapping("/statistics")
    String statistics(Model model) {
        model.addAttribute("counted", statistics.today());
        model.addAttribute("outcomes", Feedback.Outcome.values());
        return "portal/statistics";
    }
}
