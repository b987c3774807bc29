package org.xinheng.platform.console;

import java.io.InputStream;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
import org.xinheng.platform.indicator.Indicators;
import org.xinheng.platform.intake.StreamedUpload;
import org.xinheng.platform.oversight.Evidence;
import org.xinheng.platform.oversight.FollowWork;
import org.xinheng.platform.oversight.OversightError;
import org.xinheng.platform.oversight.PlatformEvidence;
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
import org.xinheng.platform.shared.Written;
import org.xinheng.platform.vault.EncryptedFiles;

/** One policy task: what it says, who does it, how far it is, reports with evidence, questions, more time, closing. */
@Controller
@RequestMapping("/console/tasks")
class PolicyTaskPages {

    private static final long LARGEST = 50L << 20;
    /** What stands in the form again when the report is refused. */
    private static final List<String> TYPED = List.of("kind", "text", "links");

    private final PolicyTasks tasks;
    private final PolicyDocuments documents;
    private final Work work;
    private final ReportWork reportWork;
    private final FollowWork followWork;
    private final PlatformEvidence platformEvidence;
    private final Indicators indicators;
    private final EncryptedFiles files;
    private final Order order;
    private final RefusalWords words;

    PolicyTaskPages(
            PolicyTasks tasks,
            PolicyDocuments documents,
            Work work,
            ReportWork reportWork,
            FollowWork followWork,
            PlatformEvidence platformEvidence,
            Indicators indicators,
            EncryptedFiles files,
            Order order,
            RefusalWords words) {
        this.tasks = tasks;
        this.documents = documents;
        this.work = work;
        this.reportWork = reportWork;
        this.followWork = followWork;
        this.platformEvidence = platformEvidence;
        this.indicators = indicators;
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
        model.addAttribute(
                "indicators",
                reporter
                        ? indicators.all().stream()
                                .filter(indicators::isMeasured)
                                .toList()
                        : List.of());
        model.addAttribute("activities", reporter ? platformEvidence.activities(actor.requiredAgency()) : List.of());
        model.addAttribute("mostFiles", ReportWork.MOST_FILES);
        model.addAttribute("thisMonth", YearMonth.from(order.today()));
        model.addAttribute("mayAsk", reporter && task.names(actor.agency()));
        model.addAttribute(
                "named",
                task.units().stream()
                        .map(PolicyTask.Assigned::agency)
                        .filter(agency -> agency != null)
                        .distinct()
                        .toList());
        var owed = task.parts().stream()
                .filter(one -> one.state() != WorkState.RELEASED)
                .toList();
        model.addAttribute("owed", owed.size());
        model.addAttribute(
                "done",
                owed.stream().filter(one -> one.state() == WorkState.ACCEPTED).count());
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

    /** A report with its evidence; files are read as they arrive, and none is kept of a report that is refused. */
    @PostMapping("/{id}/reports")
    String report(
            @PathVariable PolicyTaskId id,
            @RequestAttribute("org.xinheng.platform.intake.StreamedUpload") StreamedUpload upload,
            Actor actor,
            Locale locale,
            Model model) {
        var handedIn = new ArrayList<Evidence>();
        try {
            tasks.get(id, actor);
            model.addAttribute("typed", typed(upload));
            upload.files((name, content) -> handedIn.add(store(name, content, handedIn.size())));
            var kind = Written.choice(upload.field("kind"), Work.ReportKind.class);
            reportWork.report(
                    id,
                    kind == null ? Work.ReportKind.PROGRESS : kind,
                    upload.field("text"),
                    evidence(upload, handedIn, actor),
                    actor);
            return "redirect:/console/tasks/" + id;
        } catch (CreditException refusal) {
            discard(handedIn);
            return task(id, words.of(refusal, locale), actor, model);
        } catch (RuntimeException failure) {
            discard(handedIn);
            throw failure;
        }
    }

    private static Map<String, String> typed(StreamedUpload upload) {
        var typed = new HashMap<String, String>();
        for (var field : TYPED) {
            var value = upload.field(field);
            if (value != null) {
                typed.put(field, value);
            }
        }
        return typed;
    }

    private Evidence store(String name, InputStream content, int before) {
        if (before >= ReportWork.MOST_FILES) {
            throw new CreditException(OversightError.EVIDENCE_TOO_MUCH, ReportWork.MOST_FILES);
        }
        return new Evidence(
                Evidence.Kind.FILE, name, files.store(content, LARGEST).value());
    }

    private void discard(List<Evidence> handedIn) {
        for (var file : handedIn) {
            if (file.reference() != null) {
                files.discard(new FileId(file.reference()));
            }
        }
    }

    private List<Evidence> evidence(StreamedUpload upload, List<Evidence> handedIn, Actor actor) {
        var evidence = new ArrayList<>(handedIn);
        var links = upload.field("links");
        if (links != null) {
            links.lines()
                    .filter(line -> !line.isBlank())
                    .forEach(line -> evidence.add(new Evidence(Evidence.Kind.LINK, line.strip(), null)));
        }
        var figure = chosen(upload, "figure");
        var from = Written.month(upload.field("from"));
        var to = Written.month(upload.field("to"));
        if (figure != null && from != null && to != null) {
            evidence.add(platformEvidence.figure(figure, from, to, actor.requiredAgency()));
        }
        var activity = Written.id(upload.field("activity"));
        if (activity != null) {
            evidence.add(platformEvidence.activity(activity, actor.requiredAgency()));
        }
        return evidence;
    }

    private static @Nullable String chosen(StreamedUpload upload, String field) {
        var value = upload.field(field);
        return value == null || value.isBlank() ? null : value.strip();
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
