package org.xinheng.platform.console;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.identifier.IdType;
import org.xinheng.platform.access.AccessError;
import org.xinheng.platform.access.Permission;
import org.xinheng.platform.access.Scope;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.disclosure.Authority;
import org.xinheng.platform.disclosure.Inquiry;
import org.xinheng.platform.disclosure.Ledger;
import org.xinheng.platform.disclosure.PublicSubjects;
import org.xinheng.platform.disclosure.QueryLog;
import org.xinheng.platform.disclosure.SubjectAsked;
import org.xinheng.platform.disclosure.SubjectFile;
import org.xinheng.platform.disclosure.SubjectFiles;
import org.xinheng.platform.packs.Packs;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.Role;
import org.xinheng.platform.shared.SubjectId;
import org.xinheng.platform.subject.Identity;
import org.xinheng.platform.subject.Relation;
import org.xinheng.platform.subject.Relations;
import org.xinheng.platform.subject.Subject;
import org.xinheng.platform.subject.SubjectLife;
import org.xinheng.platform.subject.Subjects;

/**
 * Subjects for officers (信用主体). Organisations are searched and read; about a person or sole trader the officer says
 * first what for, at what matter and by what authority, and whom exactly is meant: there is no search for persons.
 */
@Controller
@RequestMapping("/console/subjects")
class SubjectFilePages {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String LOOKED_UP = "工作台查看";

    private final PublicSubjects search;
    private final Subjects subjects;
    private final SubjectLife life;
    private final Relations relations;
    private final SubjectFiles files;
    private final QueryLog queries;
    private final Ledger ledger;
    private final Order order;
    private final MessageSource messages;
    private final PersonDoor door;
    private final Packs packs;

    SubjectFilePages(
            PublicSubjects search,
            Subjects subjects,
            SubjectLife life,
            Relations relations,
            SubjectFiles files,
            QueryLog queries,
            Ledger ledger,
            Order order,
            MessageSource messages,
            PersonDoor door,
            Packs packs) {
        this.search = search;
        this.subjects = subjects;
        this.life = life;
        this.relations = relations;
        this.files = files;
        this.queries = queries;
        this.ledger = ledger;
        this.order = order;
        this.messages = messages;
        this.door = door;
        this.packs = packs;
    }

    /** What an organisation of the search leads to. */
    record Line(SubjectId id, String code, String name) {}

    /**
     * What an officer fills in before a person's file.
     *
     * @param idType empty for a sole trader, whose credit code then stands in {@code number}
     */
    record Asked(
            @Nullable IdType idType,
            @Nullable String number,
            @Nullable String name,
            @Nullable String purpose,
            @Nullable String matter,
            @Nullable String basis,
            @Nullable LocalDate asOf,
            @Nullable LocalDate knownOn) {

        Inquiry inquiry(LocalDate today) {
            return new Inquiry(
                    purpose == null ? "" : purpose,
                    matter,
                    null,
                    basis == null || basis.isBlank() ? null : new Authority.Statute(basis),
                    asOf,
                    // As known when that day ended; today means now.
                    knownOn == null || knownOn.equals(today)
                            ? null
                            : knownOn.plusDays(1).atStartOfDay(ZONE).toInstant().minusNanos(1000));
        }

        PersonDoor.Grounds grounds() {
            return new PersonDoor.Grounds(text(purpose), text(matter), text(basis));
        }

        private static String text(@Nullable String typed) {
            return typed == null ? "" : typed;
        }

        Identity identity(LocalDate today) {
            return idType == null
                    ? new SubjectAsked(number == null ? "" : number, null, null, name).identity(today)
                    : new SubjectAsked(null, idType, number, name).identity(today);
        }

        @Override
        public String toString() {
            return "Asked[…]";
        }
    }

    @GetMapping
    String search(@RequestParam(required = false) @Nullable String q, Actor actor, Model model, Locale locale) {
        requireOfficer(actor);
        model.addAttribute("idTypes", IdType.values());
        model.addAttribute("mayAmend", Permission.isCitysOffice(actor));
        if (q == null || q.isBlank()) {
            return "console/subjects";
        }
        try {
            model.addAttribute(
                    "found", search.search(q).stream().map(this::line).toList());
            model.addAttribute("q", q);
        } catch (CreditException refusal) {
            // What was typed may be a person's number: it is not shown again.
            model.addAttribute("faults", words(refusal, locale));
        }
        return "console/subjects";
    }

    /** The file of a person or sole trader the officer names completely. */
    @PostMapping("/persons")
    String person(@ModelAttribute Asked asked, Actor actor, Model model, Locale locale) {
        requireOfficer(actor);
        var today = order.today();
        try {
            return file(files.ask(asked.identity(today), asked.inquiry(today), actor), null, asked, actor, model);
        } catch (CreditException refusal) {
            model.addAttribute("idTypes", IdType.values());
            model.addAttribute("faults", words(refusal, locale));
            model.addAttribute("asked", asked);
            return "console/subjects";
        }
    }

