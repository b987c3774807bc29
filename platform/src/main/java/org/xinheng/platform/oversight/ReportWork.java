package org.xinheng.platform.oversight;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.IdGenerator;
import org.xinheng.platform.access.Permission;
import org.xinheng.platform.audit.Change;
import org.xinheng.platform.audit.Changes;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.casework.CaseDraft;
import org.xinheng.platform.casework.CaseKind;
import org.xinheng.platform.casework.OpenCase;
import org.xinheng.platform.oversight.Work.ReportKind;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.FileId;
import org.xinheng.platform.shared.PolicyTaskId;
import org.xinheng.platform.shared.Role;
import org.xinheng.platform.vault.EncryptedFiles;
import tools.jackson.databind.json.JsonMapper;

/** What an agency does about its part of a task: plan, progress, completion with evidence, more time, questions, sub-tasks. */
@Component
public class ReportWork {

    /** Files one report may carry. */
    public static final int MOST_FILES = 20;
    /** Pieces of evidence of every kind that one report may carry. */
    private static final int MOST = 50;

    private final JdbcClient jdbc;
    private final PolicyTasks tasks;
    private final Parts parts;
    private final OpenCase openCase;
    private final EncryptedFiles files;
    private final Changes changes;
    private final Order order;
    private final IdGenerator ids;
    private final JsonMapper json;

    ReportWork(
            JdbcClient jdbc,
            PolicyTasks tasks,
            Parts parts,
            OpenCase openCase,
            EncryptedFiles files,
            Changes changes,
            Order order,
            IdGenerator ids,
            JsonMapper json) {
        this.jdbc = jdbc;
        this.tasks = tasks;
        this.parts = parts;
        this.openCase = openCase;
        this.files = files;
        this.changes = changes;
        this.order = order;
        this.ids = ids;
        this.json = json;
    }

    /** A plan, progress or completion; a completion with at least one piece of evidence. Files are kept with it. */
    @Transactional
    public UUID report(PolicyTaskId id, ReportKind kind, @Nullable String text, List<Evidence> evidence, Actor actor) {
        Permission.require(actor, Role.REPORTER);
        var task = open(id);
        var part = part(task, actor);
        var words = Said.required(text, "text");
        var proofs = proofs(evidence);
        if (kind == ReportKind.COMPLETION && proofs.isEmpty()) {
            throw new CreditException(OversightError.EVIDENCE_REQUIRED);
        }
        var change = changes.open(actor);
        var report = ids.next();
        jdbc.sql("""
                        insert into oversight.report
                            (id, task_id, change_id, agency, kind, due, text, evidence, reported_on, actor)
                        values (:id, :task, :change, :agency, :kind, :due, :text, :evidence::jsonb, :on, :actor)
                        """)
                .param("id", report)
                .param("task", id.value())
                .param("change", change.id().value())
                .param("agency", part.agency().value())
                .param("kind", kind.name())
                .param("due", part.due())
                .param("text", words)
                .param("evidence", json.writeValueAsString(proofs))
                .param("on", order.today())
                .param("actor", actor.id())
                .update();
        for (var proof : proofs) {
            if (proof.kind() == Evidence.Kind.FILE && proof.reference() != null) {
                files.keep(new FileId(proof.reference()));
            }
        }
        parts.move(part, kind == ReportKind.COMPLETION ? WorkState.REPORTED : WorkState.IN_WORK, task.owner(), change);
        return report;
    }

    private static List<Evidence> proofs(List<Evidence> evidence) {
        requireAtMost(MOST, evidence.size());
        requireAtMost(
                MOST_FILES,
                evidence.stream()
                        .filter(proof -> proof.kind() == Evidence.Kind.FILE)
                        .count());
        var proofs = new ArrayList<Evidence>();
        for (var proof : evidence) {
            var words = Said.required(proof.words(), "evidence");
            if (proof.kind() == Evidence.Kind.LINK && !words.matches("https?://[^\\s/][^\\s]*")) {
                throw new CreditException(OversightError.EVIDENCE_LINK_INVALID);
            }
            proofs.add(new Evidence(proof.kind(), words, proof.reference()));
        }
        return proofs;
    }

