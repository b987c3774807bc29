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
import org.xinheng.platform.access.AccessError;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.integrity.Activities;
import org.xinheng.platform.integrity.Activity;
import org.xinheng.platform.integrity.ActivityKind;
import org.xinheng.platform.integrity.Materials;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.Role;

/** Publicity and education (诚信宣传教育): what was done, where, by whom, with how many, and the material. */
@Controller
@RequestMapping("/console/integrity/activities")
class ActivityPages {

    private static final int PAGE = 30;

    private final Activities activities;
    private final Materials materials;
    private final Order order;
    private final IntegrityWords words;

    ActivityPages(Activities activities, Materials materials, Order order, IntegrityWords words) {
        this.activities = activities;
        this.materials = materials;
        this.order = order;
        this.words = words;
    }

    private static boolean mayEnter(Actor actor) {
        return actor.may(Role.REPORTER) || actor.may(Role.CREDIT_OFFICE);
    }

    private static void requireOfficer(Actor actor) {
        if (actor.kind() != Actor.Kind.OFFICER) {
            throw new CreditException(AccessError.OTHER_AGENCY);
        }
    }

    @GetMapping
    String list(@RequestParam(required = false) @Nullable UUID before, Actor actor, Model model) {
        return list(before, null, Map.of(), actor, model);
    }

    private String list(
            @Nullable UUID before, @Nullable String refusal, Map<String, String> typed, Actor actor, Model model) {
        requireOfficer(actor);
        var page =
                LedgerPage.of(activities.newest(before, PAGE + 1), PAGE, "/console/integrity/activities", Activity::id);
        model.addAttribute("activities", page.entries());
        model.addAttribute("kinds", ActivityKind.values());
        model.addAttribute("mayEnter", mayEnter(actor));
        model.addAttribute("today", order.today());
        model.addAttribute("refusal", refusal);
        model.addAttribute("typed", typed);
        model.addAttribute("next", page.next());
        return "console/integrity-activities";
    }

    @PostMapping
    String enter(
            @RequestParam Map<String, String> typed,
            Actor actor,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        var form = new IntegrityForm(typed);
        try {
            var id = activities.enter(
                    new Activities.Held(
                            form.choice("kind", ActivityKind.class, ActivityKind.OTHER),
                            form.text("title"),
                            form.day("on"),
                            form.text("place"),
                            form.text("organiser"),
                            form.whole("participants"),
                            form.text("summary"),
                            form.text("link")),
                    actor);
            return "redirect:/console/integrity/activities/" + id;
        } catch (CreditException refusal) {
            return list(null, words.refused(refusal, response, locale), typed, actor, model);
        }
    }

    @GetMapping("/{id}")
    String one(@PathVariable UUID id, Actor actor, Model model) {
        return one(id, null, actor, model);
    }

    private String one(UUID id, @Nullable String refusal, Actor actor, Model model) {
        requireOfficer(actor);
        var activity = activities.get(id);
        model.addAttribute("activity", activity);
        model.addAttribute("materials", materials.of(id));
        model.addAttribute(
                "mine", mayEnter(actor) && activity.agency().equals(actor.agency()) && !activity.withdrawn());
        model.addAttribute("refusal", refusal);
        return "console/integrity-activity";
    }

    @PostMapping("/{id}/withdrawal")
    String withdraw(
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            Actor actor,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        try {
            activities.withdraw(id, typed.get("reason"), actor);
            return "redirect:/console/integrity/activities/" + id;
        } catch (CreditException refusal) {
            return one(id, words.refused(refusal, response, locale), actor, model);
        }
    }
}
