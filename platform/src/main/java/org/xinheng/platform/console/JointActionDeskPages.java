package org.xinheng.platform.console;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.xinheng.kernel.CreditException;
import org.xinheng.platform.access.Permission;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.jointaction.Example;
import org.xinheng.platform.jointaction.Examples;
import org.xinheng.platform.jointaction.Forwarding;
import org.xinheng.platform.jointaction.ForwardingState;
import org.xinheng.platform.jointaction.Forwardings;
import org.xinheng.platform.jointaction.HonourReview;
import org.xinheng.platform.jointaction.HonourReviews;
import org.xinheng.platform.packs.Packs;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.Role;
import org.xinheng.platform.shared.SubjectId;
import org.xinheng.platform.subject.Subject;
import org.xinheng.platform.subject.Subjects;

/** What goes with joint action: honours to look at again, measures passed on, cases worth showing. */
@Controller
@RequestMapping("/console/joint-actions")
class JointActionDeskPages {

    private static final int PAGE = 30;

    private final HonourReviews honours;
    private final Forwardings forwardings;
    private final Examples examples;
    private final Subjects subjects;
    private final Packs packs;
    private final Order order;
    private final RefusalWords words;

    JointActionDeskPages(
            HonourReviews honours,
            Forwardings forwardings,
            Examples examples,
            Subjects subjects,
            Packs packs,
            Order order,
            RefusalWords words) {
        this.honours = honours;
        this.forwardings = forwardings;
        this.examples = examples;
        this.subjects = subjects;
        this.packs = packs;
        this.order = order;
        this.words = words;
    }

    private <T> Map<SubjectId, Subject> about(List<T> page, Function<T, SubjectId> subject) {
        return subjects.get(page.stream().map(subject).distinct().toList());
    }

    @GetMapping("/honours")
    String honours(@RequestParam(required = false) @Nullable UUID before, Actor actor, Model model) {
        return honours(before, null, null, actor, model);
    }

    private String honours(
            @Nullable UUID before, @Nullable UUID refused, @Nullable String refusal, Actor actor, Model model) {
        var page = honours.newest(actor, before, PAGE);
        model.addAttribute("reviews", page);
        model.addAttribute("subjects", about(page, HonourReview::subject));
        model.addAttribute("mine", actor.may(Role.CHECKER) ? actor.agency() : null);
        model.addAttribute("today", order.today());
        model.addAttribute("refused", refused);
        model.addAttribute("refusal", refusal);
        model.addAttribute(
                "next",
                page.size() < PAGE
                        ? null
                        : "/console/joint-actions/honours?before="
                                + page.getLast().id());
        return "console/honours";
    }

    @PostMapping("/honours/{id}/decisions")
    String decide(
            @PathVariable UUID id,
            @RequestParam HonourReview.Outcome outcome,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(required = false) @Nullable String decidedBy,
            @RequestParam(required = false) @Nullable String document,
            @RequestParam(required = false) @Nullable LocalDate informedOn,
            Actor actor,
            Model model,
            Locale locale) {
        try {
            honours.decide(id, new HonourReviews.Given(outcome, reason, decidedBy, document, informedOn), actor);
            return "redirect:/console/joint-actions/honours#review-" + id;
        } catch (CreditException refusal) {
            return honours(null, id, words.of(refusal, locale), actor, model);
        }
    }

    @GetMapping("/forwardings")
    String forwardings(@RequestParam(required = false) @Nullable UUID before, Actor actor, Model model) {
        return forwardings(before, null, null, actor, model);
    }

    private String forwardings(
            @Nullable UUID before, @Nullable UUID refused, @Nullable String refusal, Actor actor, Model model) {
        var page = forwardings.newest(actor, before, PAGE);
        model.addAttribute("forwardings", page);
        model.addAttribute("subjects", about(page, Forwarding::subject));
        model.addAttribute("measures", packs.today().measures());
        model.addAttribute("mayRecord", Permission.isCitysOffice(actor));
        model.addAttribute("today", order.today());
        model.addAttribute("refused", refused);
        model.addAttribute("refusal", refusal);
        model.addAttribute(
                "next",
                page.size() < PAGE
                        ? null
                        : "/console/joint-actions/forwardings?before="
                                + page.getLast().id());
        return "console/forwardings";
    }

    @PostMapping("/forwardings/{id}/steps")
    String record(
            @PathVariable UUID id,
            @RequestParam ForwardingState state,
            @RequestParam LocalDate on,
            @RequestParam(required = false) @Nullable String document,
            @RequestParam(required = false) @Nullable String note,
            Actor actor,
            Model model,
            Locale locale) {
        try {
            forwardings.record(id, state, on, new Forwarding.Said(document, note), actor);
            return "redirect:/console/joint-actions/forwardings#forwarding-" + id;
        } catch (CreditException refusal) {
            return forwardings(null, id, words.of(refusal, locale), actor, model);
        }
    }

    @GetMapping("/examples")
    String examples(Actor actor, Model model) {
        return examples((String) null, actor, model);
    }

    private String examples(@Nullable String refusal, Actor actor, Model model) {
        var shown = examples.shown(actor);
        model.addAttribute("examples", shown);
        model.addAttribute("subjects", about(shown, Example::subject));
        model.addAttribute("office", actor.may(Role.CREDIT_OFFICE));
        model.addAttribute("mine", actor.agency());
        model.addAttribute("me", actor.id());
        model.addAttribute("refusal", refusal);
        return "console/examples";
    }

    @PostMapping("/examples/{id}/steps")
    String move(@PathVariable UUID id, @RequestParam Example.State state, Actor actor, Model model, Locale locale) {
        try {
            examples.move(id, state, actor);
            return "redirect:/console/joint-actions/examples";
        } catch (CreditException refusal) {
            return examples(words.of(refusal, locale), actor, model);
        }
    }
}