    private static void requireAtMost(int most, long there) {
        if (there > most) {
            throw new CreditException(OversightError.EVIDENCE_TOO_MUCH, most);
        }
    }

    /** Asks for more time. */
    @Transactional
    public void askForTime(PolicyTaskId id, @Nullable LocalDate until, @Nullable String reason, Actor actor) {
        Permission.require(actor, Role.REPORTER);
        var task = open(id);
        var part = part(task, actor);
        if (until == null) {
            throw new CreditException(OversightError.WORK_FIELD_REQUIRED, "until");
        }
        if (part.due() == null || !until.isAfter(part.due()) || until.isBefore(order.today())) {
            throw new CreditException(OversightError.EXTENSION_NOT_LATER, until);
        }
        var change = changes.open(actor);
        var extension = ids.next();
        jdbc.sql("""
                        insert into oversight.extension
                            (id, task_id, change_id, agency, until, reason, asked_on, actor)
                        values (:id, :task, :change, :agency, :until, :reason, :on, :actor)
                        """)
                .param("id", extension)
                .param("task", id.value())
                .param("change", change.id().value())
                .param("agency", part.agency().value())
                .param("until", until)
                .param("reason", Said.required(reason, "reason"))
                .param("on", order.today())
                .param("actor", actor.id())
                .update();
        ask(CaseKind.POLICY_EXTENSION, extension, task, change);
    }

    /** Asks the office something; anybody named in the task may. */
    @Transactional
    public void ask(PolicyTaskId id, @Nullable String text, Actor actor) {
        Permission.require(actor, Role.REPORTER);
        var task = open(id);
        if (!task.names(actor.agency())) {
            throw new CreditException(OversightError.NOT_YOUR_TASK);
        }
        var change = changes.open(actor);
        var question = ids.next();
        jdbc.sql("""
                        insert into oversight.question (id, task_id, change_id, agency, text, asked_on, actor)
                        values (:id, :task, :change, :agency, :text, :on, :actor)
                        """)
                .param("id", question)
                .param("task", id.value())
                .param("change", change.id().value())
                .param("agency", actor.requiredAgency().value())
                .param("text", Said.required(text, "text"))
                .param("on", order.today())
                .param("actor", actor.id())
                .update();
        ask(CaseKind.POLICY_QUESTION, question, task, change);
    }

    /** Divides the own part further: a sub-task for the own agency or another one named in the task. */
    @Transactional
    public PolicyTaskId divide(
            PolicyTaskId id, @Nullable String title, @Nullable AgencyId agency, @Nullable LocalDate due, Actor actor) {
        Permission.require(actor, Role.REPORTER);
        var task = open(id);
        part(task, actor);
        if (due == null) {
            throw new CreditException(OversightError.WORK_FIELD_REQUIRED, "due");
        }
        if (!task.names(agency) || agency == null) {
            throw new CreditException(OversightError.NOT_YOUR_TASK);
        }
        var words = Said.required(title, "title");
        return tasks.begin(PolicyTask.Kind.SUBTASK, id, words, words, agency, due, task.owner(), changes.open(actor));
    }

    private void ask(CaseKind kind, UUID reference, PolicyTask task, Change change) {
        openCase.open(new CaseDraft(kind, null, reference, task.owner(), Role.CREDIT_OFFICE, null, null), change);
    }

    private PolicyTask open(PolicyTaskId id) {
        var task = tasks.get(id);
        if (task.closed()) {
            throw new CreditException(OversightError.POLICY_TASK_CLOSED);
        }
        return task;
    }

    private static PolicyTask.Part part(PolicyTask task, Actor actor) {
        var part = task.part(actor.agency());
        if (part == null) {
            throw new CreditException(OversightError.NOT_YOUR_TASK);
        }
        return part;
    }
}
