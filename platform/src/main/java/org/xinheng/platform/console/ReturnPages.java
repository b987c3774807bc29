package org.xinheng.platform.console;

import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.xinheng.kernel.CreditException;
import org.xinheng.platform.access.Scope;
import org.xinheng.platform.intake.IntakeSettings;
import org.xinheng.platform.intake.Returns;
import org.xinheng.platform.intake.SendBack;
import org.xinheng.platform.packs.Packs;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.Role;

/** What was sent back to be mended (退回办理): the agency mends or answers, the credit office settles. */
@Controller
@RequestMapping("/console/returns")
class ReturnPages {

    private static final int LIMIT = 200;

    private final Returns returns;
    private final SendBack sendBack;
    private final IntakeSettings settings;
    private final Packs packs;
    private final RefusalWords refusalWords;

    ReturnPages(Returns returns, SendBack sendBack, IntakeSettings settings, Packs packs, RefusalWords refusalWords) {
        this.returns = returns;
        this.sendBack = sendBack;
        this.settings = settings;
        this.packs = packs;
        this.refusalWords = refusalWords;
    }

    @GetMapping
    String list(Actor actor, Model model) {
        var found = returns.list(actor, LIMIT);
        model.addAttribute("returns", found);
        model.addAttribute(
                "overdue", found.stream().filter(Returns.Return::overdue).count());
        model.addAttribute("days", settings.mendWorkingDays());
        model.addAttribute("office", actor.may(Role.CREDIT_OFFICE));
        var seen = Scope.of(actor, packs.today());
        model.addAttribute(
                "agencies",
                packs.today().agencies().values().stream()
                        .filter(one -> seen.covers(new AgencyId(one.id())))
                        .toList());
        model.addAttribute("full", found.size() == LIMIT);
        model.addAttribute("limit", LIMIT);
        return "console/returns";
    }

    @GetMapping("/{id}")
    String one(@PathVariable UUID id, Actor actor, Model model) {
        var found = returns.get(id, actor);
        model.addAttribute("sentBack", found);
        model.addAttribute("steps", returns.steps(found));
        model.addAttribute("mine", found.agency().equals(actor.agency()) && actor.may(Role.REPORTER));
        model.addAttribute("office", actor.may(Role.CREDIT_OFFICE));
        model.addAttribute("days", settings.mendWorkingDays());
        return "console/return";
    }

    /** The credit office sends a decision's records back; with a refusal the page again, with what was typed. */
    @PostMapping
    String decision(
            @RequestParam AgencyId agency,
            @RequestParam String document,
            @RequestParam String reason,
            Actor actor,
            Locale locale,
            Model model) {
        try {
            return "redirect:/console/returns/"
                    + sendBack.decision(agency, document, reason, actor).getFirst();
        } catch (CreditException refusal) {
            model.addAttribute("refusal", refusalWords.of(refusal, locale));
            model.addAttribute("agency", agency);
            model.addAttribute("document", document);
            model.addAttribute("reason", reason);
            return list(actor, model);
        }
    }

    @PostMapping("/{id}/answer")
    String answer(@PathVariable UUID id, @RequestParam String words, Actor actor) {
        sendBack.answer(id, words, actor);
        return "redirect:/console/returns/" + id;
    }

    @PostMapping("/{id}/settlement")
    String settle(@PathVariable UUID id, Actor actor) {
        sendBack.settle(id, actor);
        return "redirect:/console/returns/" + id;
    }

    @PostMapping("/{id}/again")
    String again(@PathVariable UUID id, @RequestParam String reason, Actor actor) {
        sendBack.again(id, reason, actor);
        return "redirect:/console/returns/" + id;
    }
}
