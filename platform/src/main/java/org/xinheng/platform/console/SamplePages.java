package org.xinheng.platform.console;

import java.time.LocalDate;
import java.util.Locale;
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
import org.xinheng.platform.access.Scope;
import org.xinheng.platform.catalogue.Catalogue;
import org.xinheng.platform.intake.CollectionCount;
import org.xinheng.platform.intake.CollectionScope;
import org.xinheng.platform.intake.DrawSample;
import org.xinheng.platform.intake.SampleFinding;
import org.xinheng.platform.intake.Samples;
import org.xinheng.platform.jointaction.DecidedMatters;
import org.xinheng.platform.packs.Packs;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.ItemId;
import org.xinheng.platform.shared.MatterId;
import org.xinheng.platform.shared.Role;

/** Samples for concealed decisions (瞒报抽查): drawn and judged by the credit office, repeated by auditors. */
@Controller
@RequestMapping("/console/samples")
class SamplePages {

    private static final int LIMIT = 100;

    private final Samples samples;
    private final DrawSample draw;
    private final DecidedMatters decided;
    private final Catalogue catalogue;
    private final Packs packs;
    private final RefusalWords refusalWords;

    SamplePages(
            Samples samples,
            DrawSample draw,
            DecidedMatters decided,
            Catalogue catalogue,
            Packs packs,
            RefusalWords refusalWords) {
        this.samples = samples;
        this.draw = draw;
        this.decided = decided;
        this.catalogue = catalogue;
        this.packs = packs;
        this.refusalWords = refusalWords;
    }

    @GetMapping
    String list(Actor actor, Model model) {
        requireOffice(actor);
        var seen = Scope.of(actor, packs.today());
        model.addAttribute(
                "samples",
                samples.list(null, LIMIT).stream()
                        .filter(sample -> seen.covers(sample.agency()))
                        .toList());
        model.addAttribute("office", actor.may(Role.CREDIT_OFFICE));
        model.addAttribute("items", catalogue.items());
        model.addAttribute(
                "agencies",
                packs.today().agencies().values().stream()
                        .filter(agency -> seen.covers(new AgencyId(agency.id())))
                        .toList());
        model.addAttribute("matters", packs.today().matters().values());
        return "console/samples";
    }

    @PostMapping("/register")
    String register(
            @RequestParam AgencyId agency,
            @RequestParam ItemId item,
            @RequestParam String before,
            @RequestParam int first,
            @RequestParam int last,
            @RequestParam String after,
            @RequestParam int size,
            Actor actor,
            Locale locale,
            Model model) {
        try {
            return "redirect:/console/samples/" + draw.register(agency, item, before, first, last, after, size, actor);
        } catch (CreditException refusal) {
            return refused(refusal, actor, locale, model);
        }
    }

    @PostMapping("/matter")
    String matter(
            @RequestParam AgencyId agency,
            @RequestParam ItemId item,
            @RequestParam MatterId matter,
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            @RequestParam int size,
            Actor actor,
            Locale locale,
            Model model) {
        try {
            var references = decided.references(agency, matter, from, to, actor);
            return "redirect:/console/samples/" + draw.decisions(agency, item, references, size, actor);
        } catch (CreditException refusal) {
            return refused(refusal, actor, locale, model);
        }
    }

    private String refused(CreditException refusal, Actor actor, Locale locale, Model model) {
        model.addAttribute("refusal", refusalWords.of(refusal, locale));
        return list(actor, model);
    }

    @GetMapping("/{id}")
    String one(@PathVariable UUID id, Actor actor, Model model) {
        requireOffice(actor);
        var sample = samples.get(id);
        Scope.require(actor, packs.today(), sample.agency());
        model.addAttribute("sample", sample);
        model.addAttribute("drawn", samples.drawn(sample));
        model.addAttribute("findings", SampleFinding.values());
        model.addAttribute("share", CollectionCount.percent(sample.concealed(), sample.counted()));
        model.addAttribute("office", actor.may(Role.CREDIT_OFFICE));
        return "console/sample";
    }

    @PostMapping("/{id}/findings")
    String find(
            @PathVariable UUID id,
            @RequestParam int place,
            @RequestParam SampleFinding finding,
            @RequestParam(required = false) @Nullable String note,
            Actor actor) {
        draw.find(id, place, finding, note == null ? "" : note, actor);
        return "redirect:/console/samples/" + id + "#place-" + place;
    }

    /** Samples are for the credit office and auditors: an agency must not know what was drawn before it is judged. */
    private static void requireOffice(Actor actor) {
        if (!CollectionScope.seesAll(actor)) {
            throw new CreditException(AccessError.NOT_PERMITTED, Role.CREDIT_OFFICE);
        }
    }
}
