package org.xinheng.demo.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.xinheng.demo.DemoClock;
import org.xinheng.platform.oversight.DocumentState;
import org.xinheng.platform.oversight.Draft;
import org.xinheng.platform.oversight.Evidence;
import org.xinheng.platform.oversight.FollowWork;
import org.xinheng.platform.oversight.ImportDocument;
import org.xinheng.platform.oversight.PolicyDocuments;
import org.xinheng.platform.oversight.PolicyTask;
import org.xinheng.platform.oversight.PolicyTasks;
import org.xinheng.platform.oversight.ReportWork;
import org.xinheng.platform.oversight.TaskBoard;
import org.xinheng.platform.oversight.Work;
import org.xinheng.platform.packs.Packs;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.AgencyId;

/**
 * The city's own division of tasks, where one is at hand: imported, confirmed and in work. What agencies report is made
 * up; the document is real.
 */
@Component
class PolicyStory {

    private static final List<Evidence> PROOF =
            List.of(new Evidence(Evidence.Kind.LINK, "https://example.org/demo/evidence", null));

    private final ImportDocument importDocument;
    private final PolicyDocuments documents;
    private final PolicyTasks tasks;
    private final TaskBoard board;
    private final ReportWork reportWork;
    private final FollowWork followWork;
    private final Work work;
    private final Packs packs;
    private final DemoClock clock;

    PolicyStory(
            ImportDocument importDocument,
            PolicyDocuments documents,
            PolicyTasks tasks,
            TaskBoard board,
            ReportWork reportWork,
            FollowWork followWork,
            Work work,
            Packs packs,
            DemoClock clock) {
        this.importDocument = importDocument;
        this.documents = documents;
        this.tasks = tasks;
        this.board = board;
        this.reportWork = reportWork;
        this.followWork = followWork;
        this.work = work;
        this.packs = packs;
        this.clock = clock;
    }

    /** Imports and confirms; some tasks are given a last day and a cycle, as an office does that follows them. */
    void begin() {
        var city = packs.today().layers().getLast().id();
        var office = DeterminationStory.officer("credit-office");
        try (var file = PolicyStory.class.getResourceAsStream("/policies/" + city + ".txt")) {
            if (file == null || !documents.all().isEmpty()) {
                return;
            }
            var id = importDocument.read(file, "任务分工.txt", office);
            var entries = documents.get(id).draft().tasks();
            int version = 1;
            for (int i = 0; i < entries.size(); i += 4) {
                var entry = entries.get(i);
                if (entry.due() == null) {
                    importDocument.correctTask(
                            id, version++, i, dated(entry, clock.today().plusDays(10 + 7L * i)), office);
                }
            }
            importDocument.confirm(id, version, office);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Draft.Entry dated(Draft.Entry entry, LocalDate due) {
        return new Draft.Entry(
                entry.line(),
                entry.number(),
                entry.path(),
                entry.title(),
                entry.text(),
                entry.units(),
                entry.openEnded(),
                entry.deadline(),
                due,
                null,
                entry.remark(),
                entry.reissues(),
                entry.left());
    }

    /** Agencies report: one is still at work, one is done, one was sent back, one asks for more time, one has a question. */
    void goOn() {
        if (documents.all().stream().noneMatch(one -> one.state() == DocumentState.CONFIRMED)) {
            return;
        }
        var office = DeterminationStory.officer("credit-office");
        for (var account : List.of("market-regulator", "housing", "tax")) {
            var officer = DeterminationStory.officer(account);
            int at = 0;
            for (var line : board.table(TaskBoard.Filter.ALL, 0, 12, officer)) {
                var task = tasks.get(line.id(), officer);
                var part = task.part(new AgencyId(account));
                if (part != null
                        && work.reports(line.id()).stream()
                                .noneMatch(one -> one.agency().equals(part.agency()))) {
                    report(task, at++, officer, office);
                }
            }
        }
    }

    private void report(PolicyTask task, int at, Actor officer, Actor office) {
        var id = task.id();
        switch (at % 5) {
            case 0 -> {
                var report = reportWork.report(id, Work.ReportKind.COMPLETION, "已按要求完成，材料见附件。", PROOF, officer);
                followWork.review(report, true, null, office);
            }
            case 1 -> reportWork.report(id, Work.ReportKind.PLAN, "已明确承办处室和分步安排。", List.of(), officer);
            case 2 -> {
                var report = reportWork.report(id, Work.ReportKind.COMPLETION, "已完成。", PROOF, officer);
                followWork.review(report, false, "请补充制度文本和实施数据。", office);
            }
            case 3 -> reportWork.report(id, Work.ReportKind.COMPLETION, "已完成，请审核。", PROOF, officer);
            default -> reportWork.ask(id, "数据以哪一天为准？", officer);
        }
    }
}
