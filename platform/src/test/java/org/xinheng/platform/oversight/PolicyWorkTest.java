package org.xinheng.platform.oversight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.xinheng.platform.Refusing.refused;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.policy.Role;
import org.xinheng.platform.Callers;
import org.xinheng.platform.PlatformTest;
import org.xinheng.platform.SettableClock;
import org.xinheng.platform.access.AccessError;
import org.xinheng.platform.casework.CaseKind;
import org.xinheng.platform.casework.Inbox;
import org.xinheng.platform.oversight.Work.ReportKind;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.PolicyDocumentId;
import org.xinheng.platform.shared.PolicyTaskId;

@PlatformTest
class PolicyWorkTest {

    private static final Actor OFFICE =
            Callers.officer("office-o", "credit-office", org.xinheng.platform.shared.Role.CREDIT_OFFICE);
    private static final Actor REGULATOR =
            Callers.officer("regulator-o", "market-regulator", org.xinheng.platform.shared.Role.REPORTER);
    private static final Actor HOUSING =
            Callers.officer("housing-o", "housing", org.xinheng.platform.shared.Role.REPORTER);
    private static final List<Evidence> LINK =
            List.of(new Evidence(Evidence.Kind.LINK, "https://example.org/notice", null));
    private static int next;

    @Autowired
    ImportDocument importDocument;

    @Autowired
    PolicyDocuments documents;

    @Autowired
    PolicyTasks tasks;

    @Autowired
    Work work;

    @Autowired
    ReportWork reportWork;

    @Autowired
    FollowWork followWork;

    @Autowired
    TaskBoard board;

    @Autowired
    Circulars circulars;

    @Autowired
    Inbox inbox;

    @Autowired
    SettableClock clock;

    @BeforeEach
    void day() {
        clock.set(SettableClock.START);
    }

    /** A short division of tasks, each time with words of its own. */
    private static String text(int n) {
        return """
                关于印发第%1$d号任务分工的通知
                常信用办〔2026〕%1$d号
                各有关单位：
                现印发给你们。

                一、信息归集
                1.完善第%1$d号目录。按月梳理第%1$d号目录事项，2026年12月10日前完成。（牵头单位：市市场监管局，配合单位：市住建局、某未名局）
                2.推进第%1$d号联合奖惩。在审批中核查第%1$d号名单。（责任单位：市各有关部门）
                """.formatted(n);
    }

