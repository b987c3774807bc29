package org.xinheng.platform.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipInputStream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.xinheng.platform.Callers;
import org.xinheng.platform.PlatformTest;
import org.xinheng.platform.SettableClock;
import org.xinheng.platform.oversight.Evidence;
import org.xinheng.platform.oversight.ImportDocument;
import org.xinheng.platform.oversight.PolicyTasks;
import org.xinheng.platform.oversight.ReportWork;
import org.xinheng.platform.oversight.TaskBoard;
import org.xinheng.platform.oversight.Work;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.PolicyDocumentId;
import org.xinheng.platform.shared.PolicyTaskId;
import org.xinheng.platform.shared.Role;

@PlatformTest
class PolicyTaskPagesTest {

    private static final Actor OFFICE = Callers.officer("tasks-office", "credit-office", Role.CREDIT_OFFICE);
    private static final Actor REGULATOR = Callers.officer("tasks-regulator", "market-regulator", Role.REPORTER);
    private static int next;

    @Autowired
    MockMvcTester http;

    @Autowired
    Callers callers;

    @Autowired
    ImportDocument importDocument;

    @Autowired
    TaskBoard board;

    @Autowired
    PolicyTasks tasks;

    @Autowired
    ReportWork reportWork;

    @Autowired
    SettableClock clock;

    private RequestPostProcessor office;
    private RequestPostProcessor regulator;
    private PolicyDocumentId document;

    @BeforeEach
    void aDocumentUnderReview() {
        clock.set(SettableClock.START);
        office = callers.signedIn("tasks-office", "credit-office", Role.CREDIT_OFFICE);
        regulator = callers.signedIn("tasks-regulator", "market-regulator", Role.REPORTER);
        document = importDocument.read(
                new ByteArrayInputStream(text(++next).getBytes(StandardCharsets.UTF_8)), "分工.txt", OFFICE);
    }

    private static String text(int n) {
        return """
                关于印发页面第%1$d号任务分工的通知
                常信用办〔2026〕页面%1$d号
                各有关单位：
                现印发给你们。

                一、页面归集
                1.完善页面第%1$d号目录。按月梳理页面第%1$d号目录，2026年12月10日前完成。（牵头单位：市市场监管局，配合单位：某未名局）
                2.推进页面第%1$d号抽查。（责任单位：市住建局）
                """.formatted(n);
    }

