package org.xinheng.platform.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.xinheng.platform.Callers;
import org.xinheng.platform.PlatformTest;
import org.xinheng.platform.SettableClock;
import org.xinheng.platform.oversight.Evidence;
import org.xinheng.platform.oversight.ImportDocument;
import org.xinheng.platform.oversight.ReportWork;
import org.xinheng.platform.oversight.TaskBoard;
import org.xinheng.platform.oversight.Work;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.PolicyTaskId;
import org.xinheng.platform.shared.Role;

/** One report with what proves it: several files, several links, whatever a sender calls them. */
@PlatformTest
class TaskReportPagesTest {

    private static final Actor OFFICE = Callers.officer("reports-office", "credit-office", Role.CREDIT_OFFICE);
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
    Work work;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettableClock clock;

    private RequestPostProcessor office;
    private RequestPostProcessor regulator;
    private PolicyTaskId task;
    private int filesBefore;

    @BeforeEach
    void aTaskInWork() {
        clock.set(SettableClock.START);
        office = callers.signedIn("reports-office", "credit-office", Role.CREDIT_OFFICE);
        regulator = callers.signedIn("reports-regulator", "market-regulator", Role.REPORTER);
        var text = """
                关于印发佐证第%1$d号任务分工的通知
                常信用办〔2026〕佐证%1$d号
                各有关单位：
                现印发给你们。

                一、佐证归集
                1.完善佐证第%1$d号目录。按月梳理佐证第%1$d号目录，2026年12月10日前完成。（牵头单位：市市场监管局）
                """.formatted(++next);
        var document =
                importDocument.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "分工.txt", OFFICE);
        importDocument.confirm(document, 1, OFFICE);
        task = board.table(new TaskBoard.Filter(document, null, null, null, null), 0, 10, OFFICE)
                .getFirst()
                .id();
        filesBefore = files();
    }

    private int files() {
        return jdbc.sql("select count(*) from vault.file").query(Integer.class).single();
    }

    /** A form as a browser sends it. */
    private final class Form {

        private final ByteArrayOutputStream body = new ByteArrayOutputStream();

        Form field(String name, String value) {
            return part("name=\"" + name + "\"", value);
        }

        Form file(String name, String content) {
            return part("name=\"file\"; filename=\"" + name + "\"\r\nContent-Type: application/octet-stream", content);
        }

        private Form part(String head, String content) {
            body.writeBytes(("--part\r\nContent-Disposition: form-data; " + head + "\r\n\r\n" + content + "\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            return this;
        }

        MvcTestResult send() {
            body.writeBytes("--part--\r\n".getBytes(StandardCharsets.UTF_8));
            return http.post()
                    .uri("/console/tasks/" + task + "/reports")
                    .contentType("multipart/form-data; boundary=part")
                    .content(body.toByteArray())
                    .with(regulator)
                    .with(csrf().asHeader())
                    .exchange();
        }
    }

    private Form completion() {
        return new Form().field("kind", "COMPLETION").field("text", "目录已印发");
    }

    private List<Evidence> evidence() {
        return work.reports(task).getFirst().evidence();
    }

    private List<String> names() {
        return evidence().stream().map(Evidence::words).toList();
    }

    @Test
    void oneReportCarriesSeveralFilesAndSeveralLinksAndEachFileIsRead() {
        assertThat(completion()
                        .field("links", "https://example.org/a\r\n\r\n  https://example.org/b \r\n")
                        .file("目录.txt", "一、目录")
                        .file("", "")
                        .file("说明.txt", "二、说明")
                        .file("", "")
                        .field("figure", "")
                        .send())
                .hasStatus3xxRedirection();

        assertThat(evidence())
                .extracting(Evidence::kind)
                .containsExactly(Evidence.Kind.FILE, Evidence.Kind.FILE, Evidence.Kind.LINK, Evidence.Kind.LINK);
        assertThat(names()).containsExactly("目录.txt", "说明.txt", "https://example.org/a", "https://example.org/b");
        var page = http.get().uri("/console/tasks/" + task).with(office).exchange();
        var links = Pattern.compile("href=\"(/console/tasks/[^\"]*/files/[^\"]*)\"")
                .matcher(text(page))
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
        assertThat(links).hasSize(2);
        assertThat(links.stream()
                        .map(link -> text(http.get().uri(link).with(office).exchange())))
                .containsExactly("一、目录", "二、说明");
        assertThat(jdbc.sql("select count(*) from vault.file where kept and id = any(:ids)")
                        .param("ids", references())
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    private UUID[] references() {
        return evidence().stream()
                .map(Evidence::reference)
                .filter(reference -> reference != null)
                .toArray(UUID[]::new);
    }

    private static String text(MvcTestResult answer) {
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    @Test
    void theFormTakesSeveralFilesAtOnceAndOneByOneWithoutAScript() {
        assertThat(http.get().uri("/console/tasks/" + task).with(regulator))
                .hasStatusOk()
                .bodyText()
                .containsPattern("<input[^>]*type=\"file\"[^>]*name=\"file\"[^>]*multiple")
                .contains("id=\"file-2\"", "id=\"file-5\"", "最多 20 个");
    }

    @Test
    void namesOfFilesCarryNoFoldersNothingUnseenAndNoEndlessLines() {
        assertThat(completion()
                        .file("C:\\秘密\\..\\目录.txt", "a")
                        .file("../../etc/passwd", "b")
                        .file("报告\u202Etxt.exe", "c")
                        .file("folder/", "d")
                        .file("长".repeat(600) + ".docx", "e")
                        .file("<script>alert(1)</script>.html", "f")
                        .send())
                .hasStatus3xxRedirection();

        assertThat(names())
                .containsExactly("目录.txt", "passwd", "报告txt.exe", "file", "长".repeat(190) + ".docx", "script>.html");
        assertThat(text(http.get().uri("/console/tasks/" + task).with(office).exchange()))
                .contains("script&gt;.html")
                .doesNotContain("<script>alert");
    }

    @Test
    void aNumberOfAPersonInANameIsMasked() {
        assertThat(completion().file("320499198808089883.txt", "a").send()).hasStatus3xxRedirection();

        assertThat(names()).noneMatch(name -> name.contains("320499198808089883"));
    }

    @Test
    void anEmptyFormIsACompletionWithoutEvidence() {
        assertThat(completion().file("", "").file("", "").send())
                .hasStatusOk()
                .bodyText()
                .contains("须有佐证");
        assertThat(work.reports(task)).isEmpty();
    }

    @Test
    void ofARefusedReportNoFileIsKeptAndWhatWasTypedStaysInTheForm() {
        assertThat(completion()
                        .field("links", "ftp://example.org/a")
                        .file("目录.txt", "a")
                        .file("说明.txt", "b")
                        .send())
                .hasStatusOk()
                .bodyText()
                .contains("网址应以", "目录已印发</textarea>", "ftp://example.org/a</textarea>")
                .containsPattern("value=\"COMPLETION\"[^>]*selected");
        assertThat(work.reports(task)).isEmpty();
        assertThat(files()).isEqualTo(filesBefore);
    }

    @Test
    void moreFilesThanAReportMayCarryAreRefusedAndNoneIsKept() {
        var form = completion();
        for (int i = 0; i <= ReportWork.MOST_FILES; i++) {
            form.file("佐证" + i + ".txt", "a");
        }

        assertThat(form.send()).hasStatusOk().bodyText().contains("佐证太多，最多 20 个");
        assertThat(files()).isEqualTo(filesBefore);
    }

    @Test
    void aNameWithANulIsAnsweredAndNothingIsKept() {
        assertThat(completion().file("目录.txt", "a").file("a\0.txt", "b").send())
                .hasStatusOk()
                .bodyText()
                .contains("上传中断或者格式不对");
        assertThat(files()).isEqualTo(filesBefore);
    }
}
