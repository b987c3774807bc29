package org.xinheng.platform.console;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.xinheng.kernel.pack.AssessmentScheme;
import org.xinheng.platform.assessment.Assessment;
import org.xinheng.platform.assessment.AssessmentAct;
import org.xinheng.platform.assessment.AssessmentDesk;
import org.xinheng.platform.assessment.AssessmentState;
import org.xinheng.platform.assessment.ContestScore;
import org.xinheng.platform.assessment.DraftAssessment;
import org.xinheng.platform.assessment.FreezeAssessment;
import org.xinheng.platform.assessment.MoveAssessment;
import org.xinheng.platform.assessment.ScoreKind;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.packs.Packs;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.Role;

/** The yearly assessment (年度考核): the credit office drafts and leads it, an agency sees its own and may contest it. */
@Controller
@RequestMapping("/console/assessments")
class AssessmentPages {

    /** The page explains the rule of the newest. */
    private static final int SCHEMES = 2;

    private final AssessmentDesk desk;
    private final DraftAssessment draft;
    private final MoveAssessment move;
    private final ContestScore contests;
    private final FreezeAssessment freeze;
    private final AssessmentFiles files;
    private final Packs packs;
    private final Order order;

    AssessmentPages(
            AssessmentDesk desk,
            DraftAssessment draft,
            MoveAssessment move,
            ContestScore contests,
            FreezeAssessment freeze,
            AssessmentFiles files,
            Packs packs,
            Order order) {
        this.desk = desk;
        this.draft = draft;
        this.move = move;
        this.contests = contests;
        this.freeze = freeze;
        this.files = files;
        this.packs = packs;
        this.order = order;
    }

    @GetMapping
    String list(Actor actor, Model model) {
        var all = desk.all(actor);
        var schemes = packs.today().assessments().values();
        model.addAttribute("assessments", all);
        model.addAttribute(
                "schemes",
                schemes.stream()
                        .sorted(Comparator.comparing(AssessmentScheme::year).reversed())
                        .limit(SCHEMES)
                        .toList());
        model.addAttribute("indicators", packs.today().indicators());
        model.addAttribute("office", AssessmentDesk.assesses(actor));
        model.addAttribute(
                "years",
                schemes.stream()
                        .map(AssessmentScheme::year)
                        .filter(year -> all.stream().noneMatch(one -> one.year() == year))
                        .sorted()
                        .toList());
        return "console/assessments";
    }

    @PostMapping
    String draft(@RequestParam int year, Actor actor) {
        return "redirect:/console/assessments/" + draft.draft(year, actor);
    }

    @GetMapping("/{id}")
    String one(@PathVariable UUID id, Actor actor, Model model) {
        var assessment = desk.get(id, actor);
        model.addAttribute("scores", desk.scores(assessment, actor));
        model.addAttribute("published", desk.published(assessment));
        model.addAttribute("contests", desk.contests(assessment, actor));
        model.addAttribute("digest", freeze.digest(id).orElse(null));
        model.addAttribute(
                "latest",
                desk.all(actor).stream()
                        .filter(one -> one.year() == assessment.year())
                        .allMatch(one -> one.version() <= assessment.version()));
        frame(assessment, actor, model);
        return "console/assessment";
    }

    /** Shown once: what it takes is read anew each time. */
    @PostMapping("/{id}/verification")
    String verify(@PathVariable UUID id, Actor actor, Model model) {
        model.addAttribute("proof", freeze.verify(id, actor).orElse(null));
        return one(id, actor, model);
    }

    /** An agency's own score, item by item. */
    @GetMapping("/{id}/agencies/{agency}")
    String score(@PathVariable UUID id, @PathVariable AgencyId agency, Actor actor, Model model) {
        var assessment = desk.get(id, actor);
        var own = agency.equals(actor.agency());
        model.addAttribute("score", desk.score(assessment, agency, actor));
        var contested = desk.contests(assessment, actor).stream()
                .filter(one -> one.agency().equals(agency))
                .toList();
        model.addAttribute("contests", contested);
        model.addAttribute(
                "waiting",
                contested.stream()
                        .filter(one -> one.answer() == null)
                        .map(one -> one.kind() + ":" + one.key())
                        .toList());
        model.addAttribute("contestable", own && actor.may(Role.REPORTER) && assessment.isContestable(order.today()));
        frame(assessment, actor, model);
        return "console/assessment-agency";
    }

