package org.xinheng.platform.console;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.IdGenerator;
import org.xinheng.kernel.item.TemplateFile;
import org.xinheng.platform.access.Permission;
import org.xinheng.platform.catalogue.Catalogue;
import org.xinheng.platform.intake.IntakeError;
import org.xinheng.platform.intake.ListsToReport;
import org.xinheng.platform.intake.RecallSubmission;
import org.xinheng.platform.intake.ReceiveSubmission;
import org.xinheng.platform.intake.Returns;
import org.xinheng.platform.intake.StreamedUpload;
import org.xinheng.platform.intake.Submission;
import org.xinheng.platform.intake.Submissions;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.ItemId;
import org.xinheng.platform.shared.Role;
import org.xinheng.platform.shared.SubmissionId;

/** Sending in files and seeing what became of them (报送). */
@Controller
@RequestMapping("/console/submissions")
class SubmissionPages {

    private static final int PAGE = 20;
    private static final int FINDINGS = 50;

    private final Submissions submissions;
    private final ReceiveSubmission receive;
    private final RecallSubmission recall;
    private final Catalogue catalogue;
    private final ListsToReport lists;
    private final Returns returns;
    private final MessageSource messages;
    private final IdGenerator ids;

    SubmissionPages(
            Submissions submissions,
            ReceiveSubmission receive,
            RecallSubmission recall,
            Catalogue catalogue,
            ListsToReport lists,
            Returns returns,
            MessageSource messages,
            IdGenerator ids) {
        this.submissions = submissions;
        this.receive = receive;
        this.recall = recall;
        this.catalogue = catalogue;
        this.lists = lists;
        this.returns = returns;
        this.messages = messages;
        this.ids = ids;
    }

    @GetMapping
    String list(@RequestParam(required = false) @Nullable String before, Actor actor, Model model) {
        var page = submissions.list(actor, before == null ? null : id(before), PAGE + 1);
        var shown = page.subList(0, Math.min(PAGE, page.size()));
        model.addAttribute("submissions", shown);
        model.addAttribute(
                "next",
                page.size() > PAGE
                        ? "/console/submissions?before=" + shown.getLast().id()
                        : null);
        model.addAttribute("items", catalogue.items());
        model.addAttribute("key", ids.next());
        return "console/submissions";
    }

    /** Takes the file as it arrives; a refusal shows the page again with the reason at the top. */
    @PostMapping
    String upload(
            @RequestAttribute("org.xinheng.platform.intake.StreamedUpload") StreamedUpload upload,
            Actor actor,
            Locale locale,
            Model model) {
        var key = upload.field("key");
        try {
            return "redirect:/console/submissions/" + receive.receive(actor, upload, key);
        } catch (CreditException refusal) {
            model.addAttribute("refusal", words(refusal.code().name(), refusal.arguments(), locale));
            return list(null, actor, model);
        }
    }

    @GetMapping("/template.xlsx")
    ResponseEntity<StreamingResponseBody> template(@RequestParam String item, Actor actor) {
        Permission.require(actor, Role.REPORTER);
        var known = catalogue.item(new ItemId(item));
        var offered = lists.of(known, actor);
        return Download.of(known.id() + ".xlsx", Download.WORKBOOK, out -> TemplateFile.write(out, known, offered));
    }

    @GetMapping("/{id}")
    String one(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String after,
            Actor actor,
            Locale locale,
            Model model) {
        var submission = standing(id, actor, locale, model);
        var findings = submissions.findings(submission, after, FINDINGS + 1);
        var shown = findings.subList(0, Math.min(FINDINGS, findings.size()));
        model.addAttribute("findings", shown);
        model.addAttribute("sentBack", returns.about(submission.id()).orElse(null));
        model.addAttribute("key", ids.next());
        model.addAttribute(
                "next",
                findings.size() > FINDINGS
                        ? "/console/submissions/" + submission.id() + "?after="
                                + shown.getLast().cursor()
                        : null);
        return "console/submission";
    }

    /** The progress alone, asked for every second; once the work is done the page is loaded anew. */
    @GetMapping("/{id}/progress")
    String progress(@PathVariable String id, Actor actor, Locale locale, Model model, HttpServletResponse response) {
        if (!standing(id, actor, locale, model).running()) {
            response.setHeader("HX-Refresh", "true");
        }
        return "console/submission :: progress";
    }

    @PostMapping("/{id}/recall")
    String takeBack(@PathVariable String id, Actor actor) {
        recall.recall(id(id), actor);
        return "redirect:/console/submissions/" + id(id);
    }

    @GetMapping("/{id}/findings.csv")
    ResponseEntity<StreamingResponseBody> findings(@PathVariable String id, Actor actor) {
        var submission = submissions.get(id(id), actor);
        return Download.of(
                "findings.csv",
                MediaType.parseMediaType("text/csv;charset=UTF-8"),
                out -> submissions.writeFindings(submission, out));
    }

    @GetMapping("/{id}/corrected.xlsx")
    ResponseEntity<StreamingResponseBody> corrections(@PathVariable String id, Actor actor) {
        var submission = submissions.get(id(id), actor);
        submissions.requireFile(submission);
        return Download.of("corrected.xlsx", Download.WORKBOOK, out -> submissions.writeCorrections(submission, out));
    }

    private Submission standing(String id, Actor actor, Locale locale, Model model) {
        var submission = submissions.get(id(id), actor);
        model.addAttribute("submission", submission);
        model.addAttribute("percent", Math.round(submission.progress() * 100));
        model.addAttribute("itemLabel", catalogue.item(submission.item()).label());
        model.addAttribute(
                "reason",
                submission.reason() == null ? null : words(submission.reason(), submission.reasonArguments(), locale));
        return submission;
    }

    private @Nullable String words(String code, List<String> arguments, Locale locale) {
        return messages.getMessage("refusal." + code, new Object[] {String.join("、", arguments)}, code, locale);
    }

    private static SubmissionId id(String text) {
        try {
            return SubmissionId.of(text);
        } catch (IllegalArgumentException e) {
            throw new CreditException(IntakeError.SUBMISSION_NOT_FOUND);
        }
    }
}
