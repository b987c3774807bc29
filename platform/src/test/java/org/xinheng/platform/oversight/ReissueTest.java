package org.xinheng.platform.oversight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.platform.Callers;
import org.xinheng.platform.PlatformTest;
import org.xinheng.platform.SettableClock;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.PolicyDocumentId;
import org.xinheng.platform.shared.PolicyTaskId;
import org.xinheng.platform.shared.Role;

/** One task in two documents is one task, whichever of them is read, and confirmed, first. */
@PlatformTest
class ReissueTest {

    private static final Actor OFFICE = Callers.officer("reissue-office", "credit-office", Role.CREDIT_OFFICE);
    private static final AgencyId REGULATOR = new AgencyId("market-regulator");
    private static final AgencyId HOUSING = new AgencyId("housing");
    private static int next;

    @Autowired
    ImportDocument importDocument;

    @Autowired
    PolicyDocuments documents;

    @Autowired
    PolicyTasks tasks;

    @Autowired
    TaskBoard board;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettableClock clock;

    @Autowired
    MockMvcTester http;

    @Autowired
    Callers callers;

    private int n;
    private PolicyDocumentId first;
    private PolicyDocumentId second;

    @BeforeEach
    void twoDocumentsWaitForReview() {
        clock.set(SettableClock.START);
        n = ++next;
        first = read("""
                关于印发重印第%1$d号任务分工的通知
                常信用办〔2026〕重印%1$d号
                各有关单位：
                现印发给你们。

                一、重印归集
                1.完善重印第%1$d号目录。按月梳理重印第%1$d号目录事项，编写说明并对外公布。2026年12月10日前完成。（牵头单位：市市场监管局，责任单位：市住建局）
                2.推进重印第%1$d号抽查。对重印第%1$d号名单开展抽查。（责任单位：市住建局）
                """);
        second = read("""
                关于再次印发重印第%1$d号任务分工的通知
                常信用办〔2026〕再重印%1$d号
                各有关单位：
                现印发给你们。

                一、重印归集
                1.完善重印第%1$d号目录。按月梳理重印第%1$d号目录事项，编写说明并对外公布。（牵头单位：市市场监督管理局）
                2.新增重印第%1$d号培训。组织重印第%1$d号经办人员培训。（牵头单位：市交通局）
                """);
    }

    private PolicyDocumentId read(String text) {
        return importDocument.read(
                new ByteArrayInputStream(text.formatted(n).getBytes(StandardCharsets.UTF_8)), "分工.txt", OFFICE);
    }

    private Draft draft(PolicyDocumentId id) {
        return documents.get(id).draft();
    }

    private List<TaskBoard.Line> of(PolicyDocumentId document) {
        return board.table(new TaskBoard.Filter(document, null, null, null, null), 0, 100, OFFICE);
    }

    private List<PolicyTaskId> ids(PolicyDocumentId document) {
        return of(document).stream().map(TaskBoard.Line::id).toList();
    }

    private int all() {
        return jdbc.sql("select count(*) from oversight.task where kind = 'DOCUMENT'")
                .query(Integer.class)
                .single();
    }

    @Test
    void whileBothWaitNeitherKnowsTheOther() {
        assertThat(draft(second).tasks()).extracting(Draft.Entry::reissues).containsExactly(null, null);
        assertThat(importDocument.recognise(second, 1, OFFICE)).isZero();
        assertThat(documents.get(second).version()).isEqualTo(1);
    }

    @Test
    void theSecondIsLinkedToTheFirstBeforeItIsConfirmedAndAnOfficerSeesIt() {
        importDocument.confirm(first, 1, OFFICE);
        int before = all();

        refused(OversightError.TASKS_IN_WORK_MEANWHILE, () -> importDocument.confirm(second, 1, OFFICE));
        assertThat(importDocument.recognise(second, 1, OFFICE)).isEqualTo(1);
        assertThat(draft(second).tasks())
                .extracting(Draft.Entry::reissues)
                .containsExactly(ids(first).getFirst(), null);
        assertThat(importDocument.recognise(second, 2, OFFICE)).isZero();
        importDocument.confirm(second, 2, OFFICE);

        assertThat(all()).isEqualTo(before + 1);
        var task = tasks.get(ids(first).getFirst(), OFFICE);
        assertThat(task.wordings()).extracting(PolicyTask.Wording::document).containsExactly(second, first);
        assertThat(task.due()).isEqualTo("2026-12-10");
        assertThat(task.part(HOUSING)).as("no longer named").isNull();
    }