    @GetMapping("/{id}")
    String subject(@PathVariable SubjectId id, @ModelAttribute Asked asked, Actor actor, Model model) {
        requireOfficer(actor);
        var subject = subjects.get(id);
        if (subject.kind().personal()) {
            return purpose(subject, asked, model);
        }
        var inquiry = asked.inquiry(order.today());
        var stated = inquiry.purpose().isBlank()
                ? new Inquiry(LOOKED_UP, null, null, null, inquiry.asOf(), inquiry.knownAt())
                : inquiry;
        return file(files.view(id, stated, actor), subject, asked, actor, model);
    }

    /** The same with what it takes for a person. */
    @PostMapping("/{id}")
    String subject(@PathVariable SubjectId id, @ModelAttribute Asked asked, Actor actor, Model model, Locale locale) {
        requireOfficer(actor);
        var subject = subjects.get(id);
        try {
            var inquiry = asked.inquiry(order.today());
            var file = files.view(id, inquiry, actor);
            if (subject.kind().personal()) {
                // What follows from the file, a proposal or a change, is looked at on the same ground.
                door.state(id.value(), asked.grounds());
            }
            return file(file, subject, asked, actor, model);
        } catch (CreditException refusal) {
            model.addAttribute("faults", words(refusal, locale));
            return purpose(subject, asked, model);
        }
    }

    private static String purpose(Subject subject, Asked asked, Model model) {
        model.addAttribute("address", "/console/subjects/" + subject.id());
        model.addAttribute("asked", asked);
        return PersonDoor.PAGE;
    }

    /** @param subject null where the officer may not learn whether the person is known */
    private String file(SubjectFile file, @Nullable Subject subject, Asked asked, Actor actor, Model model) {
        model.addAttribute("file", file);
        model.addAttribute("subject", subject);
        model.addAttribute("asked", asked);
        model.addAttribute("mayAskPast", mayAskPast(actor));
        model.addAttribute("mayPropose", mayPropose(file, actor));
        if (subject != null) {
            life(subject, file, actor, model);
        }
        if (subject != null && answersForAll(actor)) {
            model.addAttribute("queries", queries.of(subject.id()));
            model.addAttribute("copies", ledger.copiesOf(subject.id()));
        }
        return "console/subject";
    }

    /** Names, codes, with whom it is one and what decisions name, all as known when the file is. */
    private void life(Subject subject, SubjectFile file, Actor actor, Model model) {
        var known = life.of(subject.id(), file.dataAsOf());
        var found = subject.kind().personal() ? List.<Relation>of() : relations.of(subject.id(), file.dataAsOf());
        var others = subjects.get(Stream.concat(
                        known.group().stream(), found.stream().flatMap(one -> Stream.of(one.subject(), one.other())))
                .filter(id -> !id.equals(subject.id()))
                .distinct()
                .toList());
        // Which persons a decision names is for those who answer for the file, not for everybody who reads it.
        boolean answers = answersForAll(actor);
        var named = found.stream()
                .filter(one -> answers
                        || Stream.of(one.subject(), one.other())
                                .map(others::get)
                                .noneMatch(
                                        other -> other != null && other.kind().personal()))
                .toList();
        model.addAttribute("life", known);
        model.addAttribute("relations", named);
        model.addAttribute("others", others);
        model.addAttribute("mayAmend", Permission.isCitysOffice(actor));
    }

    /** The city's credit office and auditors: they see who asked and who holds copies, whoever that was. */
    private boolean answersForAll(Actor actor) {
        return (actor.may(Role.CREDIT_OFFICE) || actor.may(Role.AUDITOR))
                && Scope.of(actor, packs.today()).everybody();
    }

    /** Records of the officer's own agency that a determination may be proposed from. */
    private static Set<UUID> mayPropose(SubjectFile file, Actor actor) {
        return actor.may(Role.DETERMINER)
                ? file.records().stream()
                        .filter(record -> record.inForce() && record.authority().equals(actor.agency()))
                        .map(record -> record.id().value())
                        .collect(Collectors.toSet())
                : Set.of();
    }

    private Line line(PublicSubjects.Found found) {
        var asked = new SubjectAsked(found.code(), null, null, null).identity(order.today());
        return new Line(subjects.find(asked).orElseThrow(), found.code(), found.name());
    }

    private List<String> words(CreditException refusal, Locale locale) {
        return List.of(messages.getMessage(
                "refusal." + refusal.code().name(), refusal.arguments().toArray(), locale));
    }

    private static boolean mayAskPast(Actor actor) {
        return Stream.of(Role.AUDITOR, Role.REPORTER, Role.DETERMINER, Role.LEGAL_REVIEWER, Role.DECIDER)
                .anyMatch(actor::may);
    }

    private static void requireOfficer(Actor actor) {
        if (actor.kind() != Actor.Kind.OFFICER) {
            throw new CreditException(AccessError.NOT_PERMITTED, Actor.Kind.OFFICER);
        }
    }
}
