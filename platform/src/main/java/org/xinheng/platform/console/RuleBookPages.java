package org.xinheng.platform.console;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.xinheng.platform.packs.Packs;

/** What else the rules in force say, for officers: conduct, memoranda, items with their clocks and routes, matters. */
@Controller
@RequestMapping("/console/rules")
class RuleBookPages {

    private final Packs packs;

    RuleBookPages(Packs packs) {
        this.packs = packs;
    }

    @GetMapping("/behaviours")
    String behaviours(Model model) {
        model.addAttribute("behaviours", packs.today().byDisposition());
        return "console/behaviours";
    }

    @GetMapping("/memoranda")
    String memoranda(Model model) {
        model.addAttribute("memoranda", packs.today().memoranda().values());
        return "console/memoranda";
    }

    @GetMapping("/items")
    String items(Model model) {
        model.addAttribute("rules", packs.today());
        return "console/items";
    }

    @GetMapping("/matters")
    String matters(Model model) {
        model.addAttribute("matters", packs.today().matters().values());
        return "console/matters";
    }
}
