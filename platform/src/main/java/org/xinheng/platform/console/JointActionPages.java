package org.xinheng.platform.console;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.xinheng.kernel.CreditException;
import org.xinheng.platform.access.AccessError;
import org.xinheng.platform.access.Permission;
import org.xinheng.platform.access.Scope;
import org.xinheng.platform.console.PersonDoor.Grounds;
import org.xinheng.platform.jointaction.AdvanceTask;
import org.xinheng.platform.jointaction.ChaseTask;
import org.xinheng.platform.jointaction.Examples;
import org.xinheng.platform.jointaction.Task;
import org.xinheng.platform.jointaction.TaskState;
import org.xinheng.platform.jointaction.TaskStep;
import org.xinheng.platform.jointaction.Tasks;
import org.xinheng.platform.packs.Packs;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.Role;
import org.xinheng.platform.shared.TaskId;
import org.xinheng.platform.subject.Subject;
import org.xinheng.platform.subject.Subjects;

/** Joint action (联合奖惩): what each agency is to do because of a listing, how far it has come, who is late. */
@Controller
@RequestMapping("/console/joint-actions")
class JointActionPages {

    private static final String HANDLING = "办理联合奖惩任务";
    private static final int PAGE = 30;
    private static final int LATE = 200;
    private static final List<TaskState> COURSE =
            List.of(TaskState.INITIATED, TaskState.RESPONDED, TaskState.EXECUTED, TaskState.FED_BACK);

    private final Tasks tasks;
    private final AdvanceTask advanceTask;
    private final ChaseTask chaseTask;
    private final Examples examples;
    private final Subjects subjects;
    private final Packs packs;
    private final RefusalWords words;
    private final PersonDoor door;

    JointActionPages(
            Tasks tasks,
            AdvanceTask advanceTask,
            ChaseTask chaseTask,
            Examples examples,
            Subjects subjects,
            Packs packs,
            RefusalWords words,
            PersonDoor door) {
        this.tasks = tasks;
        this.advanceTask = advanceTask;
        this.chaseTask = chaseTask;
        this.examples = examples;
        this.subjects = subjects;
        this.packs = packs;
        this.words = words;
        this.door = door;
    }

    /** A task, whom it is about, and what its agency may do next. */
    record Line(Task task, Subject subject, Set<TaskState> next) {}

    @GetMapping
    String tasks(@RequestParam(required = false) @Nullable TaskId before, Actor actor, Model model) {
        boolean office = requireReader(actor);
        var seen = Scope.of(actor, packs.today());
        var page = tasks.newest(seen, before, PAGE);
        model.addAttribute(
                "lines", lines(page.stream().filter(task -> isShown(task, seen)).toList(), actor));
        model.addAttribute("measures", packs.today().measures());
        model.addAttribute("course", COURSE);
        model.addAttribute("all", office && seen.everybody());
        model.addAttribute("division", office && !seen.everybody());
        model.addAttribute(
                "next",
                page.size() < PAGE
                        ? null
                        : "/console/joint-actions?before=" + page.getLast().id());
        return "console/joint-actions";
    }

    /** After exit nothing follows: who carried out measures has no list of those who were once listed. */
    private static boolean isShown(Task task, Scope seen) {
        return task.open() || seen.everybody() || seen.lists().contains(task.list());
    }

    /** Whether a credit office reads. */
    private static boolean requireReader(Actor actor) {
        boolean office = actor.may(Role.CREDIT_OFFICE);
        if (!office && !actor.may(Role.DETERMINER)) {
            Permission.require(actor, Role.CHECKER);
        }
        return office;
    }

    private List<Line> lines(List<Task> page, Actor actor) {
        var about = subjects.get(page.stream().map(Task::subject).distinct().toList());
        return page.stream()
                .map(task -> {
                    var subject = Objects.requireNonNull(about.get(task.subject()));
                    boolean mine = task.agency().equals(actor.agency()) && actor.may(Role.CHECKER);
                    return new Line(
                            task, subject, mine ? new TreeSet<>(task.state().steps()) : Set.of());
                })
                .toList();
    }

    @GetMapping("/{id}")
    String task(@PathVariable TaskId id, Actor actor, Model model) {
        return task(id, null, null, actor, model);
    }

