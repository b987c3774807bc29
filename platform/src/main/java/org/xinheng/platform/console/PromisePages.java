package org.xinheng.platform.console;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
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
import org.xinheng.platform.integrity.IntegrityError;
import org.xinheng.platform.integrity.Materials;
import org.xinheng.platform.integrity.Milestone;
import org.xinheng.platform.integrity.NamedOrganisations;
import org.xinheng.platform.integrity.Promise;
import org.xinheng.platform.integrity.PromiseField;
import org.xinheng.platform.integrity.PromiseKind;
import org.xinheng.platform.integrity.PromiseStep;
import org.xinheng.platform.integrity.Promises;
import org.xinheng.platform.integrity.RecordDefault;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.Role;

/** Promises of government bodies (政府承诺): given, kept, missed. */
@Controller
@RequestMapping("/console/integrity/promises")
class PromisePages {

    private static final int PAGE = 30;

    private final Promises promises;
    private final RecordDefault recordDefault;
    private final Materials materials;
    private final NamedOrganisations subjects;
    private final Order order;
    private final IntegrityWords words;

    PromisePages(
            Promises promises,
            RecordDefault recordDefault,
            Materials materials,
            NamedOrganisations subjects,
            Order order,
            IntegrityWords words) {
        this.promises = promises;
        this.recordDefault = recordDefault;
        this.materials = materials;
        this.subjects = subjects;
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
                promises.newest(actor, before, PAGE + 1), PAGE, "/console/integrity/promises", Promise::id);
        model.addAttribute("promises", page.entries());
        model.addAttribute("today", order.today());
        model.addAttribute(
                "subjects",
                subjects.get(page.entries().stream()
                        .map(Promise::counterparty)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList()));
        model.addAttribute("kinds", PromiseKind.values());
        model.addAttribute("fields", PromiseField.values());
        model.addAttribute("mayGive", actor.may(Role.REPORTER));
        model.addAttribute("refusal", refusal);
        model.addAttribute("typed", typed);
        model.addAttribute("next", page.next());
        return "console/integrity-promises";
    }

    @PostMapping
    String give(
            @RequestParam Map<String, String> typed,
            Actor actor,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        var form = new IntegrityForm(typed);
        try {
            var id = promises.give(
                    new Promises.Given(
                            form.choice("kind", PromiseKind.class, PromiseKind.POLICY),
                            form.choice("field", PromiseField.class, PromiseField.OTHER),
                            form.text("title"),
                            form.text("text"),
                            form.text("document"),
                            form.day("madeOn"),
                            form.day("due"),
                            form.text("counterpartyCode"),
                            form.text("counterpartyName"),
                            form.ticked("published")),
                    actor);
            return "redirect:/console/integrity/promises/" + id;
        } catch (CreditException refusal) {
            return list(null, words.refused(refusal, response, locale), typed, actor, model);
        }
    }

    @GetMapping("/{id}")
    String one(@PathVariable UUID id, Actor actor, Model model) {
        return one(id, null, null, Map.of(), actor, model);
    }

    private String one(
            UUID id,
            @Nullable String refusal,
            @Nullable String act,
            Map<String, String> typed,
            Actor actor,
            Model model) {
        var promise = promises.get(id, actor);
        var content = promise.content();
        boolean mine = actor.may(Role.REPORTER) && promise.agency().equals(actor.agency());
        boolean office = actor.may(Role.CREDIT_OFFICE);
        boolean open = promise.state() == PromiseStep.State.OPEN;
        var today = order.today();
        var counterparty = promise.counterparty();
        var milestones = new LinkedHashMap<Milestone, LedgerStepShown>();
        if (content != null) {
            for (var milestone : Milestone.of(content.field())) {
                var step = promise.milestone(milestone);
                milestones.put(
                        milestone,
                        new LedgerStepShown(
                                step == null ? null : step.on().toString(),
                                step == null || step.said() == null
                                        ? ""
                                        : String.join("；", step.said().papers())));
            }
        }
        model.addAttribute("promise", promise);
        model.addAttribute(
                "counterparty",
                counterparty == null
                        ? null
                        : subjects.get(List.of(counterparty)).get(counterparty));
        model.addAttribute("milestones", milestones);
        model.addAttribute("materials", materials.of(id));
        model.addAttribute("today", today);
        model.addAttribute("mayReport", mine && open);
        model.addAttribute("mayExtend", mine && open && !today.isAfter(promise.due()));
        model.addAttribute(
                "mayMilestone", mine && !milestones.isEmpty() && promise.state() != PromiseStep.State.RELEASED);
        model.addAttribute("mine", mine);
        model.addAttribute(
                "mayReview",
                office
                        && promise.state() == PromiseStep.State.REPORTED
                        && !promise.steps().getLast().actor().equals(actor.id()));
        model.addAttribute(
                "mayRecord", office && promise.missed(today) && promise.state() != PromiseStep.State.REPORTED);
        model.addAttribute("refusal", refusal);
        model.addAttribute("act", act);
        model.addAttribute("typed", typed);
        return "console/integrity-promise";
    }

    /** A step on the way as the page shows it; {@code on} null while it is missing. */
    record LedgerStepShown(@Nullable String on, String papers) {}

    @PostMapping("/{id}/{act}")
    String act(
            @PathVariable UUID id,
            @PathVariable String act,
            @RequestParam Map<String, String> typed,
            Actor actor,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        var form = new IntegrityForm(typed);
        try {
            take(id, act, form, actor);
            return "redirect:/console/integrity/promises/" + id;
        } catch (CreditException refusal) {
            return one(id, words.refused(refusal, response, locale), act, typed, actor, model);
        }
    }

    private void take(UUID id, String act, IntegrityForm form, Actor actor) {
        switch (act) {
            case "reports" -> promises.report(id, form.day("on"), form.lines("papers"), form.text("note"), actor);
            case "extensions" -> promises.extend(id, form.day("due"), form.lines("papers"), form.text("reason"), actor);
            case "releases" -> promises.release(id, form.day("on"), form.lines("papers"), form.text("reason"), actor);
            case "milestones" ->
                promises.milestone(
                        id,
                        form.choice("milestone", Milestone.class, Milestone.REVIEW),
                        form.day("on"),
                        form.lines("papers"),
                        actor);
            case "reviews" -> promises.review(id, form.ticked("accept"), form.text("note"), actor);
            case "defaults" ->
                recordDefault.record(
                        id,
                        form.day("decidedOn"),
                        form.text("document"),
                        form.text("finding"),
                        form.text("responsible"),
                        actor);
            default -> throw new CreditException(IntegrityError.ENTRY_NOT_FOUND, id);
        }
    }
}
