package org.xinheng.platform.console;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.identifier.IdType;
import org.xinheng.kernel.pack.Matter;
import org.xinheng.platform.access.Permission;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.console.PersonDoor.Grounds;
import org.xinheng.platform.disclosure.Authority;
import org.xinheng.platform.jointaction.Asked;
import org.xinheng.platform.jointaction.CheckSlip;
import org.xinheng.platform.jointaction.CheckSubject;
import org.xinheng.platform.jointaction.Checks;
import org.xinheng.platform.jointaction.DataAge;
import org.xinheng.platform.jointaction.Feedback;
import org.xinheng.platform.jointaction.Feedbacks;
import org.xinheng.platform.jointaction.GiveFeedback;
import org.xinheng.platform.jointaction.JointActionError;
import org.xinheng.platform.jointaction.LoggedCheck;
import org.xinheng.platform.jointaction.Question;
import org.xinheng.platform.measure.Measures;
import org.xinheng.platform.packs.Packs;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.CheckId;
import org.xinheng.platform.shared.MatterId;
import org.xinheng.platform.shared.Role;

/** The check for departments without a system of their own (信用核查): question, result, slip, feedback. */
@Controller
class CheckPages {

    private static final int LATEST = 10;

    private final CheckSubject checkSubject;
    private final Checks checks;
    private final CheckSlip slip;
    private final GiveFeedback giveFeedback;
    private final Feedbacks feedbacks;
    private final Packs packs;
    private final Measures measures;
    private final Order order;
    private final DataAge dataAge;
    private final MessageSource messages;
    private final PersonDoor door;

    CheckPages(
            CheckSubject checkSubject,
            Checks checks,
            CheckSlip slip,
            GiveFeedback giveFeedback,
            Feedbacks feedbacks,
            Packs packs,
            Measures measures,
            Order order,
            DataAge dataAge,
            MessageSource messages,
            PersonDoor door) {
        this.dataAge = dataAge;
        this.checkSubject = checkSubject;
        this.checks = checks;
        this.slip = slip;
        this.giveFeedback = giveFeedback;
        this.feedbacks = feedbacks;
        this.packs = packs;
        this.measures = measures;
        this.order = order;
        this.messages = messages;
        this.door = door;
    }

    /**
     * What an officer fills in. A person's number is used once and never shown again.
     *
     * @param whom ORGANISATION (code) or PERSON (certificate and name)
     * @param basis the statute a person or sole trader is asked about on
     */
    record Form(
            @Nullable String whom,
            @Nullable String matter,
            @Nullable String code,
            @Nullable String name,
            @Nullable IdType idType,
            @Nullable String idNumber,
            @Nullable String personName,
            @Nullable String purpose,
            @Nullable String reference,
            @Nullable String basis) {

        static final Form EMPTY = new Form(null, null, null, null, null, null, null, null, null, null);

        /** Whether a natural person is meant. */
        public boolean person() {
            return "PERSON".equals(whom);
        }

        Question question(LocalDate today, Actor actor) {
            return new Question(
                    person()
                            ? Asked.person(
                                    required(idType, "idType"),
                                    text(idNumber, "idNumber"),
                                    text(personName, "personName"),
                                    today)
                            : Asked.byCode(text(code, "code"), name),
                    new MatterId(text(matter, "matter")),
                    text(purpose, "purpose"),
                    reference == null || reference.isBlank() ? null : reference,
                    actor.name(),
                    basis == null || basis.isBlank() ? null : new Authority.Statute(basis));
        }

        private static String text(@Nullable String value, String field) {
            if (value == null || value.isBlank()) {
                throw new CreditException(JointActionError.FIELD_REQUIRED, field);
            }
            return value;
        }

        private static <T> T required(@Nullable T value, String field) {
            if (value == null) {
                throw new CreditException(JointActionError.FIELD_REQUIRED, field);
            }
            return value;
        }

        /** The form as it may be shown again: without anything of a person. */
        Form withoutPerson() {
            return new Form(whom, matter, code, name, idType, null, null, purpose, reference, basis);
        }

        @Override
        public String toString() {
            return "Form[…]";
        }
    }

    @GetMapping("/console/check")
    String form(Actor actor, Model model) {
        Permission.require(actor, Role.CHECKER);
        return form(Form.EMPTY, List.of(), actor, model);
    }

    private String form(Form form, List<String> faults, Actor actor, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("faults", faults);
        model.addAttribute("matters", ownMatters(actor));
        model.addAttribute("idTypes", IdType.values());
        var age = dataAge.now();
        model.addAttribute("staleHours", dataAge.stale(age) ? age.toHours() : null);
        model.addAttribute("latest", checks.latest(actor.requiredAgency(), LATEST));
        return "console/check";
    }