    private String task(TaskId id, @Nullable String refusal, @Nullable Proposal proposal, Actor actor, Model model) {
        requireReader(actor);
        var task = tasks.get(id);
        if (!Scope.of(actor, packs.today()).covers(task.agency(), task.list())) {
            throw new CreditException(AccessError.OTHER_AGENCY);
        }
        var line = lines(List.of(task), actor).getFirst();
        if (line.subject().kind().personal()
                && !door.opens(id.value(), task.subject(), ground(task, actor), actor, model)) {
            return PersonDoor.PAGE;
        }
        model.addAttribute("line", line);
        model.addAttribute("steps", tasks.steps(task));
        model.addAttribute("elsewhere", tasks.doneElsewhere(task));
        model.addAttribute("measures", packs.today().measures());
        model.addAttribute("course", COURSE);
        model.addAttribute("refusal", refusal);
        model.addAttribute(
                "mayShow",
                !line.subject().kind().personal()
                        && task.agency().equals(actor.agency())
                        && actor.may(Role.CHECKER)
                        && (task.state() == TaskState.EXECUTED || task.state() == TaskState.FED_BACK));
        model.addAttribute("proposal", proposal == null ? Proposal.EMPTY : proposal);
        return "console/joint-action";
    }

    /** Its own task is an agency's work, resting on what the measures rest on; anybody else says what for. */
    private Grounds ground(Task task, Actor actor) {
        var rules = packs.today();
        var list = rules.lists().get(task.list().value());
        return Grounds.of(
                task.agency().equals(actor.agency()) ? HANDLING : "",
                list == null ? task.list().value() : list.label().zh(),
                task.measures().stream()
                        .map(measure -> rules.measures().get(measure.value()))
                        .filter(Objects::nonNull)
                        .flatMap(measure -> measure.basis().stream())
                        .toList(),
                rules);
    }

    @PostMapping("/{id}/steps")
    String advance(
            @PathVariable TaskId id,
            @RequestParam TaskState state,
            @RequestParam(required = false) @Nullable String note,
            @RequestParam(required = false) @Nullable String basis,
            @RequestParam(required = false) @Nullable String evidence,
            Actor actor,
            Model model,
            Locale locale) {
        try {
            advanceTask.advance(id, state, new TaskStep.Said(note, basis, papers(evidence)), actor);
            return "redirect:/console/joint-actions/" + id;
        } catch (CreditException refusal) {
            return task(id, words.of(refusal, locale), null, actor, model);
        }
    }

    /** A case worth showing, as its form sends it; papers one a line. */
    record Proposal(
            @Nullable String title,
            @Nullable String done,
            @Nullable String effect,
            @Nullable String evidence,
            @Nullable String consent,
            @Nullable LocalDate consentedOn) {

        static final Proposal EMPTY = new Proposal(null, null, null, null, null, null);
    }

    @PostMapping("/{id}/examples")
    String propose(
            @PathVariable TaskId id, @ModelAttribute Proposal proposal, Actor actor, Model model, Locale locale) {
        try {
            examples.propose(
                    id,
                    new Examples.Proposed(
                            proposal.title(),
                            proposal.done(),
                            proposal.effect(),
                            papers(proposal.evidence()),
                            proposal.consent(),
                            proposal.consentedOn()),
                    actor);
            return "redirect:/console/joint-actions/examples";
        } catch (CreditException refusal) {
            return task(id, words.of(refusal, locale), proposal, actor, model);
        }
    }

    private static List<String> papers(@Nullable String text) {
        return text == null
                ? List.of()
                : text.lines().filter(line -> !line.isBlank()).toList();
    }

    /** Who is late with what, for the credit office to remind (催办). */
    @GetMapping("/late")
    String late(Actor actor, Model model) {
        return late(null, actor, model);
    }

    private String late(@Nullable String refusal, Actor actor, Model model) {
        Permission.require(actor, Role.CREDIT_OFFICE);
        var late = tasks.overdue(Scope.of(actor, packs.today()), LATE);
        model.addAttribute("lines", lines(late, actor));
        model.addAttribute(
                "agencies",
                late.stream().collect(Collectors.groupingBy(Task::agency, LinkedHashMap::new, Collectors.counting())));
        model.addAttribute("full", late.size() == LATE);
        model.addAttribute("limit", LATE);
        model.addAttribute("refusal", refusal);
        return "console/joint-actions-late";
    }

    @PostMapping("/{id}/reminders")
    String chase(@PathVariable TaskId id, Actor actor, Model model, Locale locale) {
        try {
            chaseTask.chase(id, actor);
            return "redirect:/console/joint-actions/late";
        } catch (CreditException refusal) {
            return late(words.of(refusal, locale), actor, model);
        }
    }

    /** Reminds one agency of all it is late with. */
    @PostMapping("/late/reminders")
    String chaseAll(@RequestParam AgencyId agency, Actor actor, Model model, Locale locale) {
        Permission.require(actor, Role.CREDIT_OFFICE);
        try {
            for (var task : tasks.overdue(Scope.of(actor, packs.today()), LATE)) {
                if (task.agency().equals(agency)) {
                    chaseTask.chase(task.id(), actor);
                }
            }
            return "redirect:/console/joint-actions/late";
        } catch (CreditException refusal) {
            return late(words.of(refusal, locale), actor, model);
        }
    }
}
