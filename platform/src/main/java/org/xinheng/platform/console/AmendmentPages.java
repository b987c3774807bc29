package org.xinheng.platform.console;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
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
import org.xinheng.platform.access.Permission;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.console.PersonDoor.Grounds;
import org.xinheng.platform.disclosure.Authority;
import org.xinheng.platform.disclosure.Inquiry;
import org.xinheng.platform.disclosure.SubjectAsked;
import org.xinheng.platform.disclosure.SubjectFiles;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.Role;
import org.xinheng.platform.shared.SubjectId;
import org.xinheng.platform.subject.AmendSubject;
import org.xinheng.platform.subject.Amendment;
import org.xinheng.platform.subject.AmendmentKind;
import org.xinheng.platform.subject.SubjectError;
import org.xinheng.platform.subject.SubjectLife;
import org.xinheng.platform.subject.Subjects;

/** Changes to who or what a subject is: proposed by one officer, decided by another (主体变更). */
@Controller
@RequestMapping("/console/subjects")
class AmendmentPages {

    private static final String PURPOSE = "主体变更";

    private final AmendSubject amend;
    private final SubjectFiles files;
    private final Subjects subjects;
    private final SubjectLife life;
    private final Order order;
    private final RefusalWords refusals;
    private final PersonDoor door;

    AmendmentPages(
            AmendSubject amend,
            SubjectFiles files,
            Subjects subjects,
            SubjectLife life,
            Order order,
            RefusalWords refusals,
            PersonDoor door) {
        this.amend = amend;
        this.files = files;
        this.subjects = subjects;
        this.life = life;
        this.order = order;
        this.refusals = refusals;
        this.door = door;
    }

    /** Those that wait for the officer's agency. */
    @GetMapping("/amendments")
    String waiting(Actor actor, Model model) {
        Permission.require(actor, Role.CREDIT_OFFICE);
        var waiting = amend.waiting(actor.requiredAgency());
        model.addAttribute("waiting", waiting);
        model.addAttribute(
                "about",
                subjects.get(waiting.stream()
                        .flatMap(one -> Stream.of(one.subject(), one.other()))
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList()));
        return "console/subject-amendments";
    }

    @GetMapping("/amendments/{id}")
    String one(@PathVariable UUID id, Actor actor, Model model) {
        return one(id, null, actor, model);
    }

    @PostMapping("/amendments/{id}/decision")
    String decide(
            @PathVariable UUID id,
            @RequestParam boolean granted,
            Actor actor,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        try {
            amend.decide(id, granted, actor);
        } catch (CreditException refusal) {
            if (refusal.code().kind() == ErrorCode.Kind.MISSING) {
                throw refusal;
            }
            response.setStatus(422);
            return one(id, refusals.of(refusal, locale), actor, model);
        }
        return "redirect:/console/subjects/amendments/" + id;
    }

    private String one(UUID id, @Nullable String refusal, Actor actor, Model model) {
        Permission.require(actor, Role.CREDIT_OFFICE);
        var found = amend.find(id);
        Permission.requireAgency(actor, found.agency());
        var subject = subjects.get(found.subject());
        var other = found.other() == null ? null : subjects.get(found.other());
        // What it was proposed on is what it is decided on.
        var ground = new Grounds(PURPOSE, PURPOSE, found.ground());
        for (var person : Stream.of(subject, other).filter(Objects::nonNull).toList()) {
            if (person.kind().personal() && !door.opens(id, person.id(), ground, actor, model)) {
                return PersonDoor.PAGE;
            }
        }
        model.addAttribute("one", found);
        model.addAttribute("subject", subject);
        model.addAttribute("other", other);
        model.addAttribute(
                "open",
                amend.waiting(found.subject()).stream()
                        .anyMatch(open -> open.id().equals(id)));
        model.addAttribute("yours", found.proposedBy().equals(actor.id()));
        model.addAttribute("refusal", refusal);
        return "console/subject-amendment";
    }

