package org.xinheng.platform.oversight;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.IdGenerator;
import org.xinheng.kernel.calendar.Due;
import org.xinheng.platform.audit.Change;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.casework.CaseDraft;
import org.xinheng.platform.casework.CaseKind;
import org.xinheng.platform.casework.CloseCase;
import org.xinheng.platform.casework.OpenCase;
import org.xinheng.platform.oversight.PolicyTask.Part;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.PolicyTaskId;
import org.xinheng.platform.shared.Role;

/** Moves the agencies' parts of tasks from state to state, each with its line in the inbox of whoever is next. */
@Component
class Parts {

    private final JdbcClient jdbc;
    private final Order order;
    private final OpenCase openCase;
    private final CloseCase closeCase;
    private final IdGenerator ids;

    Parts(JdbcClient jdbc, Order order, OpenCase openCase, CloseCase closeCase, IdGenerator ids) {
        this.jdbc = jdbc;
        this.order = order;
        this.openCase = openCase;
        this.closeCase = closeCase;
        this.ids = ids;
    }

    /** A new part; in the agency's inbox where it has a last day. */
    @Transactional(propagation = Propagation.MANDATORY)
    void begin(PolicyTaskId task, AgencyId agency, @Nullable LocalDate due, Change change) {
        var part = new Part(ids.next(), task, agency, WorkState.NOT_BEGUN, due, 1);
        jdbc.sql("""
                        insert into oversight.part (id, task_id, agency, state, due, version)
                        values (:id, :task, :agency, 'NOT_BEGUN', :due, 1)
                        """)
                .param("id", part.id())
                .param("task", task.value())
                .param("agency", agency.value())
                .param("due", due)
                .update();
        step(part, change);
        if (due != null) {
            await(part, change);
        }
    }

    /** To a next state with the same last day. */
    @Transactional(propagation = Propagation.MANDATORY)
    Part move(Part part, WorkState next, AgencyId owner, Change change) {
        return move(part, next, part.due(), owner, change);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    Part move(Part part, WorkState next, @Nullable LocalDate due, AgencyId owner, Change change) {
        if (!part.state().next().contains(next)) {
            throw new CreditException(OversightError.WORK_STEP_NOT_NEXT);
        }
        var moved = store(part, next, due, change);
        if (next == WorkState.IN_WORK && part.state() != WorkState.SENT_BACK) {
            return moved;
        }
        settle(part, change);
        switch (next) {
            case REPORTED ->
                openCase.open(
                        new CaseDraft(
                                CaseKind.POLICY_REPORT_REVIEW, null, part.id(), owner, Role.CREDIT_OFFICE, null, null),
                        change);
            case SENT_BACK -> await(moved, change);
            case NOT_BEGUN, IN_WORK -> {
                if (due != null) {
                    await(moved, change);
                }
            }
            case ACCEPTED, RELEASED -> {}
        }
        return moved;
    }

    /** The same state with another last day. */
    @Transactional(propagation = Propagation.MANDATORY)
    void extend(Part part, LocalDate until, Change change) {
        var moved = store(part, part.state(), until, change);
        if (moved.state().owing() && moved.state() != WorkState.REPORTED) {
            settle(part, change);
            await(moved, change);
        }
    }

    /** Nobody has to do anything about it any more. */
    void settle(Part part, Change change) {
        closeCase.close(part.id(), change, CaseKind.POLICY_TASK, CaseKind.POLICY_REPORT_REVIEW);
    }

    private Part store(Part part, WorkState next, @Nullable LocalDate due, Change change) {
        int changed = jdbc.sql("""
                        update oversight.part set state = :state, due = :due, version = version + 1
                        where id = :id and version = :version
                        """)
                .param("state", next.name())
                .param("due", due)
                .param("id", part.id())
                .param("version", part.version())
                .update();
        if (changed == 0) {
            throw new CreditException(OversightError.WORK_STEP_NOT_NEXT);
        }
        var moved = new Part(part.id(), part.task(), part.agency(), next, due, part.version() + 1);
        step(moved, change);
        return moved;
    }

    private void step(Part part, Change change) {
        jdbc.sql("""
                        insert into oversight.part_step (part_id, version, change_id, state, due, happened_on)
                        values (:id, :version, :change, :state, :due, :on)
                        """)
                .param("id", part.id())
                .param("version", part.version())
                .param("change", change.id().value())
                .param("state", part.state().name())
                .param("due", part.due())
                .param("on", order.today())
                .update();
        change.publish(new PartMoved(part.task(), part.agency(), part.state(), part.due()));
    }

    private void await(Part part, Change change) {
        var due = part.due();
        openCase.open(
                new CaseDraft(
                        CaseKind.POLICY_TASK,
                        null,
                        part.id(),
                        part.agency(),
                        Role.REPORTER,
                        null,
                        due == null ? null : new Due(due, true, List.of(due.getYear()))),
                change);
    }

    /** Which task a part belongs to; null where there is no such part. */
    @Nullable
    PolicyTaskId taskOf(UUID part) {
        return jdbc.sql("select task_id from oversight.part where id = :id")
                .param("id", part)
                .query(UUID.class)
                .optional()
                .map(PolicyTaskId::new)
                .orElse(null);
    }
}
