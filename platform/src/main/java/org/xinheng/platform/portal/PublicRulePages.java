package org.xinheng.platform.portal;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.TreeMap;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.xinheng.kernel.pack.Disposition;
import org.xinheng.kernel.pack.EntryState;
import org.xinheng.kernel.pack.Measure;
import org.xinheng.platform.packs.Packs;

/** The rules for everyone to read: what measures there are, and what is not done here (奖惩措施、拒绝事项). */
@Controller
class PublicRulePages {

    private final Packs packs;

    PublicRulePages(Packs packs) {
        this.packs = packs;
    }

    @GetMapping("/measures")
    String measures(Model model) {
        // What has effect stands before what only documents name.
        model.addAttribute(
                "families",
                packs.today().measures().values().stream()
                        .sorted(comparing(Measure::state))
                        .collect(groupingBy(Measure::family, TreeMap::new, toList())));
        return "portal/measures";
    }

    /** Conduct that documents name, and what became of it (失信行为). */
    @GetMapping("/rules/behaviours")
    String behaviours(Model model) {
        model.addAttribute("behaviours", packs.today().byDisposition());
        return "portal/behaviours";
    }

    /** Memoranda as groups of measures (合作备忘录). */
    @GetMapping("/rules/memoranda")
    String memoranda(Model model) {
        model.addAttribute("memoranda", packs.today().memoranda().values());
        return "portal/memoranda";
    }

    /** What is collected, where it goes, until when it must be public and how long it is kept (信息目录). */
    @GetMapping("/rules/items")
    String items(Model model) {
        model.addAttribute("rules", packs.today());
        return "portal/items";
    }

    @GetMapping("/refusals")
    String refusals(Model model) {
        var rules = packs.today();
        model.addAttribute("refusals", rules.refusals().values());
        model.addAttribute(
                "measures",
                rules.measures().values().stream()
                        .filter(measure -> measure.state() == EntryState.REFUSED)
                        .toList());
        model.addAttribute(
                "behaviours",
                rules.behaviours().values().stream()
                        .filter(behaviour -> behaviour.disposition() == Disposition.REFUSED)
                        .toList());
        return "portal/refusals";
    }
}
