package org.xinheng.platform.console;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
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
import org.xinheng.platform.integrity.Campaign;
import org.xinheng.platform.integrity.CampaignState;
import org.xinheng.platform.integrity.Campaigns;
import org.xinheng.platform.integrity.NamedOrganisations;
import org.xinheng.platform.packs.Packs;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.Role;

/** Campaigns (专项治理): a rule finds organisations, each is seen to by evidence. */
@Controller
@RequestMapping("/console/integrity/campaigns")
class CampaignPages {

    private static final int PAGE = 10;

    private final Campaigns campaigns;
    private final NamedOrganisations subjects;
    private final Packs packs;
    private final Order order;
    private final IntegrityWords words;

    CampaignPages(Campaigns campaigns, NamedOrganisations subjects, Packs packs, Order order, IntegrityWords words) {
        this.campaigns = campaigns;
        this.subjects = subjects;
        this.packs = packs;
        this.order = order;
        this.words = words;
    }

    private static boolean mayOpen(Actor actor) {
        return actor.may(Role.CREDIT_OFFICE) || actor.may(Role.DETERMINER);
    }

    @GetMapping
    String list(@RequestParam(required = false) @Nullable UUID before, Actor actor, Model model) {
        return list(before, null, Map.of(), actor, model);
    }

    private String list(
            @Nullable UUID before, @Nullable String refusal, Map<String, String> typed, Actor actor, Model model) {
        var page = LedgerPage.of(
                campaigns.newest(actor, before, PAGE + 1), PAGE, "/console/integrity/campaigns", Campaign::id);
        var rules = packs.today();
        var today = order.today();
        model.addAttribute("campaigns", page.entries());
        model.addAttribute("mayOpen", mayOpen(actor));
        model.addAttribute("whole", AgencyId.CREDIT_OFFICE.equals(actor.agency()) && actor.may(Role.CREDIT_OFFICE));
        model.addAttribute("items", rules.items().values());
        model.addAttribute("agencies", rules.agencies().values());
        model.addAttribute(
                "documents",
                rules.documents().values().stream()
                        .filter(document -> document.inForceOn(today) && document.covers(rules.division()))
                        .toList());
        model.addAttribute("refusal", refusal);
        model.addAttribute("typed", typed);
        model.addAttribute("next", page.next());
        return "console/integrity-campaigns";
    }

    @PostMapping
    String open(
            @RequestParam Map<String, String> typed,
            Actor actor,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        var form = new IntegrityForm(typed);
        try {
            var id = campaigns.open(
                    new Campaigns.Planned(
                            form.text("title"),
                            form.text("purpose"),
                            form.text("document"),
                            form.text("article"),
                            form.text("item"),
                            Objects.requireNonNullElse(form.whole("atLeast"), 0),
                            Objects.requireNonNullElse(form.whole("months"), 0),
                            form.text("division"),
                            form.text("agency"),
                            form.day("due")),
                    actor);
            return "redirect:/console/integrity/campaigns/" + id;
        } catch (CreditException refusal) {
            return list(null, words.refused(refusal, response, locale), typed, actor, model);
        }
    }

    @GetMapping("/{id}")
    String one(@PathVariable UUID id, @RequestParam(defaultValue = "all") String show, Actor actor, Model model) {
        return one(id, show, null, null, Map.of(), actor, model);
    }

    private String one(
            UUID id,
            String show,
            @Nullable UUID refused,
            @Nullable String refusal,
            Map<String, String> typed,
            Actor actor,
            Model model) {
        var campaign = campaigns.get(id, actor);
        var rules = packs.today();
        var content = campaign.content();
        var document =
                content == null ? null : rules.documents().get(content.basis().document());
        List<Campaign.Found> shown = campaign.subjects().stream()
                .filter(found -> switch (show) {
                    case "open" -> found.open();
                    case "cleared" -> found.state() == CampaignState.CLEARED;
                    default -> true;
                })
                .toList();
        model.addAttribute("campaign", campaign);
        model.addAttribute("document", document);
        model.addAttribute("lapsed", document == null || !document.inForceOn(order.today()));
        model.addAttribute("show", show);
        model.addAttribute("found", shown);
        model.addAttribute(
                "subjects",
                subjects.get(shown.stream().map(Campaign.Found::subject).toList()));
        model.addAttribute(
                "maySee", mayOpen(actor) && campaign.agency().equals(actor.agency()) && campaign.closedOn() == null);
        model.addAttribute("mayFile", mayLookAtFiles(actor));
        model.addAttribute("refused", refused);
        model.addAttribute("refusal", refusal);
        model.addAttribute("typed", typed);
        return "console/integrity-campaign";
    }

    private static boolean mayLookAtFiles(Actor actor) {
        return actor.may(Role.REPORTER)
                || actor.may(Role.DETERMINER)
                || actor.may(Role.CREDIT_OFFICE)
                || actor.may(Role.AUDITOR);
    }

    @PostMapping("/{id}/searches")
    String again(@PathVariable UUID id, Actor actor, Model model, Locale locale, HttpServletResponse response) {
        try {
            campaigns.findAgain(id, actor);
            return "redirect:/console/integrity/campaigns/" + id;
        } catch (CreditException refusal) {
            return one(id, "all", null, words.refused(refusal, response, locale), Map.of(), actor, model);
        }
    }

    @PostMapping("/{id}/subjects/{found}/steps")
    String see(
            @PathVariable UUID id,
            @PathVariable UUID found,
            @RequestParam Map<String, String> typed,
            Actor actor,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        var form = new IntegrityForm(typed);
        try {
            campaigns.see(
                    id,
                    found,
                    form.choice("state", CampaignState.class, CampaignState.FOUND),
                    form.text("note"),
                    form.lines("evidence"),
                    actor);
            return "redirect:/console/integrity/campaigns/" + id + "#found-" + found;
        } catch (CreditException refusal) {
            return one(id, "all", found, words.refused(refusal, response, locale), new HashMap<>(typed), actor, model);
        }
    }

    @PostMapping("/{id}/closing")
    String close(
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            Actor actor,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        try {
            campaigns.close(id, typed.get("report"), actor);
            return "redirect:/console/integrity/campaigns/" + id;
        } catch (CreditException refusal) {
            return one(id, "all", null, words.refused(refusal, response, locale), typed, actor, model);
        }
    }
}
