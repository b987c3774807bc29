package org.xinheng.platform.console;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.xinheng.kernel.CreditException;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.integrity.DecisionStep;
import org.xinheng.platform.integrity.MajorDecision;
import org.xinheng.platform.integrity.MajorDecisions;
import org.xinheng.platform.integrity.Materials;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.Role;

/** Major decisions and their five steps (重大行政决策). */
@Controller
@RequestMapping("/console/integrity/decisions")
class DecisionPages {

    private static final int PAGE = 30;

    private final MajorDecisions decisions;
    private final Materials materials;
    private final Order order;
    private final IntegrityWords words;

    DecisionPages(MajorDecisions decisions, Materials materials, Order order, IntegrityWords words) {
        this.decisions = decisions;
        this.materials = materials;
        this.order = order;
        this.words = words;
    }

    @GetMapping
    String list(@RequestParam(required = false) @Nullable UUID before, Actor actor, Model model) {
        return list(before, null, Map.of(), actor, model);
    }

    private String list(
            @Nullable UUID before, @Nullable String refusal, Map<String, String> typed, Actor actor, Model model) {
        var page = LedgerPage.of(
                decisions.newest(actor, before, PAGE + 1), PAGE, "/console/integrity/decisions", MajorDecision::id);
        model.addAttribute("decisions", page.entries());
        model.addAttribute("steps", DecisionStep.values());
        model.addAttribute("mayOpen", actor.may(Role.REPORTER));
        model.addAttribute("refusal", refusal);
        model.addAttribute("typed", typed);
        model.addAttribute("next", page.next());
        return "console/integrity-decisions";
    }

    @PostMapping
    String open(
            @RequestParam Map<String, String> typed,
            Actor actor,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        try {
            return "redirect:/console/integrity/decisions/" + decisions.open(typed.get("title"), actor);
        } catch (CreditException refusal) {
            return list(null, words.refused(refusal, response, locale), typed, actor, model);
        }
    }

    @GetMapping("/{id}")
    String one(@PathVariable UUID id, Actor actor, Model model) {
        return one(id, null, Map.of(), actor, model);
    }

    private String one(UUID id, @Nullable String refusal, Map<String, String> typed, Actor actor, Model model) {
        var decision = decisions.get(id, actor);
        model.addAttribute("decision", decision);
        model.addAttribute("steps", DecisionStep.values());
        model.addAttribute("materials", materials.of(id));
        model.addAttribute("mine", actor.may(Role.REPORTER) && decision.agency().equals(actor.agency()));
        model.addAttribute("today", order.today());
        model.addAttribute("refusal", refusal);
        model.addAttribute("typed", typed);
        return "console/integrity-decision";
    }

    @PostMapping("/{id}/steps")
    String document(
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            Actor actor,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        var form = new IntegrityForm(typed);
        try {
            decisions.document(
                    id,
                    form.choice("step", DecisionStep.class, DecisionStep.PUBLIC_PARTICIPATION),
                    form.day("on"),
                    form.text("document"),
                    form.text("number"),
                    !form.ticked("unneeded"),
                    actor);
            return "redirect:/console/integrity/decisions/" + id;
        } catch (CreditException refusal) {
            return one(id, words.refused(refusal, response, locale), typed, actor, model);
        }
    }
}
