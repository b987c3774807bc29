package org.xinheng.platform.console;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
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
import org.xinheng.kernel.policy.Role;
import org.xinheng.platform.access.Permission;
import org.xinheng.platform.intake.StreamedUpload;
import org.xinheng.platform.oversight.Cycle;
import org.xinheng.platform.oversight.DocumentState;
import org.xinheng.platform.oversight.Draft;
import org.xinheng.platform.oversight.ImportDocument;
import org.xinheng.platform.oversight.OversightError;
import org.xinheng.platform.oversight.PolicyDocuments;
import org.xinheng.platform.oversight.PolicyTasks;
import org.xinheng.platform.packs.Packs;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.PolicyDocumentId;
import org.xinheng.platform.shared.PolicyTaskId;
import org.xinheng.platform.shared.Written;
import org.xinheng.platform.vault.EncryptedFiles;

/** Importing policy documents (文件导入): what was understood beside the source, corrected, confirmed. */
@Controller
@RequestMapping("/console/tasks/documents")
class PolicyDocumentPages {

    private final PolicyDocuments documents;
    private final PolicyTasks tasks;
    private final ImportDocument importDocument;
    private final EncryptedFiles files;
    private final Packs packs;
    private final RefusalWords words;

    PolicyDocumentPages(
            PolicyDocuments documents,
            PolicyTasks tasks,
            ImportDocument importDocument,
            EncryptedFiles files,
            Packs packs,
            RefusalWords words) {
        this.documents = documents;
        this.tasks = tasks;
        this.importDocument = importDocument;
        this.files = files;
        this.packs = packs;
        this.words = words;
    }

    @GetMapping
    String all(Actor actor, Model model) {
        return all(null, actor, model);
    }

    private String all(@Nullable String refusal, Actor actor, Model model) {
        boolean auditor = actor.may(org.xinheng.platform.shared.Role.AUDITOR);
        boolean office = actor.may(org.xinheng.platform.shared.Role.CREDIT_OFFICE);
        if (!auditor) {
            Permission.require(actor, org.xinheng.platform.shared.Role.CREDIT_OFFICE);
        }
        model.addAttribute(
                "documents",
                documents.all().stream()
                        .filter(one -> auditor || one.owner().equals(actor.agency()))
                        .toList());
        model.addAttribute("mayImport", office);
        model.addAttribute("refusal", refusal);
        return "console/task-documents";
    }

    @PostMapping
    String upload(
            @RequestAttribute("org.xinheng.platform.intake.StreamedUpload") StreamedUpload upload,
            Actor actor,
            Locale locale,
            Model model) {
        Permission.require(actor, org.xinheng.platform.shared.Role.CREDIT_OFFICE);
        try {
            var name = upload.fileName();
            return "redirect:/console/tasks/documents/" + importDocument.read(upload.file(), name, actor);
        } catch (CreditException refusal) {
            return all(words.of(refusal, locale), actor, model);
        }
    }

    @GetMapping("/{id}")
    String one(@PathVariable PolicyDocumentId id, Actor actor, Model model) {
        return one(id, null, actor, model);
    }

    private String one(PolicyDocumentId id, @Nullable String refusal, Actor actor, Model model) {
        var imported = refusal == null ? readable(id, actor) : owned(id, actor);
        var draft = imported.draft();
        model.addAttribute("imported", imported);
        model.addAttribute("draft", draft);
        model.addAttribute("source", SourceText.of(draft));
        model.addAttribute(
                "review",
                imported.state() == DocumentState.IN_REVIEW
                        && imported.owner().equals(actor.agency())
                        && actor.may(org.xinheng.platform.shared.Role.CREDIT_OFFICE));
        model.addAttribute("groups", packs.today().groups());
        model.addAttribute(
                "open",
                draft.kept().stream()
                        .flatMap(entry -> entry.units().stream())
                        .filter(unit -> !unit.known())
                        .count());
        model.addAttribute(
                "unaccountable",
                draft.kept().stream().filter(entry -> !entry.accountable()).count());
        model.addAttribute(
                "again",
                draft.kept().stream().filter(entry -> entry.reissues() != null).count());
        model.addAttribute("refusal", refusal);
        return "console/task-document";
    }

