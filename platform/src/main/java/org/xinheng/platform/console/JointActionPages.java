package org.xinheng.platform.console;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.xinheng.kernel.CreditException;
import org.xinheng.platform.access.Permission;
import org.xinheng.platform.jointaction.AdvanceTask;
import org.xinheng.platform.jointaction.Task;
import org.xinheng.platform.jointaction.TaskState;
import org.xinheng.platform.jointaction.Tasks;
import org.xinheng.platform.packs.Packs;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.Role;
import org.xinheng.platform.shared.SubjectId;
import org.xinheng.platform.shared.TaskId;
import org.xinheng.platform.subject.Subjects;

/** Joint action (联合奖惩): what each agency is to do because of a listing, and how far it has come. */
@Controller
@RequestMapping("/console/joint-actions")
class JointActionPages {

    private static final int PAGE = 30;

    private final Tasks tasks;
    private final AdvanceTask advanceTask;
    private final Subjects subjects;
    private final Packs packs;
    private final MessageSource messages;

    JointActionPages(Tasks tasks, AdvanceTask advanceTask, Subjects subjects, Packs packs, MessageSource messages) {
        this.tasks = tasks;
        this.advanceTask = advanceTask;
        this.subjects = subjects;
        this.packs = packs;
        this.messages = messages;
    }

    /** The step an agency takes next; null where there is none. */
    record Line(Task task, String subject, @Nullable TaskState next) {}

    @GetMapping
    String tasks(@RequestParam(required = false) @Nullable TaskId before, Actor actor, Model model) {
        return tasks(before, null, actor, model);
    }

    private String tasks(@Nullable TaskId before, @Nullable String refusal, Actor actor, Model model) {
        boolean all = actor.may(Role.CREDIT_OFFICE);
        if (!all && !actor.may(Role.DETERMINER)) {
            Permission.require(actor, Role.CHECKER);
        }
        var page = tasks.newest(all ? null : actor.requiredAgency(), before, PAGE);
        var whom = new ArrayList<SubjectId>();
        page.forEach(task -> whom.add(task.subject()));
        var names = new LinkedHashMap<SubjectId, String>();
        subjects.get(whom).forEach((id, subject) -> names.put(id, subject.name()));
        var lines = page.stream()
                .map(task -> new Line(
                        task,
                        names.getOrDefault(task.subject(), ""),
                        task.agency().equals(actor.agency()) && actor.may(Role.CHECKER) ? next(task) : null))
                .toList();
        model.addAttribute("lines", lines);
        model.addAttribute("measures", packs.today().measures());
        model.addAttribute(
                "course", List.of(TaskState.INITIATED, TaskState.RESPONDED, TaskState.EXECUTED, TaskState.FED_BACK));
        model.addAttribute("all", all);
        model.addAttribute("refusal", refusal);
        model.addAttribute(
                "next",
                page.size() < PAGE
                        ? null
                        : "/console/joint-actions?before=" + page.getLast().id());
        return "console/joint-actions";
    }

    private static @Nullable TaskState next(Task task) {
        return switch (task.state()) {
            case INITIATED -> TaskState.RESPONDED;
            case RESPONDED -> TaskState.EXECUTED;
            case EXECUTED -> TaskState.FED_BACK;
            case FED_BACK, CLOSED -> null;
        };
    }

    @PostMapping("/{id}/steps")
    String advance(
            @PathVariable TaskId id,
            @RequestParam TaskState state,
            @RequestParam(required = false) @Nullable String note,
            Actor actor,
            Model model,
            Locale locale) {
        try {
            advanceTask.advance(id, state, note, actor);
            return "redirect:/console/joint-actions#task-" + id;
        } catch (CreditException refusal) {
            var words = messages.getMessage(
                    "refusal." + refusal.code().name(), refusal.arguments().toArray(), locale);
            return tasks(null, words, actor, model);
        }
    }
}
