package org.xinheng.platform.console;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.xinheng.kernel.CreditException;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.intake.StreamedUpload;
import org.xinheng.platform.oversight.Evidence;
import org.xinheng.platform.oversight.FollowWork;
import org.xinheng.platform.oversight.OversightError;
import org.xinheng.platform.oversight.PolicyDocuments;
import org.xinheng.platform.oversight.PolicyTask;
import org.xinheng.platform.oversight.PolicyTasks;
import org.xinheng.platform.oversight.ReportWork;
import org.xinheng.platform.oversight.Work;
import org.xinheng.platform.oversight.WorkState;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.FileId;
import org.xinheng.platform.shared.PolicyDocumentId;
import org.xinheng.platform.shared.PolicyTaskId;
import org.xinheng.platform.shared.Role;
import org.xinheng.platform.vault.EncryptedFiles;

/** One policy task: what it says, who does it, how far it is, reports with evidence, questions, more time, closing. */
@Controller
@RequestMapping("/console/tasks")
class PolicyTaskPages {

    private static final long LARGEST = 50L << 20;

    private final PolicyTasks tasks;
    private final PolicyDocuments documents;
    private final Work work;
    private final ReportWork reportWork;
    private final FollowWork followWork;
    private final EncryptedFiles files;
    private final Order order;
    private final RefusalWords words;

    PolicyTaskPages(
            PolicyTasks tasks,
            PolicyDocuments documents,
            Work work,
            ReportWork reportWork,
            FollowWork followWork,
            EncryptedFiles files,
            Order order,
            RefusalWords words) {
        this.tasks = tasks;
        this.documents = documents;
        this.work = work;
        this.reportWork = reportWork;
        this.followWork = followWork;
        this.files = files;
        this.order = order;
        this.words = words;
    }

    @GetMapping("/{id}")
    String task(@PathVariable PolicyTaskId id, Actor actor, Model model) {
        return task(id, null, actor, model);
    }

    private String task(PolicyTaskId id, @Nullable String refusal, Actor actor, Model model) {
        var task = tasks.get(id, actor);
        boolean office = actor.may(Role.CREDIT_OFFICE) && task.owner().equals(actor.agency());
        boolean reporter = actor.may(Role.REPORTER) && !task.closed();
        var part = task.part(actor.agency());
        model.addAttribute("task", task);
        model.addAttribute("part", part);
        model.addAttribute("today", order.today());
        model.addAttribute("reports", work.reports(id));
        model.addAttribute("extensions", work.extensions(id));
        model.addAttribute("questions", work.questions(id));
        model.addAttribute("children", tasks.children(id));
        model.addAttribute("documents", named(task));
        model.addAttribute("office", office && !task.closed());
        model.addAttribute(
                "mayReport", reporter && part != null && part.state().next().contains(WorkState.REPORTED));
        model.addAttribute("mayAsk", reporter && task.names(actor.agency()));
        model.addAttribute(
                "named",
                task.units().stream()
                        .map(PolicyTask.Assigned::agency)
                        .filter(agency -> agency != null)
                        .distinct()
                        .toList());
        model.addAttribute(
                "owing", task.parts().stream().anyMatch(one -> one.state().owing()));
        model.addAttribute(
                "proved",
                work.reports(id).stream()
                        .anyMatch(report ->
                                report.review() != null && report.review().yes()));
        model.addAttribute("refusal", refusal);
        return "console/policy-task";
    }

    private LinkedHashMap<PolicyDocumentId, String> named(PolicyTask task) {
        var named = new LinkedHashMap<PolicyDocumentId, String>();
        for (var wording : task.wordings()) {
            if (wording.document() != null) {
                named.put(wording.document(), documents.get(wording.document()).name());
            }
        }
        return named;
    }

    /** A report with its evidence; the file, where there is one, is read as it arrives. */
    @PostMapping("/{id}/reports")
    String report(
            @PathVariable PolicyTaskId id,
            @RequestAttribute("org.xinheng.platform.intake.StreamedUpload") StreamedUpload upload,
            Actor actor,
            Locale locale,
            Model model) {
        FileId file = null;
        try {
            tasks.get(id, actor);
            var name = upload.fileName();
            if (!name.isEmpty()) {
                file = files.store(upload.file(), LARGEST);
            }
            var kind = upload.field("kind");
            reportWork.report(
                    id,
                    kind == null ? Work.ReportKind.PROGRESS : Work.ReportKind.valueOf(kind),
                    upload.field("text"),
                    evidence(upload, name, file),
                    actor);
            return "redirect:/console/tasks/" + id;
        } catch (CreditException refusal) {
            if (file != null) {
                files.discard(file);
            }
            return task(id, words.of(refusal, locale), actor, model);
        }
    }

