package org.xinheng.platform.jointaction;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.identifier.IdentifierScan;
import org.xinheng.platform.access.Permission;
import org.xinheng.platform.audit.Changes;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.Role;
import org.xinheng.platform.shared.TaskId;
import org.xinheng.platform.vault.Vault;

/** Takes an agency's task a step further (响应、执行、反馈). */
@Component
public class AdvanceTask {

    private final Tasks tasks;
    private final Changes changes;
    private final Vault vault;
    private final JdbcClient jdbc;

    AdvanceTask(Tasks tasks, Changes changes, Vault vault, JdbcClient jdbc) {
        this.tasks = tasks;
        this.changes = changes;
        this.vault = vault;
        this.jdbc = jdbc;
    }

    /** @param note what was done, in the officer's words; needed for feedback */
    @Transactional
    public void advance(TaskId id, TaskState next, @Nullable String note, Actor actor) {
        Permission.require(actor, Role.CHECKER);
        var task = tasks.get(id);
        Permission.requireAgency(actor, task.agency());
        if (!task.open()) {
            throw new CreditException(JointActionError.TASK_CLOSED);
        }
        if (next == TaskState.CLOSED || !task.state().canBecome(next)) {
            throw new CreditException(JointActionError.STEP_NOT_NEXT);
        }
        boolean noted = note != null && !note.isBlank();
        if (next == TaskState.FED_BACK && !noted) {
            throw new CreditException(JointActionError.FIELD_REQUIRED, "note");
        }
        var change = changes.open(actor);
        try {
            jdbc.sql("""
                            insert into jointaction.task_step
                                (subject_id, task_id, version, change_id, state, actor, note)
                            values (:subject, :task, :version, :change, :state, :actor, :note)
                            """)
                    .param("subject", task.subject().value())
                    .param("task", id.value())
                    .param("version", task.version() + 1)
                    .param("change", change.id().value())
                    .param("state", next.name())
                    .param("actor", actor.id())
                    .param("note", note == null || !noted ? null : sealed(id, note))
                    .update();
        } catch (DuplicateKeyException e) {
            throw new CreditException(JointActionError.STEP_NOT_NEXT);
        }
        change.publish(new JointActionMoved(task.subject(), id, task.listing(), task.agency(), next));
    }

    private byte[] sealed(TaskId task, String note) {
        return vault.seal(task.value(), IdentifierScan.mask(note.strip()).getBytes(StandardCharsets.UTF_8));
    }
}
