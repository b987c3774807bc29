package org.xinheng.platform.jointaction;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinheng.kernel.CreditException;
import org.xinheng.platform.access.Permission;
import org.xinheng.platform.audit.Changes;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.packs.Packs;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.Role;
import org.xinheng.platform.shared.TaskId;
import org.xinheng.platform.shared.Written;
import org.xinheng.platform.vault.SealedContent;

/** Takes an agency's task a step further (响应、执行、反馈), or says why it is not for this agency (不适用). */
@Component
public class AdvanceTask {

    private final Tasks tasks;
    private final TaskCases cases;
    private final Packs packs;
    private final Order order;
    private final Changes changes;
    private final SealedContent contents;
    private final JdbcClient jdbc;

    AdvanceTask(
            Tasks tasks,
            TaskCases cases,
            Packs packs,
            Order order,
            Changes changes,
            SealedContent contents,
            JdbcClient jdbc) {
        this.tasks = tasks;
        this.cases = cases;
        this.packs = packs;
        this.order = order;
        this.changes = changes;
        this.contents = contents;
        this.jdbc = jdbc;
    }

    /**
     * Feedback needs a note of what was done; "not applicable" needs its reason, and a basis as well where the measure must be
     * executed by law.
     */
    @Transactional
    public void advance(TaskId id, TaskState next, TaskStep.@Nullable Said given, Actor actor) {
        Permission.require(actor, Role.CHECKER);
        var task = tasks.get(id);
        Permission.requireAgency(actor, task.agency());
        if (!task.open()) {
            throw new CreditException(JointActionError.TASK_CLOSED);
        }
        if (next == TaskState.CLOSED || !task.state().canBecome(next)) {
            throw new CreditException(JointActionError.STEP_NOT_NEXT);
        }
        var said = given == null ? TaskStep.Said.NOTHING : masked(given);
        if (next == TaskState.FED_BACK && said.note() == null) {
            throw new CreditException(JointActionError.FIELD_REQUIRED, "note");
        }
        if (next == TaskState.NOT_APPLICABLE && (said.note() == null || task.mandatory() && said.basis() == null)) {
            throw new CreditException(JointActionError.REASON_REQUIRED);
        }
        var change = changes.open(actor);
        try {
            jdbc.sql("""
                            insert into jointaction.task_step
                                (subject_id, task_id, version, change_id, state, actor, said)
                            values (:subject, :task, :version, :change, :state, :actor, :said)
                            """)
                    .param("subject", task.subject().value())
                    .param("task", id.value())
                    .param("version", task.version() + 1)
                    .param("change", change.id().value())
                    .param("state", next.name())
                    .param("actor", actor.id())
                    .param("said", said.silent() ? null : contents.seal(id.value(), said))
                    .update();
        } catch (DuplicateKeyException e) {
            throw new CreditException(JointActionError.STEP_NOT_NEXT);
        }
        cases.settle(id, change);
        cases.await(
                new TaskCases.Standing(task.subject(), id, task.agency(), next),
                task.until(),
                packs.today(),
                order.today(),
                change);
        change.publish(new JointActionMoved(task.subject(), id, task.listing(), task.agency(), next));
    }

    private static TaskStep.Said masked(TaskStep.Said said) {
        return new TaskStep.Said(
                Written.words(said.note()),
                Written.words(said.basis()),
                said.evidence().stream()
                        .map(Written::words)
                        .<String>mapMulti((text, kept) -> {
                            if (text != null) {
                                kept.accept(text);
                            }
                        })
                        .toList());
    }
}
