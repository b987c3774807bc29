package org.xinheng.platform.console;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.xinheng.platform.access.Permission;
import org.xinheng.platform.catalogue.CarryOutRetention;
import org.xinheng.platform.catalogue.RetentionOverview;
import org.xinheng.platform.packs.Packs;
import org.xinheng.platform.shared.Actor;

/** How long things are kept, what was deleted by which rule, and what comes next (保存期限). */
@Controller
@RequestMapping("/console/retention")
class RetentionPages {

    private final RetentionOverview overview;
    private final CarryOutRetention carryOut;
    private final Packs packs;

    RetentionPages(RetentionOverview overview, CarryOutRetention carryOut, Packs packs) {
        this.overview = overview;
        this.carryOut = carryOut;
        this.packs = packs;
    }

    @GetMapping
    String retention(Actor actor, Model model) {
        model.addAttribute("overview", overview.of(actor));
        model.addAttribute("rules", packs.today().retention());
        model.addAttribute("ahead", RetentionOverview.DAYS_AHEAD);
        model.addAttribute("office", Permission.isCitysOffice(actor));
        return "console/retention";
    }

    @PostMapping("/{rule}")
    String carryOut(@PathVariable String rule, Actor actor, RedirectAttributes done) {
        done.addFlashAttribute("done", carryOut.byOfficer(rule, actor));
        return "redirect:/console/retention";
    }
}