    private List<Matter> ownMatters(Actor actor) {
        return packs.today().matters().values().stream()
                .filter(matter -> measures.isOwn(actor, matter))
                .toList();
    }

    @PostMapping("/console/check")
    String check(@ModelAttribute Form form, Actor actor, Model model, Locale locale) {
        Permission.require(actor, Role.CHECKER);
        try {
            var answer = checkSubject.check(form.question(order.today(), actor), actor);
            return "redirect:/console/checks/" + answer.checkId();
        } catch (CreditException refusal) {
            return form(form.withoutPerson(), List.of(words(refusal, locale)), actor, model);
        }
    }

    @GetMapping("/console/checks/{id}")
    String result(
            @PathVariable CheckId id, @RequestParam(required = false) @Nullable UUID done, Actor actor, Model model) {
        return result(id, done, null, List.of(), actor, model);
    }

    private String result(
            CheckId id, @Nullable UUID done, @Nullable UUID refused, List<String> faults, Actor actor, Model model) {
        var check = checks.get(id, actor);
        if (!opens(check, actor, model)) {
            return PersonDoor.PAGE;
        }
        model.addAttribute("check", check);
        model.addAttribute("number", slip.number(check));
        var content = check.content();
        var age = content == null ? Duration.ZERO : content.answer().dataAge();
        model.addAttribute("staleHours", dataAge.stale(age) ? age.toHours() : null);
        model.addAttribute("feedbacks", feedbacks.of(id));
        model.addAttribute("outcomes", Feedback.Outcome.values());
        model.addAttribute(
                "mayFeedBack", actor.may(Role.CHECKER) && check.agency().equals(actor.agency()));
        model.addAttribute("today", order.today());
        model.addAttribute("done", done);
        model.addAttribute("refused", refused);
        model.addAttribute("faults", faults);
        return "console/check-result";
    }

    /**
     * To whoever asked, the check itself is the logged question; colleagues look at it on the ground it was asked on, an
     * auditor on a stated one.
     */
    private boolean opens(LoggedCheck check, Actor actor, Model model) {
        var content = check.content();
        if (content == null
                || content.answer().subject().code() != null
                || check.actor().equals(actor.id())) {
            return true;
        }
        boolean colleague = check.agency().equals(actor.agency());
        var authority = content.authority();
        var ground = new Grounds(
                colleague ? content.purpose() : "", check.matter().value(), authority == null ? "" : authority);
        return door.opens(check.id().value(), check.subject(), ground, actor, model);
    }

    @GetMapping(value = "/console/checks/{id}/slip.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> slip(@PathVariable CheckId id, Actor actor, Model model) {
        var check = checks.get(id, actor);
        if (!opens(check, actor, model)) {
            return ResponseEntity.status(HttpStatus.SEE_OTHER)
                    .location(URI.create("/console/checks/" + id))
                    .build();
        }
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header("Content-Disposition", "inline; filename=\"" + slip.number(check) + ".pdf\"")
                .contentType(MediaType.APPLICATION_PDF)
                .body(slip.pdf(check));
    }

    /** What the officer says of one prompt. */
    record Said(
            @Nullable UUID promptId,
            Feedback.@Nullable Outcome outcome,
            @Nullable String reason,
            @Nullable String decidedBy,
            @Nullable LocalDate informedSubjectOn,
            @Nullable String evidence) {}

    @PostMapping("/console/checks/{id}/feedback")
    String feedBack(@PathVariable CheckId id, @ModelAttribute Said said, Actor actor, Model model, Locale locale) {
        try {
            if (said.promptId() == null || said.outcome() == null) {
                throw new CreditException(JointActionError.FIELD_REQUIRED, "outcome");
            }
            giveFeedback.give(
                    id,
                    new GiveFeedback.Given(
                            said.promptId(),
                            said.outcome(),
                            said.reason(),
                            said.decidedBy(),
                            said.informedSubjectOn(),
                            said.evidence() == null || said.evidence().isBlank()
                                    ? List.of()
                                    : said.evidence().lines().toList()),
                    actor);
            return "redirect:/console/checks/" + id + "?done=" + said.promptId();
        } catch (CreditException refusal) {
            return result(id, null, said.promptId(), List.of(words(refusal, locale)), actor, model);
        }
    }

    private String words(CreditException refusal, Locale locale) {
        var code = refusal.code().name();
        if (refusal.code() == JointActionError.FIELD_REQUIRED) {
            var field = refusal.arguments().getFirst();
            var label = messages.getMessage("console.check.field." + field, null, field, locale);
            return messages.getMessage("refusal." + code, new Object[] {String.valueOf(label)}, locale);
        }
        return messages.getMessage("refusal." + code, refusal.arguments().toArray(), locale);
    }
}
