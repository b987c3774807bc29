package org.xinheng.platform.oversight;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinheng.kernel.CreditException;
import org.xinheng.platform.access.Permission;
import org.xinheng.platform.audit.Change;
import org.xinheng.platform.audit.Changes;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.casework.CaseKind;
import org.xinheng.platform.casework.CloseCase;
import org.xinheng.platform.oversight.Work.ReportKind;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.PolicyTaskId;
import org.xinheng.platform.shared.Role;
import org.xinheng.platform.shared.Written;

/** What the office that owns a task does: looks at reports, grants time, answers, closes. */
@Component
public class FollowWork {

    private final JdbcClient jdbc;
    private final PolicyTasks tasks;
    private final Work work;
    private final Parts parts;
    private final CloseCase closeCase;
    private final Changes changes;
    private final Order order;

    FollowWork(
            JdbcClient jdbc,
            PolicyTasks tasks,
            Work work,
            Parts parts,
            CloseCase closeCase,
            Changes changes,
            Order order) {
        this.jdbc = jdbc;
        this.tasks = tasks;
        this.work = work;
        this.parts = parts;
        this.closeCase = closeCase;
        this.changes = changes;
        this.order = order;
    }

    /** Accepts a report of completion, or sends it back with a reason. A task that comes again begins its next period. */
    @Transactional
    public PolicyTaskId review(UUID reportId, boolean accepted, @Nullable String reason, Actor actor) {
        var report = work.report(reportId);
        var task = owned(report.task(), actor);
        var words = Written.words(reason);
        if (!accepted && words == null) {
            throw new CreditException(OversightError.WORK_REASON_REQUIRED);
        }
        var part = task.part(report.agency());
        if (part == null || report.kind() != ReportKind.COMPLETION || part.state() != WorkState.REPORTED) {
            throw new CreditException(OversightError.WORK_STEP_NOT_NEXT);
        }
        var change = changes.open(actor);
        answered(() -> jdbc.sql("""
                        insert into oversight.review (report_id, change_id, accepted, reason, reviewed_on, actor)
                        values (:id, :change, :accepted, :reason, :on, :actor)
                        """)
                .param("id", reportId)
                .param("change", change.id().value())
                .param("accepted", accepted)
                .param("reason", words)
                .param("on", order.today())
                .param("actor", actor.id())
                .update());
        var moved = parts.move(part, accepted ? WorkState.ACCEPTED : WorkState.SENT_BACK, task.owner(), change);
        var cycle = task.latest().cycle();
        if (accepted && cycle != null && part.due() != null) {
            parts.move(moved, WorkState.NOT_BEGUN, cycle.next(part.due()), task.owner(), change);
        }
        return report.task();
    }

    /** Grants more time or does not, with a reason. */
    @Transactional
    public PolicyTaskId answerExtension(UUID id, boolean granted, @Nullable String reason, Actor actor) {
        var extension = work.extension(id);
        var task = owned(extension.task(), actor);
        var words = Written.words(reason);
        if (words == null) {
            throw new CreditException(OversightError.WORK_REASON_REQUIRED);
        }
        var change = changes.open(actor);
        answered(() -> jdbc.sql("""
                        insert into oversight.extension_answer
                            (extension_id, change_id, granted, reason, answered_on, actor)
                        values (:id, :change, :granted, :reason, :on, :actor)
                        """)
                .param("id", id)
                .param("change", change.id().value())
                .param("granted", granted)
                .param("reason", words)
                .param("on", order.today())
                .param("actor", actor.id())
                .update());
        closeCase.close(id, change, CaseKind.POLICY_EXTENSION);
        var part = task.part(extension.agency());
        if (granted && part != null && part.state().owing()) {
            parts.extend(part, extension.until(), change);
        }
        return extension.task();
    }

    @Transactional
    public PolicyTaskId answer(UUID questionId, @Nullable String text, Actor actor) {
        var question = work.question(questionId);
        owned(question.task(), actor);
        var change = changes.open(actor);
        var words = Said.required(text, "text");
        answered(() -> jdbc.sql("""
                        insert into oversight.answer (question_id, change_id, text, answered_on, actor)
                        values (:id, :change, :text, :on, :actor)
                        """)
                .param("id", questionId)
                .param("change", change.id().value())
                .param("text", words)
                .param("on", order.today())
                .param("actor", actor.id())
                .update());
        closeCase.close(questionId, change, CaseKind.POLICY_QUESTION);
        return question.task();
    }

    /** Closes a task on accepted evidence; where an agency still owes its part, with the reason why it is enough. */
    @Transactional
    public void close(PolicyTaskId id, @Nullable String reason, Actor actor) {
        var task = owned(id, actor);
        boolean proved = work.reports(id).stream()
                .anyMatch(report -> report.review() != null && report.review().yes());
        if (!proved) {
            throw new CreditException(OversightError.EVIDENCE_REQUIRED);
        }
        var words = Written.words(reason);
        if (words == null && task.parts().stream().anyMatch(part -> part.state().owing())) {
            throw new CreditException(OversightError.WORK_REASON_REQUIRED);
        }
        var change = changes.open(actor);
        answered(() -> jdbc.sql("""
                        insert into oversight.closing (task_id, change_id, reason, closed_on, actor)
                        values (:task, :change, :reason, :on, :actor)
                        """)
                .param("task", id.value())
                .param("change", change.id().value())
                .param("reason", words)
                .param("on", order.today())
                .param("actor", actor.id())
                .update());
        task.parts().forEach(part -> parts.settle(part, change));
        settleQuestions(task, change);
        change.publish(new PolicyTaskClosed(id));
    }

    private void settleQuestions(PolicyTask task, Change change) {
        work.questions(task.id()).stream()
                .filter(question -> question.answer() == null)
                .forEach(question -> closeCase.close(question.id(), change, CaseKind.POLICY_QUESTION));
        work.extensions(task.id()).stream()
                .filter(extension -> extension.answer() == null)
                .forEach(extension -> closeCase.close(extension.id(), change, CaseKind.POLICY_EXTENSION));
    }

    private PolicyTask owned(PolicyTaskId id, Actor actor) {
        Permission.require(actor, Role.CREDIT_OFFICE);
        var task = tasks.get(id);
        AgencyId owner = task.owner();
        Permission.requireAgency(actor, owner);
        if (task.closed()) {
            throw new CreditException(OversightError.POLICY_TASK_CLOSED);
        }
        return task;
    }

    private static void answered(Runnable insert) {
        try {
            insert.run();
        } catch (DuplicateKeyException e) {
            throw new CreditException(OversightError.ALREADY_ANSWERED);
        }
    }
}
