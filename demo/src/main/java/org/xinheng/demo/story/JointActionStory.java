package org.xinheng.demo.story;

import java.util.List;
import org.springframework.stereotype.Component;
import org.xinheng.platform.access.Scope;
import org.xinheng.platform.jointaction.AdvanceTask;
import org.xinheng.platform.jointaction.Task;
import org.xinheng.platform.jointaction.TaskState;
import org.xinheng.platform.jointaction.TaskStep;
import org.xinheng.platform.jointaction.Tasks;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.AgencyId;

/** How agencies go on with their joint-action tasks: some answer at once, some only respond, others say nothing at all. */
@Component
class JointActionStory {

    private static final List<String> DILIGENT = List.of("housing", "market-regulator");
    private static final int TASKS = 40;

    private final Tasks tasks;
    private final AdvanceTask advanceTask;

    JointActionStory(Tasks tasks, AdvanceTask advanceTask) {
        this.tasks = tasks;
        this.advanceTask = advanceTask;
    }

    /** One week's work: each diligent agency takes each of its newest tasks a step further, but for every fifth. */
    void goOn() {
        for (var account : DILIGENT) {
            var officer = DeterminationStory.officer(account);
            var mine = tasks.newest(Scope.own(new AgencyId(account)), null, TASKS);
            for (int i = 0; i < mine.size(); i++) {
                if (mine.get(i).open() && i % 5 != 4) {
                    step(mine.get(i), officer, i % 7 == 6);
                }
            }
        }
    }

    private void step(Task task, Actor officer, boolean declines) {
        switch (task.state()) {
            case INITIATED -> {
                if (declines && !task.mandatory()) {
                    advanceTask.advance(
                            task.id(), TaskState.NOT_APPLICABLE, TaskStep.Said.note("本单位近期没有该主体的事项"), officer);
                } else {
                    advanceTask.advance(task.id(), TaskState.RESPONDED, TaskStep.Said.note("已确定承办处室"), officer);
                }
            }
            case RESPONDED ->
                advanceTask.advance(
                        task.id(),
                        TaskState.EXECUTED,
                        new TaskStep.Said("已在业务系统中设置提示，办理时核对", null, List.of("工作记录 " + task.version())),
                        officer);
            case EXECUTED ->
                advanceTask.advance(task.id(), TaskState.FED_BACK, TaskStep.Said.note("本季度办理事项时均已核对并依法处理"), officer);
            case FED_BACK, NOT_APPLICABLE, CLOSED -> {}
        }
    }
}
