package org.xinheng.platform.console;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.bulletin.Bulletin;
import org.xinheng.kernel.bulletin.Bulletin.Cell;
import org.xinheng.kernel.bulletin.BulletinDocument;
import org.xinheng.platform.casework.Inbox;
import org.xinheng.platform.oversight.Circulars;
import org.xinheng.platform.oversight.PolicyTasks;
import org.xinheng.platform.oversight.TaskBoard;
import org.xinheng.platform.packs.Packs;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.PolicyTaskId;
import org.xinheng.platform.shared.Role;

/** Circulars (通报): proposed by the clock, issued by the office, read by whom they name. */
@Controller
@RequestMapping("/console/tasks/circulars")
class CircularPages {

    private final Circulars circulars;
    private final PolicyTasks tasks;
    private final Inbox inbox;
    private final Packs packs;
    private final RefusalWords words;

    CircularPages(Circulars circulars, PolicyTasks tasks, Inbox inbox, Packs packs, RefusalWords words) {
        this.circulars = circulars;
        this.tasks = tasks;
        this.inbox = inbox;
        this.packs = packs;
        this.words = words;
    }

    @GetMapping
    String all(Actor actor, Model model) {
        return all(null, actor, model);
    }

    private String all(@Nullable String refusal, Actor actor, Model model) {
        boolean office = actor.may(Role.CREDIT_OFFICE);
        var proposed = office ? circulars.proposed(actor) : List.<TaskBoard.Behind>of();
        model.addAttribute("office", office);
        model.addAttribute(
                "proposed",
                proposed.stream()
                        .collect(Collectors.groupingBy(
                                TaskBoard.Behind::agency, LinkedHashMap::new, Collectors.toList())));
        model.addAttribute(
                "titles",
                titles(proposed.stream().map(TaskBoard.Behind::task).distinct().toList(), actor));
        model.addAttribute("patience", circulars.patience());
        model.addAttribute("limit", circulars.limit());
        model.addAttribute("circulars", circulars.all(actor));
        model.addAttribute("refusal", refusal);
        return "console/task-circulars";
    }

    private LinkedHashMap<PolicyTaskId, String> titles(List<PolicyTaskId> ids, Actor actor) {
        var titles = new LinkedHashMap<PolicyTaskId, String>();
        ids.forEach(id -> titles.put(id, title(id, actor)));
        return titles;
    }

    private String title(PolicyTaskId id, Actor actor) {
        var wording = tasks.get(id, actor).fullest();
        return wording.title() == null ? wording.text() : wording.title();
    }

    @PostMapping
    String issue(
            @RequestParam(required = false) @Nullable String title,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(defaultValue = "") List<String> agencies,
            @RequestParam(required = false) @Nullable LocalDate limit,
            Actor actor,
            Locale locale,
            Model model) {
        try {
            var named = agencies.stream().map(AgencyId::new).toList();
            return "redirect:/console/tasks/circulars/" + circulars.issue(title, text, named, limit, actor);
        } catch (CreditException refusal) {
            return all(words.of(refusal, locale), actor, model);
        }
    }

    @GetMapping("/{id}")
    String one(@PathVariable UUID id, Actor actor, Model model) {
        var circular = circulars.get(id, actor);
        model.addAttribute("circular", circular);
        model.addAttribute(
                "unread",
                inbox.about(List.of(id)).getOrDefault(id, List.of()).stream()
                        .map(Inbox.Line::agency)
                        .toList());
        model.addAttribute("own", actor.requiredAgency());
        model.addAttribute("reader", actor.may(Role.REPORTER) ? actor.agency() : null);
        return "console/task-circular";
    }

    @PostMapping("/{id}/acknowledgement")
    String acknowledge(@PathVariable UUID id, Actor actor) {
        circulars.acknowledge(id, actor);
        return "redirect:/console/tasks/circulars/" + id;
    }

    @GetMapping("/{id}/circular.docx")
    ResponseEntity<StreamingResponseBody> document(@PathVariable UUID id, Actor actor) {
        var circular = circulars.get(id, actor);
        var rows = circular.lines().stream()
                .map(line -> Bulletin.row(
                        Cell.of(agency(line.agency())),
                        Cell.of(line.words()),
                        Cell.of(line.due() == null ? "" : line.due().toString()),
                        line.behind() == null ? Cell.of("") : Cell.of(line.behind())))
                .toList();
        var bulletin = new Bulletin(
                circular.title(),
                agency(circular.owner()),
                circular.issuedOn(),
                List.of(
                        new Bulletin.Section(
                                "〔" + circular.year() + "〕" + circular.number() + "号",
                                circular.text().lines().toList(),
                                null),
                        new Bulletin.Section(
                                "进度滞后情况",
                                List.of(),
                                new Bulletin.Table(List.of("单位", "任务或者事由", "完成时限", "滞后天数"), rows))));
        return Download.of("circular.docx", Download.DOCUMENT, out -> BulletinDocument.write(out, bulletin));
    }

    private String agency(AgencyId id) {
        var agency = packs.today().agencies().get(id.value());
        return agency == null ? id.value() : agency.label().zh();
    }
}