    @Test
    void theFirstConfirmedLaterStandsBehindTheSecondAndChangesNobodysWork() {
        importDocument.confirm(second, 1, OFFICE);
        int before = all();

        refused(OversightError.TASKS_IN_WORK_MEANWHILE, () -> importDocument.confirm(first, 1, OFFICE));
        assertThat(importDocument.recognise(first, 1, OFFICE)).isEqualTo(1);
        importDocument.confirm(first, 2, OFFICE);

        assertThat(all()).isEqualTo(before + 1);
        var id = ids(second).getFirst();
        assertThat(ids(first)).contains(id).hasSize(2);
        var task = tasks.get(id, OFFICE);
        assertThat(task.wordings()).extracting(PolicyTask.Wording::document).containsExactly(second, first);
        assertThat(task.fullest().document()).as("the fuller text").isEqualTo(first);
        assertThat(task.units()).extracting(PolicyTask.Assigned::unit).containsExactly("市市场监督管理局");
        assertThat(task.parts()).extracting(PolicyTask.Part::agency).containsExactly(REGULATOR);
        assertThat(task.parts().getFirst().due())
                .as("the older document's, as the newer gives none")
                .isEqualTo("2026-12-10");
        assertThat(of(second).getFirst().text()).contains("2026年12月10日前完成");
    }

    @Test
    void theDayPrintedOnADocumentSaysWhichIsOlderNotTheDayOfItsImport() {
        importDocument.correctHead(first, 1, "第一", "一", null, LocalDate.parse("2026-05-01"), OFFICE);
        importDocument.confirm(first, 2, OFFICE);
        importDocument.correctHead(second, 1, "第二", "二", null, LocalDate.parse("2019-03-01"), OFFICE);
        importDocument.recognise(second, 2, OFFICE);
        importDocument.confirm(second, 3, OFFICE);

        var task = tasks.get(ids(first).getFirst(), OFFICE);
        assertThat(task.wordings()).extracting(PolicyTask.Wording::document).containsExactly(first, second);
        assertThat(task.parts()).extracting(PolicyTask.Part::agency).containsExactlyInAnyOrder(REGULATOR, HOUSING);
    }

    @Test
    void whatAnOfficerPartedStaysApartAndCanBeJoinedAgain() {
        importDocument.confirm(first, 1, OFFICE);
        importDocument.recognise(second, 1, OFFICE);
        var entry = draft(second).tasks().getFirst();

        importDocument.correctTask(second, 2, 0, entry.reissuing(null), OFFICE);
        assertThat(importDocument.recognise(second, 3, OFFICE)).isZero();
        assertThat(draft(second).alike(0)).isEqualTo(ids(first).getFirst());

        importDocument.correctTask(second, 3, 0, entry, OFFICE);
        importDocument.correctTask(second, 4, 0, entry.reissuing(null), OFFICE);
        int before = all();
        importDocument.confirm(second, 5, OFFICE);
        assertThat(all()).isEqualTo(before + 2);
    }

    @Test
    void thePageShowsWhatIsTheSameBeforeItIsConfirmed() {
        importDocument.confirm(first, 1, OFFICE);
        var office = callers.signedIn("reissue-office", "credit-office", Role.CREDIT_OFFICE);
        var page = "/console/tasks/documents/" + second;

        assertThat(http.post()
                        .uri(page + "/confirmation")
                        .param("version", "1")
                        .with(office)
                        .with(csrf()))
                .hasStatusOk()
                .bodyText()
                .contains("另一份文件已带来其中 1 项任务", "再次印发", "name=\"version\" value=\"2\"");
        assertThat(http.get().uri(page + "/tasks/0").with(office))
                .hasStatusOk()
                .bodyText()
                .contains("就是下面这项已有任务", "编写说明并对外公布。2026年12月10日前完成。")
                .containsPattern("name=\"reissues\"[^>]*checked");
        assertThat(http.post()
                        .uri(page + "/confirmation")
                        .param("version", "2")
                        .with(office)
                        .with(csrf()))
                .hasStatus3xxRedirection();
        assertThat(documents.get(second).state()).isEqualTo(DocumentState.CONFIRMED);
    }

    @Test
    void noTaskIsLinkedThatTheDocumentWasNotComparedWith() {
        importDocument.confirm(first, 1, OFFICE);
        var stranger = ids(first).get(1);
        var entry = draft(second).tasks().get(1);

        refused(
                OversightError.POLICY_TASK_NOT_FOUND,
                () -> importDocument.correctTask(second, 1, 1, entry.reissuing(stranger), OFFICE));
    }

    @Test
    void aDraftOfAnEarlierReleaseIsReadAndConfirmed() {
        jdbc.sql("update oversight.draft set content = content - 'parted' where document_id = :id")
                .param("id", first.value())
                .update();

        assertThat(draft(first).parted()).isEmpty();
        assertThat(importDocument.confirm(first, 1, OFFICE)).isEqualTo(2);
    }

    private static void refused(ErrorCode code, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        CreditException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