    private static List<Evidence> evidence(StreamedUpload upload, String name, @Nullable FileId file) {
        var evidence = new ArrayList<Evidence>();
        if (file != null) {
            evidence.add(new Evidence(Evidence.Kind.FILE, name, file.value()));
        }
        var links = upload.field("links");
        if (links != null) {
            links.lines()
                    .filter(line -> !line.isBlank())
                    .forEach(line -> evidence.add(new Evidence(Evidence.Kind.LINK, line.strip(), null)));
        }
        return evidence;
    }

    @GetMapping("/{id}/reports/{report}/files/{file}")
    ResponseEntity<StreamingResponseBody> file(
            @PathVariable PolicyTaskId id, @PathVariable UUID report, @PathVariable UUID file, Actor actor) {
        tasks.get(id, actor);
        var proof = work.reports(id).stream()
                .filter(one -> one.id().equals(report))
                .flatMap(one -> one.evidence().stream())
                .filter(one -> one.kind() == Evidence.Kind.FILE && file.equals(one.reference()))
                .findFirst()
                .orElseThrow(() -> new CreditException(OversightError.POLICY_TASK_NOT_FOUND, file));
        return Download.of(proof.words(), MediaType.APPLICATION_OCTET_STREAM, out -> {
            try (var content = files.open(new FileId(file))) {
                content.transferTo(out);
            }
        });
    }

    @PostMapping("/{id}/extensions")
    String askForTime(
            @PathVariable PolicyTaskId id,
            @RequestParam(required = false) @Nullable LocalDate until,
            @RequestParam(required = false) @Nullable String reason,
            Actor actor,
            Locale locale,
            Model model) {
        return acted(id, () -> reportWork.askForTime(id, until, reason, actor), actor, locale, model);
    }

    @PostMapping("/{id}/questions")
    String ask(
            @PathVariable PolicyTaskId id,
            @RequestParam(required = false) @Nullable String text,
            Actor actor,
            Locale locale,
            Model model) {
        return acted(id, () -> reportWork.ask(id, text, actor), actor, locale, model);
    }

    @PostMapping("/{id}/subtasks")
    String divide(
            @PathVariable PolicyTaskId id,
            @RequestParam(required = false) @Nullable String title,
            @RequestParam(required = false) @Nullable AgencyId agency,
            @RequestParam(required = false) @Nullable LocalDate due,
            Actor actor,
            Locale locale,
            Model model) {
        return acted(id, () -> reportWork.divide(id, title, agency, due, actor), actor, locale, model);
    }

    @PostMapping("/{id}/closing")
    String close(
            @PathVariable PolicyTaskId id,
            @RequestParam(required = false) @Nullable String reason,
            Actor actor,
            Locale locale,
            Model model) {
        return acted(id, () -> followWork.close(id, reason, actor), actor, locale, model);
    }

    @PostMapping("/{id}/reports/{report}/review")
    String review(
            @PathVariable PolicyTaskId id,
            @PathVariable UUID report,
            @RequestParam boolean accepted,
            @RequestParam(required = false) @Nullable String reason,
            Actor actor,
            Locale locale,
            Model model) {
        return acted(id, () -> followWork.review(report, accepted, reason, actor), actor, locale, model);
    }

    @PostMapping("/{id}/extensions/{extension}/answer")
    String answerExtension(
            @PathVariable PolicyTaskId id,
            @PathVariable UUID extension,
            @RequestParam boolean granted,
            @RequestParam(required = false) @Nullable String reason,
            Actor actor,
            Locale locale,
            Model model) {
        return acted(id, () -> followWork.answerExtension(extension, granted, reason, actor), actor, locale, model);
    }

    @PostMapping("/{id}/questions/{question}/answer")
    String answer(
            @PathVariable PolicyTaskId id,
            @PathVariable UUID question,
            @RequestParam(required = false) @Nullable String text,
            Actor actor,
            Locale locale,
            Model model) {
        return acted(id, () -> followWork.answer(question, text, actor), actor, locale, model);
    }

    private String acted(PolicyTaskId id, Runnable act, Actor actor, Locale locale, Model model) {
        try {
            act.run();
            return "redirect:/console/tasks/" + id;
        } catch (CreditException refusal) {
            return task(id, words.of(refusal, locale), actor, model);
        }
    }

    /** Where the inbox leads. */
    @GetMapping("/parts/{part}")
    String part(@PathVariable UUID part) {
        return "redirect:/console/tasks/" + tasks.ofPart(part);
    }

    @GetMapping("/extensions/{extension}")
    String extension(@PathVariable UUID extension) {
        return "redirect:/console/tasks/" + work.taskOfExtension(extension) + "#extension-" + extension;
    }

    @GetMapping("/questions/{question}")
    String question(@PathVariable UUID question) {
        return "redirect:/console/tasks/" + work.taskOfQuestion(question) + "#question-" + question;
    }
}