    @GetMapping("/{id}/amendments")
    String form(@PathVariable SubjectId id, Actor actor, Model model) {
        return form(id, "", Map.of(), null, actor, model);
    }

    @PostMapping("/{id}/amendments")
    String propose(
            @PathVariable SubjectId id,
            @RequestParam AmendmentKind kind,
            @RequestParam Map<String, String> form,
            Actor actor,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        try {
            Permission.requireCitysOffice(actor);
            var amendment = amendment(kind, form, actor);
            var proposed = amend.propose(id, amendment, form.getOrDefault("ground", ""), actor);
            return "redirect:/console/subjects/amendments/" + proposed;
        } catch (CreditException refusal) {
            Permission.requireCitysOffice(actor);
            response.setStatus(422);
            // A person's name and number do not come back.
            var typed = Map.of("ground", form.getOrDefault("ground", ""), "day", form.getOrDefault("day", ""));
            return form(id, kind.name(), typed, refusals.of(refusal, locale), actor, model);
        }
    }

    private String form(
            SubjectId id, String acted, Map<String, String> typed, @Nullable String refusal, Actor actor, Model model) {
        Permission.requireCitysOffice(actor);
        var subject = subjects.get(id);
        if (subject.kind().personal() && !door.opens(id.value(), id, new Grounds("", PURPOSE, ""), actor, model)) {
            return PersonDoor.PAGE;
        }
        var now = life.of(id, order.head().moment());
        model.addAttribute("subject", subject);
        model.addAttribute("life", now);
        model.addAttribute("waiting", amend.waiting(id));
        model.addAttribute(
                "kinds",
                Stream.of(AmendmentKind.values())
                        .filter(kind -> AmendmentForms.fits(kind, subject, now))
                        .toList());
        model.addAttribute("idTypes", IdType.values());
        model.addAttribute("acted", acted);
        model.addAttribute("typed", typed);
        model.addAttribute("refusal", refusal);
        model.addAttribute("today", order.today());
        return "console/subject-change";
    }

    private Amendment amendment(AmendmentKind kind, Map<String, String> form, Actor actor) {
        var today = order.today();
        return switch (kind) {
            case RENAMED ->
                new Amendment.Rename(
                        form.getOrDefault("name", ""),
                        DeterminationPages.day(form.get("day"), today),
                        idType(form),
                        form.get("number"));
            case CODE_CHANGED ->
                new Amendment.CodeChange(form.getOrDefault("code", ""), DeterminationPages.day(form.get("day"), today));
            case CONTINUED -> new Amendment.Continuation(other(form, actor));
            case MERGED -> new Amendment.Merge(other(form, actor));
            case SPLIT -> new Amendment.Split();
            case CLOSED -> new Amendment.Closure(DeterminationPages.day(form.get("day"), today));
            case REOPENED -> new Amendment.Reopening();
        };
    }

    /** The other subject by code, or a person by certificate and name: asked through the one door that logs it. */
    private SubjectId other(Map<String, String> form, Actor actor) {
        var type = idType(form);
        var asked = type == null
                ? new SubjectAsked(form.getOrDefault("code", ""), null, null, null)
                : new SubjectAsked(null, type, form.getOrDefault("number", ""), form.get("name"));
        var identity = asked.identity(order.today());
        if (identity.kind().personal()) {
            var ground = form.getOrDefault("ground", "");
            files.ask(identity, new Inquiry(PURPOSE, PURPOSE, null, new Authority.Statute(ground), null, null), actor);
        }
        return subjects.find(identity).orElseThrow(() -> new CreditException(SubjectError.SUBJECT_NOT_FOUND));
    }

    private static @Nullable IdType idType(Map<String, String> form) {
        return Stream.of(IdType.values())
                .filter(type -> type.name().equals(form.get("idType")))
                .findFirst()
                .orElse(null);
    }
}