    @PostMapping("/{id}/agencies/{agency}/adjustments")
    String adjust(
            @PathVariable UUID id,
            @PathVariable AgencyId agency,
            @RequestParam ScoreKind kind,
            @RequestParam String reason,
            @RequestParam BigDecimal points,
            @RequestParam(required = false) @Nullable String why,
            @RequestParam(required = false) @Nullable String evidence,
            Actor actor) {
        draft.adjust(id, agency, kind, reason, points, why, evidence, actor);
        return "redirect:/console/assessments/" + id + "/agencies/" + agency;
    }

    @PostMapping("/{id}/contests")
    String contest(
            @PathVariable UUID id,
            @RequestParam ScoreKind kind,
            @RequestParam String key,
            @RequestParam(required = false) @Nullable String reason,
            Actor actor) {
        contests.contest(id, kind, key, reason, actor);
        return "redirect:/console/assessments/" + id + "/agencies/" + actor.requiredAgency();
    }

    @GetMapping("/contests/{contest}")
    String contest(@PathVariable UUID contest, Actor actor, Model model) {
        var found = desk.contest(contest, actor);
        var assessment = desk.get(found.assessment(), actor);
        model.addAttribute("contest", found);
        model.addAttribute(
                "item",
                desk.score(assessment, found.agency(), actor).items().stream()
                        .filter(item ->
                                item.kind() == found.kind() && item.key().equals(found.key()))
                        .findFirst()
                        .orElse(null));
        frame(assessment, actor, model);
        return "console/assessment-contest";
    }

    @PostMapping("/contests/{contest}/answer")
    String answer(
            @PathVariable UUID contest,
            @RequestParam boolean accepted,
            @RequestParam(required = false) @Nullable BigDecimal points,
            @RequestParam(required = false) @Nullable String reason,
            Actor actor) {
        if (accepted) {
            contests.accept(contest, points, reason, actor);
        } else {
            contests.refuse(contest, reason, actor);
        }
        return "redirect:/console/assessments/contests/" + contest;
    }

    @PostMapping("/{id}/computation")
    String computeAgain(@PathVariable UUID id, Actor actor, RedirectAttributes after) {
        draft.computeAgain(id, actor);
        after.addFlashAttribute("computed", true);
        return back(id);
    }

    @PostMapping("/{id}/reopening")
    String reopen(@PathVariable UUID id, @RequestParam(required = false) @Nullable String reason, Actor actor) {
        return back(draft.reopen(id, reason, actor));
    }

    @PostMapping("/{id}/steps")
    String step(
            @PathVariable UUID id,
            @RequestParam AssessmentAct act,
            @RequestParam(required = false) @Nullable String reason,
            Actor actor) {
        switch (act) {
            case SHOW -> move.show(id, actor);
            case SEND_BACK -> move.sendBack(id, reason, actor);
            case DECIDE -> move.decide(id, actor);
            case PUBLISH -> move.publish(id, actor);
            case CLOSE -> move.close(id, actor);
        }
        return back(id);
    }

    @GetMapping("/{id}/assessment.json")
    ResponseEntity<byte[]> json(@PathVariable UUID id, Actor actor) {
        var assessment = desk.get(id, actor);
        return file(
                assessment, "json", MediaType.APPLICATION_JSON, files.json(assessment, desk.scores(assessment, actor)));
    }

    @GetMapping("/{id}/assessment.xlsx")
    ResponseEntity<byte[]> workbook(@PathVariable UUID id, Actor actor, Locale locale) {
        var assessment = desk.get(id, actor);
        return file(
                assessment,
                "xlsx",
                Download.WORKBOOK,
                files.workbook(assessment, desk.scores(assessment, actor), locale));
    }

    private static ResponseEntity<byte[]> file(Assessment assessment, String ending, MediaType type, byte[] body) {
        var name = "assessment-" + assessment.year() + "-" + assessment.version() + "." + ending;
        return Download.named(name, type).body(body);
    }

    private void frame(Assessment assessment, Actor actor, Model model) {
        boolean office = AssessmentDesk.assesses(actor);
        boolean drafter = assessment.draftedBy().equals(actor.id());
        model.addAttribute("assessment", assessment);
        model.addAttribute("office", office);
        model.addAttribute("drafter", drafter);
        model.addAttribute("decides", office && actor.may(Role.DECIDER) && !drafter);
        model.addAttribute("over", order.today().getYear() > assessment.year());
        model.addAttribute("running", assessment.isContestable(order.today()));
        model.addAttribute("draft", assessment.state() == AssessmentState.DRAFT);
        model.addAttribute("proves", office || actor.may(Role.AUDITOR));
        model.addAttribute("own", actor.agency());
    }

    private static String back(UUID id) {
        return "redirect:/console/assessments/" + id;
    }
}