    @GetMapping("/{id}/file")
    ResponseEntity<StreamingResponseBody> file(@PathVariable PolicyDocumentId id, Actor actor) {
        var imported = readable(id, actor);
        return Download.of(imported.fileName(), MediaType.APPLICATION_OCTET_STREAM, out -> {
            try (var content = files.open(imported.file())) {
                content.transferTo(out);
            }
        });
    }

    @PostMapping("/{id}/head")
    String correctHead(
            @PathVariable PolicyDocumentId id,
            @RequestParam int version,
            @RequestParam(required = false) @Nullable String title,
            @RequestParam(required = false) @Nullable String number,
            @RequestParam(required = false) @Nullable String issuer,
            @RequestParam(required = false) @Nullable LocalDate issued,
            Actor actor,
            Locale locale,
            Model model) {
        try {
            importDocument.correctHead(id, version, title, number, issuer, issued, actor);
            return "redirect:/console/tasks/documents/" + id;
        } catch (CreditException refusal) {
            return one(id, words.of(refusal, locale), actor, model);
        }
    }

    @GetMapping("/{id}/tasks/{index}")
    String entry(@PathVariable PolicyDocumentId id, @PathVariable int index, Actor actor, Model model) {
        var imported = owned(id, actor);
        var entries = imported.draft().tasks();
        requirePlace(index, entries);
        return entry(imported, index, index == entries.size() ? EMPTY : entries.get(index), null, actor, model);
    }

    /** One of the tasks, or the place behind the last, where a new one is written. */
    private static void requirePlace(int index, List<Draft.Entry> entries) {
        if (index < 0 || index > entries.size()) {
            throw new CreditException(OversightError.POLICY_TASK_NOT_FOUND, index);
        }
    }

    private static final Draft.Entry EMPTY =
            new Draft.Entry(0, null, List.of(), null, "", List.of(), false, null, null, null, null, null, false);

    private String entry(
            PolicyDocuments.Imported imported,
            int index,
            Draft.Entry entry,
            @Nullable String refusal,
            Actor actor,
            Model model) {
        model.addAttribute("imported", imported);
        model.addAttribute("index", index);
        model.addAttribute("entry", entry);
        var alike = imported.draft().alike(index);
        model.addAttribute("earlier", alike == null ? null : tasks.get(alike, actor));
        model.addAttribute(
                "agencies",
                packs.today().agencies().values().stream()
                        .filter(agency -> agency.until() == null)
                        .toList());
        model.addAttribute("groups", packs.today().groups().values());
        model.addAttribute("roles", Role.values());
        model.addAttribute("cycles", Cycle.values());
        model.addAttribute("refusal", refusal);
        return "console/task-entry";
    }

    @PostMapping("/{id}/tasks/{index}")
    String correct(
            @PathVariable PolicyDocumentId id,
            @PathVariable int index,
            HttpServletRequest form,
            Actor actor,
            Locale locale,
            Model model) {
        var imported = owned(id, actor);
        var entries = imported.draft().tasks();
        requirePlace(index, entries);
        var before = index < entries.size() ? entries.get(index) : EMPTY;
        try {
            var entry = read(form, before);
            importDocument.correctTask(id, version(form), index, entry, actor);
            return "redirect:/console/tasks/documents/" + id + "#task-" + index;
        } catch (CreditException refusal) {
            return entry(imported, index, before, words.of(refusal, locale), actor, model);
        }
    }

