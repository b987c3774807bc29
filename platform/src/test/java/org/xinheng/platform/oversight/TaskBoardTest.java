package org.xinheng.platform.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.xinheng.platform.Callers;
import org.xinheng.platform.PlatformTest;
import org.xinheng.platform.SettableClock;
import org.xinheng.platform.oversight.Work.ReportKind;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.PolicyDocumentId;
import org.xinheng.platform.shared.Role;

/** Where a task stands is read from the parts of whoever looks: an agency its own, the office those of all. */
@PlatformTest
class TaskBoardTest {

    private static final Actor OFFICE = Callers.officer("board-office", "credit-office", Role.CREDIT_OFFICE);
    private static final Actor REGULATOR = Callers.officer("board-regulator", "market-regulator", Role.REPORTER);
    private static final Actor HOUSING = Callers.officer("board-housing", "housing", Role.REPORTER);
    private static int next;

    @Autowired
    ImportDocument importDocument;

    @Autowired
    PolicyDocuments documents;

    @Autowired
    ReportWork reportWork;

    @Autowired
    FollowWork followWork;

    @Autowired
    TaskBoard board;

    @Autowired
    SettableClock clock;

    private PolicyDocumentId document;

    @BeforeEach
    void aTaskOfManyAndOneOfNobody() {
        clock.set(SettableClock.START);
        var text = """
                关于印发看板第%1$d号任务分工的通知
                常信用办〔2026〕看板%1$d号
                各有关单位：
                现印发给你们。

                一、看板归集
                1.完善看板第%1$d号目录。按月梳理看板第%1$d号目录，2026年12月10日前完成。（责任单位：市各有关部门）
                2.推进看板第%1$d号抽查。（责任单位：某未名局）
                """.formatted(++next);
        document =
                importDocument.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "分工.txt", OFFICE);
        importDocument.confirm(document, 1, OFFICE);
    }

    private List<TaskBoard.Line> lines(@Nullable String words, Actor actor) {
        return board.table(new TaskBoard.Filter(document, null, null, null, words), 0, 10, actor);
    }

    private TaskBoard.Line first(Actor actor) {
        return lines(null, actor).getFirst();
    }

    @Test
    void anAgencySeesHowItsOwnPartStandsAndTheOfficeHowAllDo() {
        var id = first(OFFICE).id();
        var report = reportWork.report(
                id,
                ReportKind.COMPLETION,
                "已完成",
                List.of(new Evidence(Evidence.Kind.LINK, "https://example.org/board", null)),
                REGULATOR);
        assertThat(first(REGULATOR).standing()).isEqualTo(Standing.REPORTED);
        assertThat(first(OFFICE).standing()).isEqualTo(Standing.REPORTED);
        followWork.review(report, true, null, OFFICE);

        assertThat(first(REGULATOR))
                .extracting(TaskBoard.Line::standing, TaskBoard.Line::parts, TaskBoard.Line::accepted)
                .containsExactly(Standing.ACCEPTED, 1, 1);
        assertThat(first(HOUSING))
                .extracting(TaskBoard.Line::standing, TaskBoard.Line::parts, TaskBoard.Line::accepted)
                .containsExactly(Standing.NOT_BEGUN, 1, 0);
        var all = first(OFFICE);
        assertThat(all.standing()).isEqualTo(Standing.NOT_BEGUN);
        assertThat(all.accepted()).isEqualTo(1);
        assertThat(all.parts()).isGreaterThan(40);
        assertThat(all.due()).isEqualTo("2026-12-10");

        clock.set(LocalDate.parse("2026-12-11"));
        assertThat(first(REGULATOR).standing()).isEqualTo(Standing.ACCEPTED);
        assertThat(first(HOUSING).standing()).isEqualTo(Standing.OVERDUE);
        assertThat(first(OFFICE).standing()).isEqualTo(Standing.OVERDUE);
    }

    @Test
    void aTaskThatNobodyAnswersForStandsApart() {
        assertThat(lines(null, OFFICE).get(1))
                .extracting(TaskBoard.Line::standing, TaskBoard.Line::parts, TaskBoard.Line::due)
                .containsExactly(Standing.UNASSIGNED, 0, null);
    }

    @Test
    void wordsAreLookedForInWhatTasksSay() {
        assertThat(lines("按月梳理看板第" + next, OFFICE)).hasSize(1);
        assertThat(lines("没有这样的话", OFFICE)).isEmpty();
    }

    @Test
    void theFilterNamesDocumentsInWorkAlone() {
        var waiting = importDocument.read(
                new ByteArrayInputStream("""
                        关于印发看板第%1$d号补充任务分工的通知
                        常信用办〔2026〕看板补%1$d号
                        各有关单位：
                        现印发给你们。

                        一、补充归集
                        1.补充看板第%1$d号培训。（责任单位：市住建局）
                        """.formatted(next).getBytes(StandardCharsets.UTF_8)), "补充.txt", OFFICE);

        assertThat(documents.inWork())
                .contains(new PolicyDocuments.Named(
                        document, documents.get(document).name()))
                .extracting(PolicyDocuments.Named::id)
                .doesNotContain(waiting);
    }
}
