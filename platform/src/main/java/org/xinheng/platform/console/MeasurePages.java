package org.xinheng.platform.console;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.TreeMap;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.xinheng.kernel.pack.Measure;
import org.xinheng.platform.packs.Packs;

/** All measures of the rules in force, for officers (奖惩措施). */
@Controller
class MeasurePages {

    private final Packs packs;

    MeasurePages(Packs packs) {
        this.packs = packs;
    }

    @GetMapping("/console/measures")
    String measures(Model model) {
        var rules = packs.today();
        model.addAttribute("rules", rules);
        model.addAttribute(
                "families",
                rules.measures().values().stream().collect(groupingBy(Measure::family, TreeMap::new, toList())));
        return "console/measures";
    }
}
