package org.xinheng.platform.console;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.springframework.web.util.UriComponentsBuilder;
import org.xinheng.kernel.bulletin.BulletinDocument;
import org.xinheng.kernel.bulletin.BulletinWorkbook;
import org.xinheng.kernel.policy.Role;
import org.xinheng.platform.access.Scope;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.oversight.PolicyDocuments;
import org.xinheng.platform.oversight.Standing;
import org.xinheng.platform.oversight.TaskBoard;
import org.xinheng.platform.oversight.TaskBoard.Filter;
import org.xinheng.platform.oversight.TaskTable;
import org.xinheng.platform.packs.Packs;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.PolicyDocumentId;

/** Policy tasks at a glance (任务看板): board, timeline, table, and the files of them. */
@Controller
@RequestMapping("/console/tasks")
class TaskBoardPages {

    private static final int COLUMN = 20;
    private static final int PAGE = 50;
    private static final int YEAR = 500;

    private final TaskBoard board;
    private final TaskTable table;
    private final PolicyDocuments documents;
    private final Packs packs;
    private final Order order;

    TaskBoardPages(TaskBoard board, TaskTable table, PolicyDocuments documents, Packs packs, Order order) {
        this.board = board;
        this.table = table;
        this.documents = documents;
        this.packs = packs;
        this.order = order;
    }

    /** The filter as the pages' forms send it. */
    record Chosen(
            @Nullable PolicyDocumentId document,
            @Nullable AgencyId agency,
            @Nullable Role role,
            @Nullable Standing standing,
            @Nullable String words) {

        Filter filter() {
            return new Filter(document, agency, role, standing, words);
        }

        /** The same choice on another page. */
        public String on(String path) {
            var address = UriComponentsBuilder.fromPath("/console/tasks" + path);
            add(address, "document", document);
            add(address, "agency", agency);
            add(address, "role", role == null ? null : role.name());
            add(address, "standing", standing == null ? null : standing.name());
            add(address, "words", words);
            return address.encode().build().toUriString();
        }

        public String standing(Standing other) {
            return new Chosen(document, agency, role, other, words).on("/table");
        }

        private static void add(UriComponentsBuilder address, String name, @Nullable Object value) {
            if (value != null && !value.toString().isBlank()) {
                address.queryParam(name, value);
            }
        }
    }

    @GetMapping
    String board(Chosen chosen, Actor actor, Model model) {
        model.addAttribute("columns", board.columns(chosen.filter(), COLUMN, actor));
        frame(chosen, actor, model);
        return "console/tasks";
    }

    @GetMapping("/table")
    String table(Chosen chosen, @RequestParam(defaultValue = "0") int offset, Actor actor, Model model) {
        int first = Math.max(0, offset);
        var found = board.table(chosen.filter(), first, PAGE + 1, actor);
        model.addAttribute("lines", found.subList(0, Math.min(PAGE, found.size())));
        model.addAttribute(
                "next",
                found.size() > PAGE
                        ? UriComponentsBuilder.fromUriString(chosen.on("/table"))
                                .queryParam("offset", first + PAGE)
                                .build(true)
                                .toUriString()
                        : null);
        frame(chosen, actor, model);
        return "console/tasks-table";
    }

    /** A month of the timeline. */
    record Month(YearMonth month, List<TaskBoard.Line> lines) {

        public long done() {
            return lines.stream()
                    .filter(line -> line.standing() == Standing.CLOSED || line.standing() == Standing.ACCEPTED)
                    .count();
        }

        public long late() {
            return lines.stream()
                    .filter(line -> line.standing() == Standing.OVERDUE)
                    .count();
        }

        public long open() {
            return lines.size() - done() - late();
        }
    }

    @GetMapping("/timeline")
    String timeline(Chosen chosen, @RequestParam(required = false) @Nullable Year year, Actor actor, Model model) {
        int shown = year == null ? order.today().getYear() : year.getValue();
        var lines =
                board.timeline(chosen.filter(), LocalDate.of(shown, 1, 1), LocalDate.of(shown, 12, 31), YEAR, actor);
        var months = new ArrayList<Month>();
        for (int month = 1; month <= 12; month++) {
            var one = YearMonth.of(shown, month);
            months.add(new Month(
                    one,
                    lines.stream()
                            .filter(line -> line.due() != null
                                    && YearMonth.from(line.due()).equals(one))
                            .toList()));
        }
        model.addAttribute("year", shown);
        model.addAttribute("months", months);
        model.addAttribute("thisMonth", YearMonth.from(order.today()));
        model.addAttribute("full", lines.size() == YEAR);
        model.addAttribute("limit", YEAR);
        frame(chosen, actor, model);
        return "console/tasks-timeline";
    }

    @GetMapping("/table.xlsx")
    ResponseEntity<StreamingResponseBody> workbook(Chosen chosen, Actor actor) {
        var bulletin = table.of(chosen.filter(), actor);
        return Download.of("tasks.xlsx", Download.WORKBOOK, out -> BulletinWorkbook.write(out, bulletin));
    }

    /** The division of tasks in the form such documents have (任务分工表). */
    @GetMapping("/table.docx")
    ResponseEntity<StreamingResponseBody> document(Chosen chosen, Actor actor) {
        var bulletin = table.of(chosen.filter(), actor);
        return Download.of("tasks.docx", Download.DOCUMENT, out -> BulletinDocument.write(out, bulletin));
    }

    private void frame(Chosen chosen, Actor actor, Model model) {
        var scope = Scope.of(actor, packs.today());
        model.addAttribute("chosen", chosen);
        model.addAttribute("today", order.today());
        model.addAttribute("office", actor.may(org.xinheng.platform.shared.Role.CREDIT_OFFICE));
        model.addAttribute(
                "mayReadDocuments",
                actor.may(org.xinheng.platform.shared.Role.CREDIT_OFFICE)
                        || actor.may(org.xinheng.platform.shared.Role.AUDITOR));
        model.addAttribute("documents", documents.inWork());
        model.addAttribute(
                "agencies",
                packs.today().agencies().values().stream()
                        .filter(one -> one.until() == null && scope.covers(new AgencyId(one.id())))
                        .toList());
        model.addAttribute("roles", Role.values());
        model.addAttribute("standings", Standing.values());
    }
}
