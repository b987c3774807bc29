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
import org.xinheng.kernel.ErrorCode;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.casework.Papers;
import org.xinheng.platform.listing.ConsultOnRules;
import org.xinheng.platform.listing.ListingError;
import org.xinheng.platform.listing.RulesOfLists;
import org.xinheng.platform.listing.RulesState;
import org.xinheng.platform.packs.Packs;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.ListId;

/** The rules of a list on their way to the public: consultation, comments, publication (认定规则公开征求意见). */
@Controller
@RequestMapping("/console/lists")
class RulesPages {

    private final ConsultOnRules consult;
    private final RulesOfLists rules;
    private final Papers papers;
    private final Packs packs;
    private final Order order;
    private final RefusalWords refusals;

    RulesPages(
            ConsultOnRules consult,
            RulesOfLists rules,
            Papers papers,
            Packs packs,
            Order order,
            RefusalWords refusals) {
        this.consult = consult;
        this.rules = rules;
        this.papers = papers;
        this.packs = packs;
        this.order = order;
        this.refusals = refusals;
    }

    @GetMapping("/rules/{id}")
    String show(@PathVariable UUID id, Actor actor, Model model) {
        return show(id, "", Map.of(), null, actor, model);
    }

    @PostMapping("/{list}/rules")
    String open(@PathVariable String list, @RequestParam(defaultValue = "") String text, Actor actor) {
        return "redirect:/console/lists/rules/" + consult.open(new ListId(list), text, actor);
    }

    @PostMapping("/rules/{id}/{act}")
    String act(
            @PathVariable UUID id,
            @PathVariable String act,
            @RequestParam Map<String, String> form,
            Actor actor,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        try {
            take(id, act, form, actor);
        } catch (CreditException refusal) {
            if (refusal.code().kind() == ErrorCode.Kind.MISSING) {
                throw refusal;
            }
            response.setStatus(422);
            return show(id, act, form, refusals.of(refusal, locale), actor, model);
        }
        return "redirect:/console/lists/rules/" + id;
    }

    private void take(UUID id, String act, Map<String, String> form, Actor actor) {
        var text = form.getOrDefault("text", "");
        switch (act) {
            case "comment" ->
                consult.comment(
                        id,
                        DeterminationPages.day(form.get("day"), order.today()),
                        text,
                        form.getOrDefault("answer", ""),
                        actor);
            case "close" -> consult.close(id, text, actor);
            case "publish" -> consult.publish(id, form.getOrDefault("number", ""), text, actor);
            case "withdraw" -> consult.withdraw(id, text, actor);
            default -> throw new CreditException(ListingError.RULES_NOT_FOUND, id);
        }
    }

    private String show(
            UUID id, String acted, Map<String, String> typed, @Nullable String refusal, Actor actor, Model model) {
        ListDefinitionPages.requireOfficer(actor);
        var wording = rules.get(id);
        var list = packs.today().lists().get(wording.list().value());
        boolean owner = wording.agency().equals(actor.agency());
        boolean opener = wording.openedBy().equals(actor.id());
        model.addAttribute("wording", wording);
        model.addAttribute("list", list);
        model.addAttribute("current", list != null && wording.fingerprint().equals(RulesOfLists.fingerprint(list)));
        model.addAttribute(
                "fromAbove", packs.today().rulesFromAbove(wording.list().value(), order.today()));
        model.addAttribute("papers", papers.of(id));
        model.addAttribute("mayHandle", owner && actor.may(RulesState.CONSULTED.role()));
        model.addAttribute(
                "mayPublish",
                owner && !opener && actor.may(RulesState.PUBLISHED.role()) && wording.state() == RulesState.CONSULTED);
        model.addAttribute("yours", owner && opener && wording.state() == RulesState.CONSULTED);
        model.addAttribute("acted", acted);
        model.addAttribute("typed", typed);
        model.addAttribute("refusal", refusal);
        model.addAttribute("today", order.today());
        return "console/list-rules";
    }
}
