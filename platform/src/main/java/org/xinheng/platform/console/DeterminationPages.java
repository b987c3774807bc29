package org.xinheng.platform.console;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
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
import org.xinheng.kernel.identifier.IdType;
import org.xinheng.kernel.pack.ResponsibleRole;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.console.PersonDoor.Grounds;
import org.xinheng.platform.disclosure.SubjectAsked;
import org.xinheng.platform.listing.Act;
import org.xinheng.platform.listing.Conduct;
import org.xinheng.platform.listing.Determination;
import org.xinheng.platform.listing.DeterminationQueries;
import org.xinheng.platform.listing.ListingError;
import org.xinheng.platform.listing.ProposeNamedPerson;
import org.xinheng.platform.packs.Packs;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.DeterminationId;
import org.xinheng.platform.shared.Written;
import org.xinheng.platform.subject.Identity;

/** One determination: where it stands, the next step for whom it is, what was done (认定). */
@Controller
@RequestMapping("/console/determinations")
class DeterminationPages {

    private static final String HANDLING = "办理名单认定";

    private final DeterminationQueries queries;
    private final DeterminationSteps steps;
    private final ProposeNamedPerson proposePerson;
    private final Conduct conduct;
    private final RefusalWords refusals;
    private final Order order;
    private final PersonDoor door;
    private final Packs packs;

    DeterminationPages(
            DeterminationQueries queries,
            DeterminationSteps steps,
            ProposeNamedPerson proposePerson,
            Conduct conduct,
            RefusalWords refusals,
            Order order,
            PersonDoor door,
            Packs packs) {
        this.door = door;
        this.packs = packs;
        this.proposePerson = proposePerson;
        this.conduct = conduct;
        this.queries = queries;
        this.steps = steps;
        this.refusals = refusals;
        this.order = order;
    }

    @GetMapping("/{id}")
    String show(@PathVariable UUID id, Actor actor, Model model) {
        return show(new DeterminationId(id), actor, "", Map.of(), null, model);
    }

    /** Takes a step; refused, the page comes back with the reason and what was typed. */
    @PostMapping("/{id}/{act}")
    String act(
            @PathVariable UUID id,
            @PathVariable Act act,
            @RequestParam Map<String, String> form,
            Actor actor,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        var determination = new DeterminationId(id);
        try {
            steps.take(determination, act, form, actor);
        } catch (CreditException refusal) {
            if (refusal.code().kind() == ErrorCode.Kind.MISSING) {
                throw refusal;
            }
            response.setStatus(422);
            return show(determination, actor, act.name(), form, refusals.of(refusal, locale), model);
        }
        return "redirect:/console/determinations/" + id;
    }

    /** Proposes a person together with the organisation; what is typed of a person comes back without it. */
    @PostMapping("/{id}/persons")
    String person(
            @PathVariable UUID id,
            @RequestParam ResponsibleRole as,
            @RequestParam IdType idType,
            @RequestParam String number,
            @RequestParam String name,
            @RequestParam String facts,
            Actor actor,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        var determination = new DeterminationId(id);
        try {
            var asked = new SubjectAsked(null, idType, number, name).identity(order.today());
            if (!(asked instanceof Identity.Person person)) {
                throw new IllegalStateException("a certificate that is no person's: " + idType);
            }
            var proposed = proposePerson.propose(determination, person, as, facts, actor);
            return "redirect:/console/determinations/" + proposed;
        } catch (CreditException refusal) {
            if (refusal.code().kind() == ErrorCode.Kind.MISSING) {
                throw refusal;
            }
            response.setStatus(422);
            var typed = Map.of("facts", facts);
            return show(determination, actor, "PERSON", typed, refusals.of(refusal, locale), model);
        }
    }

    private String show(
            DeterminationId id,
            Actor actor,
            String acted,
            Map<String, String> typed,
            @Nullable String refusal,
            Model model) {
        var view = queries.view(id, actor);
        boolean handles = view.determination().agency().equals(actor.agency())
                || view.determination().proposedFor().equals(actor.agency());
        if (!opens(view, handles, actor, model)) {
            return PersonDoor.PAGE;
        }
        var past = view.determination().steps().stream()
                .map(Determination.Step::state)
                .collect(Collectors.toSet());
        model.addAttribute("view", view);
        model.addAttribute("names", handles);
        model.addAttribute("conduct", conduct.of(view.determination().id()));
        model.addAttribute(
                "diagram", CourseDiagram.of(view.list(), view.determination().state(), past));
        model.addAttribute("acted", acted);
        model.addAttribute("typed", typed);
        model.addAttribute("idTypes", IdType.values());
        model.addAttribute("refusal", refusal);
        model.addAttribute("today", order.today());
        return "console/determination";
    }

    /** Whoever handles it looks on its own ground, also at the persons proposed with it; anybody else states one. */
    private boolean opens(DeterminationQueries.View view, boolean handles, Actor actor, Model model) {
        var list = view.list();
        var ground = Grounds.of(handles ? HANDLING : "", list.label().zh(), list.basis(), packs.today());
        var id = view.determination().id();
        if (view.subject().kind().personal()
                && !door.opens(id.value(), view.subject().id(), ground, actor, model)) {
            return false;
        }
        if (handles) {
            for (var person : view.persons()) {
                if (!door.opens(person.id().value(), person.subject(), ground, actor, model)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** A day as a form sends it; refuses what is none. */
    static LocalDate day(@Nullable String text, LocalDate today) {
        var day = Written.day(text);
        if (day == null) {
            throw new CreditException(ListingError.DAY_OUT_OF_ORDER, today);
        }
        return day;
    }
}
