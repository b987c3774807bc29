package org.xinheng.platform.jointaction;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinheng.kernel.CreditException;
import org.xinheng.platform.access.AccessError;
import org.xinheng.platform.access.Permission;
import org.xinheng.platform.access.Scope;
import org.xinheng.platform.audit.Changes;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.packs.Packs;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.Role;
import org.xinheng.platform.shared.TaskId;

/** Reminds an agency of a task whose day has passed (催办). It reminds; it decides nothing. */
@Component
public class ChaseTask {

    private final Tasks tasks;
    private final TaskCases cases;
    private final Packs packs;
    private final Order order;
    private final Changes changes;
    private final JdbcClient jdbc;

    ChaseTask(Tasks tasks, TaskCases cases, Packs packs, Order order, Changes changes, JdbcClient jdbc) {
        this.tasks = tasks;
        this.cases = cases;
        this.packs = packs;
        this.order = order;
        this.changes = changes;
        this.jdbc = jdbc;
    }

    @Transactional
    public void chase(TaskId id, Actor actor) {
        Permission.require(actor, Role.CREDIT_OFFICE);
        var task = tasks.get(id);
        if (!Scope.of(actor, packs.today()).covers(task.agency())) {
            throw new CreditException(AccessError.OTHER_AGENCY);
        }
        if (!task.open()) {
            throw new CreditException(JointActionError.TASK_CLOSED);
        }
        if (!task.overdue()) {
            throw new CreditException(JointActionError.NOT_LATE);
        }
        var change = changes.open(actor);
        try {
            jdbc.sql("""
                            insert into jointaction.chase (subject_id, task_id, version, number, change_id, actor)
                            values (:subject, :task, :version, :number, :change, :actor)
                            """)
                    .param("subject", task.subject().value())
                    .param("task", id.value())
                    .param("version", task.version())
                    .param("number", task.chased() + 1)
                    .param("change", change.id().value())
                    .param("actor", actor.id())
                    .update();
        } catch (DuplicateKeyException e) {
            throw new CreditException(JointActionError.STEP_NOT_NEXT);
        }
        cases.remind(
                new TaskCases.Standing(task.subject(), id, task.agency(), task.state()),
                task.until(),
                packs.today(),
                order.today(),
                change);
        change.publish(new JointActionChased(task.subject(), id, task.agency()));
    }
}