    private PolicyTaskId confirmed() {
        importDocument.confirm(document, 1, OFFICE);
        return board.table(new TaskBoard.Filter(document, null, null, null, null), 0, 10, OFFICE)
                .getFirst()
                .id();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/table", "/timeline", "/documents", "/circulars"})
    void everyPageOpensInBothLanguages(String page) {
        confirmed();
        for (var language : List.of("zh-CN", "en")) {
            assertThat(http.get()
                            .uri("/console/tasks" + page)
                            .header("Accept-Language", language)
                            .with(office))
                    .hasStatusOk()
                    .bodyText()
                    .doesNotContain("??");
        }
    }

    @Test
    void anAuditorReadsTheDocumentsAndChangesNothing() {
        var auditor = callers.signedIn("tasks-auditor", "audit-bureau", Role.AUDITOR);
        var address = "/console/tasks/documents/" + document;

        assertThat(http.get().uri("/console/tasks").with(auditor)).bodyText().contains("/console/tasks/documents\"");
        assertThat(http.get().uri("/console/tasks/documents").with(auditor))
                .hasStatusOk()
                .bodyText()
                .contains(address)
                .doesNotContain("name=\"file\"");
        assertThat(http.get().uri(address).with(auditor))
                .hasStatusOk()
                .bodyText()
                .contains("完善页面第")
                .doesNotContain("/confirmation", "/discarding");
        assertThat(http.get().uri(address + "/file").with(auditor)).hasStatusOk();
        assertThat(http.post().uri(address + "/discarding").with(auditor).with(csrf()))
                .hasStatus(403);
    }

    @Test
    void aCountysCreditOfficeSeesTheDocumentsItImportedItself() {
        var county = callers.signedIn("tasks-county", "district-credit-office", Role.CREDIT_OFFICE);

        assertThat(http.get().uri("/console/tasks/documents").with(county))
                .hasStatusOk()
                .bodyText()
                .contains("name=\"file\"")
                .doesNotContain("/console/tasks/documents/" + document);
    }

    @Test
    void whatWasUnderstoodStandsBesideTheSourceWithItsDoubts() {
        assertThat(http.get().uri("/console/tasks/documents/" + document).with(office))
                .hasStatusOk()
                .bodyText()
                .contains("found found-unit", "found found-deadline", "某未名局", "尚未落实到单位", "1 处单位名称没有找到对应单位")
                .doesNotContain("??");
        assertThat(http.get()
                        .uri("/console/tasks/documents/" + document + "/tasks/0")
                        .header("Accept-Language", "en")
                        .with(office))
                .hasStatusOk()
                .bodyText()
                .contains("Correct a task")
                .doesNotContain("??");
        assertThat(http.get().uri("/console/tasks/documents/" + document).with(regulator))
                .hasStatus(403);
    }

    @Test
    void anOfficerCorrectsAUnitAndConfirms() {
        var corrected = http.post()
                .uri("/console/tasks/documents/" + document + "/tasks/0")
                .param("version", "1")
                .param("number", "1")
                .param("text", "更正后的任务内容" + next)
                .param("role", "LEAD", "COOPERATING", "LEAD")
                .param("name", "市市场监管局", "某未名局", "")
                .param("who", "agency:market-regulator", "agency:transport", "")
                .param("due", "2026-12-20")
                .param("cycle", "")
                .with(office)
                .with(csrf());
        assertThat(corrected).hasStatus3xxRedirection();
        assertThat(http.post()
                        .uri("/console/tasks/documents/" + document + "/confirmation")
                        .param("version", "1")
                        .with(office)
                        .with(csrf()))
                .hasStatusOk()
                .bodyText()
                .contains("刚才有人改过");
        assertThat(http.post()
                        .uri("/console/tasks/documents/" + document + "/confirmation")
                        .param("version", "2")
                        .with(office)
                        .with(csrf()))
                .hasStatus3xxRedirection();
        var lines = board.table(new TaskBoard.Filter(document, null, null, null, null), 0, 10, OFFICE);
        assertThat(lines.getFirst().text()).startsWith("更正后的任务内容");
        assertThat(lines.getFirst().due()).isEqualTo("2026-12-20");
    }

    @Test
    void anAgencyReportsWithAFileAndTheOfficeReadsItAndSendsItBack() {
        var id = confirmed();
        var form = "--part\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\nCOMPLETION\r\n"
                + "--part\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\n目录已印发\r\n"
                + "--part\r\nContent-Disposition: form-data; name=\"links\"\r\n\r\nhttps://example.org/a\r\n"
                + "--part\r\nContent-Disposition: form-data; name=\"figure\"\r\n\r\ntimely-rows\r\n"
                + "--part\r\nContent-Disposition: form-data; name=\"from\"\r\n\r\n2026-10\r\n"
                + "--part\r\nContent-Disposition: form-data; name=\"to\"\r\n\r\n2026-11\r\n"
                + "--part\r\nContent-Disposition: form-data; name=\"file\"; filename=\"目录.txt\"\r\n\r\n一、目录\r\n--part--\r\n";

        assertThat(http.post()
                        .uri("/console/tasks/" + id + "/reports")
                        .contentType("multipart/form-data; boundary=part")
                        .content(form.getBytes(StandardCharsets.UTF_8))
                        .with(regulator)
                        .with(csrf().asHeader()))
                .hasStatus3xxRedirection();

        var page = http.get().uri("/console/tasks/" + id).with(office).exchange();
        assertThat(page)
                .hasStatusOk()
                .bodyText()
                .contains("目录已印发", "https://example.org/a", "目录.txt", "2026-10—2026-11", "认可");
        var body = new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
        var file = body.replaceAll("(?s).*href=\"(/console/tasks/[^\"]*/files/[^\"]*)\".*", "$1");
        var read = http.get().uri(file).with(office).exchange();
        assertThat(read).hasStatusOk();
        assertThat(new String(read.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8))
                .isEqualTo("一、目录");
        var review = body.replaceAll("(?s).*action=\"(/console/tasks/[^\"]*/review)\".*", "$1");
        assertThat(http.post()
                        .uri(review)
                        .param("accepted", "false")
                        .with(office)
                        .with(csrf()))
                .hasStatusOk()
                .bodyText()
                .contains("请写明理由");
        assertThat(http.post()
                        .uri(review)
                        .param("accepted", "false")
                        .param("reason", "缺附件")
                        .with(office)
                        .with(csrf()))
                .hasStatus3xxRedirection();
        assertThat(http.get().uri("/console/tasks/" + id).with(regulator))
                .hasStatusOk()
                .bodyText()
                .contains("已退回", "缺附件");
    }

    @Test
    void aCompletionWithoutEvidenceComesBackWithTheReason() {
        var id = confirmed();
        var form = "--part\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\nCOMPLETION\r\n"
                + "--part\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\n已完成\r\n"
                + "--part\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\"\r\n\r\n\r\n--part--\r\n";

        assertThat(http.post()
                        .uri("/console/tasks/" + id + "/reports")
                        .contentType("multipart/form-data; boundary=part")
                        .content(form.getBytes(StandardCharsets.UTF_8))
                        .with(regulator)
                        .with(csrf().asHeader()))
                .hasStatusOk()
                .bodyText()
                .contains("须有佐证");
    }

    @Test
    void theTableComesAsADivisionOfTasksAndAsASheet() throws Exception {
        confirmed();
        var sheet = http.get()
                .uri("/console/tasks/table.xlsx?document=" + document)
                .with(office)
                .exchange();
        assertThat(sheet).hasStatusOk();
        try (var workbook = new ReadableWorkbook(
                new ByteArrayInputStream(sheet.getResponse().getContentAsByteArray()))) {
            var rows = workbook.getSheets().toList().get(1).read();
            assertThat(rows).hasSize(3);
            assertThat(rows.get(1).getCellText(2)).isEqualTo("市市场监管局");
        }
        var paper = http.get()
                .uri("/console/tasks/table.docx?document=" + document)
                .with(office)
                .exchange();
        try (var zip =
                new ZipInputStream(new ByteArrayInputStream(paper.getResponse().getContentAsByteArray()))) {
            for (var part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
                if (part.getName().equals("word/document.xml")) {
                    assertThat(new String(zip.readAllBytes(), StandardCharsets.UTF_8))
                            .contains("任务分工表", "牵头单位", "完善页面第");
                    return;
                }
            }
        }
        throw new AssertionError("no document in the file");
    }

    @Test
    void aCircularIsIssuedFromWhatTheClockProposesAndReadByWhoItNames() {
        confirmed();
        clock.set(LocalDate.parse("2027-01-04"));
        assertThat(http.get().uri("/console/tasks/circulars").with(office))
                .hasStatusOk()
                .bodyText()
                .contains("完善页面第" + next + "号目录");
        var issued = http.post()
                .uri("/console/tasks/circulars")
                .param("title", "进度通报" + next)
                .param("text", "请尽快完成。")
                .param("agencies", "market-regulator")
                .param("limit", "2027-01-25")
                .with(office)
                .with(csrf())
                .exchange();
        assertThat(issued).hasStatus3xxRedirection();
        var address = Objects.requireNonNull(issued.getResponse().getRedirectedUrl());
        assertThat(http.get().uri(address).with(regulator))
                .hasStatusOk()
                .bodyText()
                .contains("未阅", "整改任务")
                .doesNotContain("??");
        assertThat(http.post().uri(address + "/acknowledgement").with(regulator).with(csrf()))
                .hasStatus3xxRedirection();
        assertThat(http.get().uri(address).header("Accept-Language", "en").with(office))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("not yet", "??");
        assertThat(http.get().uri(address + "/circular.docx").with(office)).hasStatusOk();
    }

    @Test
    void everyPartOfATaskIsReachedFromTheInbox() {
        var id = confirmed();
        reportWork.ask(id, "以谁为准？", REGULATOR);
        reportWork.askForTime(id, LocalDate.parse("2026-12-31"), "人手不足", REGULATOR);
        reportWork.report(
                id,
                Work.ReportKind.COMPLETION,
                "完成",
                List.of(new Evidence(Evidence.Kind.LINK, "https://example.org/b", null)),
                REGULATOR);
        var inbox = http.get().uri("/console/inbox").with(office).exchange();
        assertThat(inbox).hasStatusOk().bodyText().contains("请审核完成情况", "延期申请", "请答复咨询");
        var part = tasks.get(id, OFFICE).parts().getFirst();
        assertThat(http.get().uri("/console/tasks/parts/" + part.id()).with(office))
                .hasStatus3xxRedirection()
                .hasRedirectedUrl("/console/tasks/" + id);
    }
}
