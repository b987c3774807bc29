package org.xinheng.platform.jointaction;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xinheng.kernel.calendar.Due;
import org.xinheng.kernel.pack.Pack;
import org.xinheng.platform.audit.Change;
import org.xinheng.platform.casework.CaseDraft;
import org.xinheng.platform.casework.CaseKind;
import org.xinheng.platform.casework.CloseCase;
import org.xinheng.platform.casework.Inbox;
import org.xinheng.platform.casework.OpenCase;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.Role;
import org.xinheng.platform.shared.SubjectId;
import org.xinheng.platform.shared.TaskId;

/** Keeps the inbox of the agencies in step with their tasks: one case for what is next, gone with the listing. */
@Component
class TaskCases {

    /** The cases that a task's own steps open. */
    static final Set<CaseKind> STEPS =
            Set.of(CaseKind.JOINT_ACTION_RESPONSE, CaseKind.JOINT_ACTION_EXECUTION, CaseKind.JOINT_ACTION_FEEDBACK);

    private static final CaseKind[] ALL = {
        CaseKind.JOINT_ACTION_RESPONSE,
        CaseKind.JOINT_ACTION_EXECUTION,
        CaseKind.JOINT_ACTION_FEEDBACK,
        CaseKind.JOINT_ACTION_CHASED
    };

    private final OpenCase openCase;
    private final CloseCase closeCase;
    private final Inbox inbox;

    TaskCases(OpenCase openCase, CloseCase closeCase, Inbox inbox) {
        this.openCase = openCase;
        this.closeCase = closeCase;
        this.inbox = inbox;
    }

    /** Whose task it is and how it stands. */
    record Standing(SubjectId subject, TaskId task, AgencyId agency, TaskState state) {}

    /** Puts what the agency has to do next into its inbox. {@code lapses}: last day of the listing, null = until ended. */
    void await(Standing task, @Nullable LocalDate lapses, Pack rules, LocalDate today, Change change) {
        await(task, lapses, null, rules, today, change);
    }

    /** The same again after the listing was said differently: a clock that runs goes on. */
    void keepAwaiting(Standing task, @Nullable LocalDate lapses, Pack rules, LocalDate today, Change change) {
        var running = inbox
                .about(List.of(task.task().value()))
                .getOrDefault(task.task().value(), List.of())
                .stream()
                .filter(line -> STEPS.contains(line.kind()))
                .findFirst()
                .map(line -> line.due() == null ? null : new Due(line.due(), !line.provisional(), List.of()))
                .orElse(null);
        settle(task.task(), change);
        await(task, lapses, running, rules, today, change);
    }

    private void await(
            Standing task,
            @Nullable LocalDate lapses,
            @Nullable Due running,
            Pack rules,
            LocalDate today,
            Change change) {
        if (!task.state().waits()) {
            return;
        }
        var kind = asks(task.state());
        openCase.open(draft(task, kind, running == null ? Clocks.due(rules, kind, today) : running, lapses), change);
    }

    /** Puts a reminder into the agency's inbox. */
    void remind(Standing task, @Nullable LocalDate lapses, Pack rules, LocalDate today, Change change) {
        closeCase.close(task.task().value(), change, CaseKind.JOINT_ACTION_CHASED);
        var kind = CaseKind.JOINT_ACTION_CHASED;
        openCase.open(draft(task, kind, Clocks.due(rules, kind, today), lapses), change);
    }

    /** Nobody has to do anything about it for now. */
    void settle(TaskId task, Change change) {
        closeCase.close(task.value(), change, ALL);
    }

    private static CaseDraft draft(Standing task, CaseKind kind, @Nullable Due due, @Nullable LocalDate lapses) {
        return new CaseDraft(kind, task.subject(), task.task().value(), task.agency(), Role.CHECKER, null, due, lapses);
    }

    private static CaseKind asks(TaskState state) {
        return switch (state) {
            case INITIATED -> CaseKind.JOINT_ACTION_RESPONSE;
            case RESPONDED -> CaseKind.JOINT_ACTION_EXECUTION;
            case EXECUTED -> CaseKind.JOINT_ACTION_FEEDBACK;
            case FED_BACK, NOT_APPLICABLE, CLOSED -> throw new IllegalArgumentException("nothing is next: " + state);
        };
    }
}