    private PolicyDocumentId read(String text) {
        return importDocument.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "任务分工.txt", OFFICE);
    }

    private PolicyDocumentId confirmed(String text) {
        var id = read(text);
        importDocument.confirm(id, 1, OFFICE);
        return id;
    }

    private PolicyTaskId first(PolicyDocumentId document) {
        return of(document).getFirst().id();
    }

    private List<TaskBoard.Line> of(PolicyDocumentId document) {
        return board.table(new TaskBoard.Filter(document, null, null, null, null), 0, 100, OFFICE);
    }

    @Test
    void whatADocumentSaysIsMatchedToAgenciesAndWhatFitsNobodyStaysOpen() {
        var draft = documents.get(read(text(++next))).draft();

        var units = draft.tasks().getFirst().units();
        assertThat(units).extracting(Draft.Unit::role).containsExactly(Role.LEAD, Role.COOPERATING, Role.COOPERATING);
        assertThat(units.get(0).agencies()).containsExactly(new AgencyId("market-regulator"));
        assertThat(units.get(1).agencies()).containsExactly(new AgencyId("housing"));
        assertThat(units.get(2).known()).isFalse();
        assertThat(draft.tasks().get(1).units().getFirst().group()).isEqualTo("departments");
        assertThat(draft.tasks().getFirst().due()).isEqualTo("2026-12-10");
    }

    @Test
    void theSameDocumentIsNotImportedTwice() {
        var text = text(++next);
        read(text);

        refused(OversightError.DOCUMENT_ALREADY_IMPORTED, () -> read(text.replace("\n", "\r\n")));
    }

    @Test
    void aDocumentOfAnotherKindIsRefusedAndItsFileIsNotKept() {
        assertThatThrownBy(() -> read("今天天气很好。")).isInstanceOf(CreditException.class);
        assertThatThrownBy(() -> read("")).isInstanceOf(CreditException.class);
    }

    @Test
    void anOfficerCorrectsAUnitBeforeConfirming() {
        var id = read(text(++next));
        var entry = documents.get(id).draft().tasks().getFirst();
        var units = List.of(
                entry.units().get(0),
                new Draft.Unit(Role.COOPERATING, "某未名局", null, List.of(new AgencyId("transport")), null, List.of()));

        importDocument.correctTask(id, 1, 0, with(entry, units), OFFICE);

        refused(OversightError.DRAFT_CHANGED_MEANWHILE, () -> importDocument.confirm(id, 1, OFFICE));
        importDocument.confirm(id, 2, OFFICE);
        var task = tasks.get(first(id), OFFICE);
        assertThat(task.units())
                .extracting(unit -> String.valueOf(unit.agency()))
                .contains("transport");
        refused(OversightError.DOCUMENT_NOT_IN_REVIEW, () -> importDocument.correctTask(id, 2, 0, entry, OFFICE));
    }

    private static Draft.Entry with(Draft.Entry entry, List<Draft.Unit> units) {
        return new Draft.Entry(
                entry.line(),
                entry.number(),
                entry.path(),
                entry.title(),
                entry.text(),
                units,
                entry.openEnded(),
                entry.deadline(),
                entry.due(),
                entry.cycle(),
                entry.remark(),
                entry.reissues(),
                entry.left());
    }

    @Test
    void aCollectiveNameBecomesThePartOfEachMember() {
        var line = of(confirmed(text(++next))).get(1);

        assertThat(line.parts()).isGreaterThan(40);
        assertThat(tasks.get(line.id(), HOUSING).part(new AgencyId("housing"))).isNotNull();
    }

    @Test
    void anAgencySeesItsOwnTasksAndTheLeaderAll() {
        var id = confirmed(text(++next));
        var filter = new TaskBoard.Filter(id, null, null, null, null);

        assertThat(board.table(filter, 0, 10, OFFICE)).hasSize(2);
        assertThat(board.table(filter, 0, 10, REGULATOR)).hasSize(2);
        var transport = Callers.officer("transport-o", "transport", org.xinheng.platform.shared.Role.REPORTER);
        assertThat(board.table(filter, 0, 10, transport)).hasSize(1);
        refused(AccessError.OTHER_AGENCY, () -> tasks.get(first(id), transport));
    }

    @Test
    void theLeadReportsWithEvidenceTheOfficeSendsOneBackAndAcceptsOne() {
        var id = first(confirmed(text(++next)));
        assertThat(open(REGULATOR, id)).contains(CaseKind.POLICY_TASK);

        refused(
                OversightError.EVIDENCE_REQUIRED,
                () -> reportWork.report(id, ReportKind.COMPLETION, "已完成", List.of(), REGULATOR));
        refused(
                OversightError.NOT_YOUR_TASK,
                () -> reportWork.report(id, ReportKind.PROGRESS, "进展", List.of(), HOUSING));
        reportWork.report(id, ReportKind.PLAN, "分三步", List.of(), REGULATOR);
        var first = reportWork.report(id, ReportKind.COMPLETION, "已完成", LINK, REGULATOR);
        assertThat(standing(id)).isEqualTo(Standing.REPORTED);
        assertThat(open(OFFICE, id)).contains(CaseKind.POLICY_REPORT_REVIEW);

        refused(OversightError.WORK_REASON_REQUIRED, () -> followWork.review(first, false, " ", OFFICE));
        followWork.review(first, false, "缺少目录文本", OFFICE);
        assertThat(standing(id)).isEqualTo(Standing.SENT_BACK);
        refused(OversightError.EVIDENCE_REQUIRED, () -> followWork.close(id, null, OFFICE));

        var second = reportWork.report(id, ReportKind.COMPLETION, "补充目录", LINK, REGULATOR);
        followWork.review(second, true, null, OFFICE);
        assertThat(standing(id)).isEqualTo(Standing.ACCEPTED);
        followWork.close(id, null, OFFICE);
        assertThat(standing(id)).isEqualTo(Standing.CLOSED);
        assertThat(open(REGULATOR, id)).isEmpty();
        refused(
                OversightError.POLICY_TASK_CLOSED,
                () -> reportWork.report(id, ReportKind.PROGRESS, "又一次", List.of(), REGULATOR));
    }

    @Test
    void theLastDayRemindsThenTheTaskIsOverdueAndACircularNamesWhoIsFarBehind() {
        var id = first(confirmed(text(++next)));
        clock.set(LocalDate.parse("2026-12-09"));
        assertThat(inbox.of(REGULATOR, 500))
                .filteredOn(line -> line.kind() == CaseKind.POLICY_TASK)
                .anyMatch(Inbox.Line::soon);

        clock.set(LocalDate.parse("2026-12-11"));
        assertThat(standing(id)).isEqualTo(Standing.OVERDUE);
        assertThat(circulars.proposed(OFFICE)).noneMatch(late -> late.task().equals(id));

        clock.set(LocalDate.parse("2026-12-31"));
        assertThat(circulars.proposed(OFFICE)).anyMatch(late -> late.task().equals(id));
        var circular = circulars.issue(
                "关于任务落实进度的通报",
                "以下单位进度滞后。",
                List.of(new AgencyId("market-regulator")),
                LocalDate.parse("2027-01-20"),
                OFFICE);
        var line = circulars.get(circular, REGULATOR).lines().stream()
                .filter(one -> id.equals(one.task()))
                .findFirst()
                .orElseThrow();
        assertThat(line.behind()).isEqualTo(21);
        assertThat(tasks.get(Objects.requireNonNull(line.rectification()), REGULATOR)
                        .kind())
                .isEqualTo(PolicyTask.Kind.RECTIFICATION);
        assertThat(circulars.proposed(OFFICE)).noneMatch(late -> late.task().equals(id));
        refused(OversightError.CIRCULAR_NOT_FOUND, () -> circulars.get(circular, HOUSING));
        circulars.acknowledge(circular, REGULATOR);
        circulars.acknowledge(circular, REGULATOR);
        assertThat(inbox.about(List.of(circular))).isEmpty();
    }

    @Test
    void moreTimeIsAskedWithAReasonAndMovesTheLastDayOfWhoAsked() {
        var id = first(confirmed(text(++next)));
        refused(
                OversightError.EXTENSION_NOT_LATER,
                () -> reportWork.askForTime(id, LocalDate.parse("2026-12-01"), "人手不足", REGULATOR));
        reportWork.askForTime(id, LocalDate.parse("2026-12-31"), "目录待定", REGULATOR);
        var asked = work.extensions(id).getFirst();
        assertThat(inbox.about(List.of(asked.id()))).isNotEmpty();

        followWork.answerExtension(asked.id(), true, "同意", OFFICE);

        assertThat(regulators(id).due()).isEqualTo("2026-12-31");
        refused(OversightError.ALREADY_ANSWERED, () -> followWork.answerExtension(asked.id(), false, "不同意", OFFICE));
    }

    @Test
    void aQuestionReachesTheOfficeAndItsAnswerComesBack() {
        var id = first(confirmed(text(++next)));
        reportWork.ask(id, "目录以谁的为准？", HOUSING);
        var question = work.questions(id).getFirst();
        assertThat(inbox.about(List.of(question.id()))).isNotEmpty();

        followWork.answer(question.id(), "以省目录为准。", OFFICE);

        assertThat(Objects.requireNonNull(work.questions(id).getFirst().answer())
                        .words())
                .isEqualTo("以省目录为准。");
        assertThat(inbox.about(List.of(question.id()))).isEmpty();
    }

    @Test
    void aTaskThatComesAgainBeginsItsNextPeriodOnceAccepted() {
        var document = read(text(++next));
        var entry = documents.get(document).draft().tasks().getFirst();
        importDocument.correctTask(document, 1, 0, cyclic(entry), OFFICE);
        importDocument.confirm(document, 2, OFFICE);
        var id = first(document);
        assertThat(due(id)).isEqualTo("2026-12-31");

        var report = reportWork.report(id, ReportKind.COMPLETION, "四季度完成", LINK, REGULATOR);
        followWork.review(report, true, null, OFFICE);

        assertThat(due(id)).isEqualTo("2027-03-31");
        assertThat(standing(id)).isEqualTo(Standing.NOT_BEGUN);
    }

    private LocalDate due(PolicyTaskId id) {
        return Objects.requireNonNull(regulators(id).due());
    }

    private PolicyTask.Part regulators(PolicyTaskId id) {
        return Objects.requireNonNull(tasks.get(id, OFFICE).part(new AgencyId("market-regulator")));
    }

    private static Draft.Entry cyclic(Draft.Entry entry) {
        return new Draft.Entry(
                entry.line(),
                entry.number(),
                entry.path(),
                entry.title(),
                entry.text(),
                entry.units(),
                entry.openEnded(),
                entry.deadline(),
                null,
                Cycle.QUARTER,
                entry.remark(),
                entry.reissues(),
                entry.left());
    }

    @Test
    void aTaskIssuedAgainUnderRenamedUnitsIsOneTaskAndKeepsItsFullerText() {
        int n = ++next;
        var earlier = first(confirmed(text(n)));
        var later = read("""
                关于再次印发第%1$d号任务分工的通知
                常信用办〔2026〕再%1$d号
                各有关单位：
                现印发给你们。

                一、信息归集
                1.完善第%1$d号目录。按月梳理第%1$d号目录事项，2026年12月10日前完成。（牵头单位：市市场监督管理局）
                2.新增第%1$d号任务。开展第%1$d号抽查。（牵头单位：市住建局）
                """.formatted(n));
        assertThat(documents.get(later).draft().tasks())
                .extracting(Draft.Entry::reissues)
                .containsExactly(earlier, null);
        importDocument.confirm(later, 1, OFFICE);

        assertThat(of(later)).hasSize(2);
        var task = tasks.get(earlier, OFFICE);
        assertThat(task.wordings()).hasSize(2);
        assertThat(task.parts()).hasSize(1);
    }

    @Test
    void theLeadDividesItsPartAmongThoseNamed() {
        var id = first(confirmed(text(++next)));
        var child = reportWork.divide(id, "报送住建目录", new AgencyId("housing"), LocalDate.parse("2026-12-05"), REGULATOR);

        assertThat(tasks.get(child, HOUSING).parent()).isEqualTo(id);
        refused(
                OversightError.NOT_YOUR_TASK,
                () -> reportWork.divide(id, "再分", new AgencyId("tax"), LocalDate.parse("2026-12-05"), REGULATOR));
    }

    @Test
    void theBoardCountsEveryStandingAndShowsTheMostUrgent() {
        var id = confirmed(text(++next));

        var columns = board.columns(new TaskBoard.Filter(id, null, null, null, null), 1, OFFICE);

        assertThat(columns).extracting(TaskBoard.Column::standing).containsExactly(Standing.values());
        assertThat(columns.stream().mapToInt(TaskBoard.Column::count).sum()).isEqualTo(2);
        assertThat(columns.get(Standing.NOT_BEGUN.ordinal()).lines()).hasSize(1);
        assertThat(columns.get(Standing.NOT_BEGUN.ordinal()).lines().getFirst().leads())
                .containsExactly("市市场监管局");
    }

    private Standing standing(PolicyTaskId id) {
        return board.table(TaskBoard.Filter.ALL, 0, 10_000, OFFICE).stream()
                .filter(line -> line.id().equals(id))
                .findFirst()
                .orElseThrow()
                .standing();
    }

    private List<CaseKind> open(Actor actor, PolicyTaskId id) {
        var parts =
                tasks.get(id, OFFICE).parts().stream().map(PolicyTask.Part::id).toList();
        return inbox.of(actor, 1_000).stream()
                .filter(line -> parts.contains(line.reference()))
                .map(Inbox.Line::kind)
                .toList();
    }
}