    private Draft.Entry read(HttpServletRequest form, Draft.Entry before) {
        var reissues = Written.id(text(form, "reissues"));
        return new Draft.Entry(
                before.line(),
                orNull(text(form, "number")),
                before.path(),
                orNull(text(form, "title")),
                text(form, "text"),
                units(form, before),
                before.openEnded(),
                before.deadline(),
                Written.day(text(form, "due")),
                Written.choice(text(form, "cycle"), Cycle.class),
                before.remark(),
                reissues == null ? null : new PolicyTaskId(reissues),
                form.getParameter("left") != null);
    }

    /** Rows of role, name and who that is; one without a name and without an agency is taken out. */
    private List<Draft.Unit> units(HttpServletRequest form, Draft.Entry before) {
        var roles = values(form, "role");
        var names = values(form, "name");
        var who = values(form, "who");
        var units = new ArrayList<Draft.Unit>();
        for (int i = 0; i < Math.min(roles.length, Math.min(names.length, who.length)); i++) {
            var name = names[i].strip();
            if (name.isEmpty() && who[i].isEmpty()) {
                continue;
            }
            var group = who[i].startsWith("group:") ? who[i].substring("group:".length()) : null;
            var agency = who[i].startsWith("agency:") ? who[i].substring("agency:".length()) : null;
            units.add(new Draft.Unit(
                    role(roles[i]),
                    name.isEmpty() ? named(agency, group) : name,
                    i < before.units().size() ? before.units().get(i).alias() : null,
                    agency == null ? List.of() : List.of(new AgencyId(agency)),
                    group,
                    List.of()));
        }
        return units;
    }

    private String named(@Nullable String agency, @Nullable String group) {
        var rules = packs.today();
        var known = agency == null ? null : rules.agencies().get(agency);
        var collective = group == null ? null : rules.groups().get(group);
        if (known != null) {
            return known.label().zh();
        }
        if (collective != null) {
            return collective.label().zh();
        }
        throw new CreditException(OversightError.UNKNOWN_AGENCY, String.valueOf(agency));
    }

    private static String[] values(HttpServletRequest form, String name) {
        var values = form.getParameterValues(name);
        return values == null ? new String[0] : values;
    }

    private static String text(HttpServletRequest form, String name) {
        var value = form.getParameter(name);
        return value == null ? "" : value.strip();
    }

    /** The version the form was filled in for; without one it is none. */
    private static int version(HttpServletRequest form) {
        return Objects.requireNonNullElse(Written.whole(text(form, "version")), 0);
    }

    private static Role role(String text) {
        return Objects.requireNonNullElse(Written.choice(text, Role.class), Role.LEAD);
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    @PostMapping("/{id}/confirmation")
    String confirm(
            @PathVariable PolicyDocumentId id, @RequestParam int version, Actor actor, Locale locale, Model model) {
        try {
            int unseen = importDocument.recognise(id, version, actor);
            if (unseen > 0) {
                throw new CreditException(OversightError.TASKS_IN_WORK_MEANWHILE, unseen);
            }
            importDocument.confirm(id, version, actor);
            return "redirect:/console/tasks?document=" + id;
        } catch (CreditException refusal) {
            return one(id, words.of(refusal, locale), actor, model);
        }
    }

    @PostMapping("/{id}/discarding")
    String discard(@PathVariable PolicyDocumentId id, Actor actor, Locale locale, Model model) {
        try {
            importDocument.discard(id, actor);
            return "redirect:/console/tasks/documents";
        } catch (CreditException refusal) {
            return one(id, words.of(refusal, locale), actor, model);
        }
    }

    /** Whose document it is, and auditors. */
    private PolicyDocuments.Imported readable(PolicyDocumentId id, Actor actor) {
        return actor.may(org.xinheng.platform.shared.Role.AUDITOR) ? documents.get(id) : owned(id, actor);
    }

    private PolicyDocuments.Imported owned(PolicyDocumentId id, Actor actor) {
        Permission.require(actor, org.xinheng.platform.shared.Role.CREDIT_OFFICE);
        var imported = documents.get(id);
        Permission.requireAgency(actor, imported.owner());
        return imported;
    }
}
