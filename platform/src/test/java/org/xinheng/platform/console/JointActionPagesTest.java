package org.xinheng.platform.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.ByteArrayInputStream;
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
import org.xinheng.platform.shared.Role;

@PlatformTest
class JointActionPagesTest {

    @Autowired
    MockMvcTester http;

    @Autowired
    Callers callers;

    @Autowired
    SettableClock clock;

    private RequestPostProcessor office;

    @BeforeEach
    void theCreditOffice() {
        clock.set(SettableClock.START);
        office = callers.signedIn("joint-office", "credit-office", Role.CREDIT_OFFICE, Role.CHECKER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/late", "/honours", "/forwardings", "/quarter", "/examples"})
    void everyPageOfJointActionOpensInBothLanguages(String page) {
        assertThat(http.get().uri("/console/joint-actions" + page).with(office))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("??");
        assertThat(http.get()
                        .uri("/console/joint-actions" + page)
                        .header("Accept-Language", "en")
                        .with(office))
                .hasStatusOk()
                .bodyText()
                .contains("Cases worth showing")
                .doesNotContain("??");
    }

    @Test
    void whatTheCreditOfficeAloneSeesIsClosedToOthers() {
        var housing = callers.signedIn("joint-housing", "housing", Role.CHECKER);

        assertThat(http.get().uri("/console/joint-actions").with(housing))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("/console/joint-actions/late");
        assertThat(http.get().uri("/console/joint-actions/late").with(housing)).hasStatus(403);
        assertThat(http.get().uri("/console/joint-actions/forwardings").with(housing))
                .hasStatus(403);
    }

    @Test
    void theQuarterComesAsAWorkbook() throws Exception {
        var answer = http.get()
                .uri("/console/joint-actions/quarter.xlsx?quarter=2026Q3")
                .with(office)
                .exchange();

        assertThat(answer).hasStatusOk();
        try (var workbook = new ReadableWorkbook(
                new ByteArrayInputStream(answer.getResponse().getContentAsByteArray()))) {
            var rows = workbook.getFirstSheet().read();
            assertThat(rows.getFirst().getCellText(0)).contains("2026Q3", "2026-07-01", "2026-09-30");
            assertThat(rows.get(1).getCellText(0)).isEqualTo("单位");
        }
    }

    @Test
    void aQuarterThatHasNotBegunIsNotShown() {
        assertThat(http.get()
                        .uri("/console/joint-actions/quarter?quarter=2031Q1")
                        .with(office))
                .hasStatusOk()
                .bodyText()
                .contains("2026 年第 4 季度")
                .doesNotContain("2031 年");
    }

    @Test
    void aStepOnAnUnknownTaskIsRefusedCalmly() {
        assertThat(http.post()
                        .uri("/console/joint-actions/01990000-0000-7000-8000-000000000000/steps")
                        .param("state", "RESPONDED")
                        .with(office)
                        .with(csrf()))
                .hasStatus(404)
                .bodyText()
                .contains("没有这项联合奖惩任务");
    }

    @Test
    void anAgencyIsRemindedOfAllItIsLateWithByTheCreditOfficeAlone() {
        assertThat(http.post()
                        .uri("/console/joint-actions/late/reminders")
                        .param("agency", "housing")
                        .with(office)
                        .with(csrf()))
                .hasRedirectedUrl("/console/joint-actions/late");
        assertThat(http.post()
                        .uri("/console/joint-actions/late/reminders")
                        .param("agency", "housing")
                        .with(callers.signedIn("joint-housing", "housing", Role.CHECKER))
                        .with(csrf()))
                .hasStatus(403);
    }
}
