package org.xinheng.platform.console;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.bulletin.Bulletin;
import org.xinheng.kernel.bulletin.BulletinDocument;
import org.xinheng.kernel.pack.Agency;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.integrity.Clearing;
import org.xinheng.platform.integrity.DefaulterCase;
import org.xinheng.platform.integrity.DefaulterState;
import org.xinheng.platform.integrity.Defaulters;
import org.xinheng.platform.integrity.IntegrityError;
import org.xinheng.platform.integrity.NamedOrganisations;
import org.xinheng.platform.packs.Packs;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.Role;
import org.xinheng.platform.subject.Subject;

/** Government bodies on the court's list, and the way to zero (政府机构失信案件清零). */
@Controller
@RequestMapping("/console/integrity/defaulters")
class DefaulterPages {

    private static final int MONTHS = 12;

    private final Defaulters defaulters;
    private final NamedOrganisations subjects;
    private final Packs packs;
    private final Order order;
    private final MessageSource messages;
    private final IntegrityWords words;

    DefaulterPages(
            Defaulters defaulters,
            NamedOrganisations subjects,
            Packs packs,
            Order order,
            MessageSource messages,
            IntegrityWords words) {
        this.defaulters = defaulters;
        this.subjects = subjects;
        this.packs = packs;
        this.order = order;
        this.messages = messages;
        this.words = words;
    }

    @GetMapping
    String list(@RequestParam(required = false) @Nullable LocalDate on, Actor actor, Model model) {
        return list(on, null, Map.of(), actor, model);
    }

    private String list(
            @Nullable LocalDate on, @Nullable String refusal, Map<String, String> typed, Actor actor, Model model) {
        var now = order.now();
        var asked = on == null || on.isAfter(now.day()) ? now : order.at(on, null);
        boolean past = asked.day().isBefore(now.day());
        List<DefaulterCase> cases = !past
                ? defaulters.all(actor)
                : Defaulters.mayNamePast(actor) ? defaulters.openOn(asked, actor) : List.of();
        boolean office = office(actor);
        var toCirculate = office ? defaulters.toCirculate(actor) : List.<DefaulterCase>of();
        model.addAttribute("day", asked.day());
        model.addAttribute("today", now.day());
        model.addAttribute("past", past);
        model.addAttribute("named", !past || Defaulters.mayNamePast(actor));
        model.addAttribute("cases", cases);
        model.addAttribute(
                "subjects",
                subjects.get(
                        cases.stream().map(DefaulterCase::subject).distinct().toList()));
        model.addAttribute("counties", defaulters.counties(asked, actor));
        model.addAttribute("divisions", divisions());
        model.addAttribute("city", packs.today().division());
        model.addAttribute("months", defaulters.months(MONTHS, actor));
        model.addAttribute("toCirculate", past ? List.of() : toCirculate);
        model.addAttribute("refusal", refusal);
        model.addAttribute("typed", typed);
        return "console/integrity-defaulters";
    }

    /** Codes of divisions by the name of the highest agency there, a government before others. */
    private Map<String, String> divisions() {
        var names = new LinkedHashMap<String, String>();
        packs.today().agencies().values().stream()
                .filter(agency -> agency.label().zh().endsWith("人民政府"))
                .forEach(agency -> names.putIfAbsent(agency.division(), agency.id()));
        packs.today().agencies().values().stream()
                .map(Agency::division)
                .forEach(division -> names.putIfAbsent(division, ""));
        names.put(packs.today().division(), "");
        return names;
    }

    @PostMapping("/circulars")
    String circulate(
            @RequestParam(defaultValue = "") List<UUID> cases,
            @RequestParam Map<String, String> typed,
            Actor actor,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        var form = new IntegrityForm(typed);
        try {
            defaulters.circulate(cases, form.text("document"), form.day("on"), actor);
            return "redirect:/console/integrity/defaulters";
        } catch (CreditException refusal) {
            return list(null, words.refused(refusal, response, locale), typed, actor, model);
        }
    }

    /** A draft of the circular (通报): the open cases it should name, for an officer to finish and to number. */
    @GetMapping("/circular.docx")
    ResponseEntity<StreamingResponseBody> draft(Actor actor, Locale locale) {
        var cases = defaulters.toCirculate(actor);
        var bodies = subjects.get(
                cases.stream().map(DefaulterCase::subject).distinct().toList());
        var columns = Stream.of("body", "case", "amount", "term")
                .map(column -> messages.getMessage("console.defaulters.draft." + column, null, locale))
                .toList();
        var rows = cases.stream()
                .map(one -> Bulletin.row(
                        Bulletin.Cell.of(name(bodies.get(one.subject()))),
                        Bulletin.Cell.of(number(one)),
                        Bulletin.Cell.of(
                                one.amount() == null ? "—" : one.amount().toPlainString()),
                        Bulletin.Cell.of(one.term() == null ? "—" : one.term().toString())))
                .toList();
        var today = order.today();
        var office = packs.today().agencies().get(AgencyId.CREDIT_OFFICE.value());
        var bulletin = new Bulletin(
                messages.getMessage("console.defaulters.draft.title", null, locale),
                office == null ? "" : office.label().zh(),
                today,
                List.of(new Bulletin.Section(
                        messages.getMessage("console.defaulters.draft.cases", null, locale),
                        messages.getMessage("console.defaulters.draft.words", new Object[] {cases.size()}, locale),
                        new Bulletin.Table(columns, rows))));
        return Download.of("circular.docx", Download.DOCUMENT, out -> BulletinDocument.write(out, bulletin));
    }

    private static String name(@Nullable Subject body) {
        return body == null ? "—" : body.name();
    }

    private static String number(DefaulterCase one) {
        var content = one.listing().content();
        return content == null ? "—" : content.document();
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
        var found = defaulters.get(id, actor);
        var today = order.today();
        model.addAttribute("case", found);
        model.addAttribute("state", found.state(today));
        model.addAttribute("subject", subjects.get(List.of(found.subject())).get(found.subject()));
        model.addAttribute("today", today);
        model.addAttribute("divisions", divisions());
        model.addAttribute("city", packs.today().division());
        model.addAttribute("clearings", Clearing.values());
        model.addAttribute(
                "mayWrite", office(actor) && found.cleared() == null && found.state(today) != DefaulterState.ANNULLED);
        model.addAttribute("refusal", refusal);
        model.addAttribute("act", act);
        model.addAttribute("typed", typed);
        return "console/integrity-defaulter";
    }

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
            switch (act) {
                case "amounts" ->
                    defaulters.owes(id, form.number("amount"), form.day("term"), form.text("document"), actor);
                case "divisions" -> defaulters.countTo(id, form.text("division"), actor);
                case "interviews" ->
                    defaulters.interviewed(id, form.day("on"), form.text("note"), form.text("document"), actor);
                case "clearings" ->
                    defaulters.clear(
                            id,
                            form.choice("clearing", Clearing.class, Clearing.PAID),
                            form.day("on"),
                            form.text("document"),
                            actor);
                default -> throw new CreditException(IntegrityError.ENTRY_NOT_FOUND, id);
            }
            return "redirect:/console/integrity/defaulters/" + id;
        } catch (CreditException refusal) {
            return one(id, words.refused(refusal, response, locale), act, typed, actor, model);
        }
    }

    private static boolean office(Actor actor) {
        return actor.may(Role.CREDIT_OFFICE) && AgencyId.CREDIT_OFFICE.equals(actor.agency());
    }
}
