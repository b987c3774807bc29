package org.xinheng.platform.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.xinheng.platform.Callers;
import org.xinheng.platform.PlatformTest;
import org.xinheng.platform.SettableClock;
import org.xinheng.platform.Synthetic;
import org.xinheng.platform.shared.Role;

@PlatformTest
class CheckPagesTest {

    @Autowired
    MockMvcTester http;

    @Autowired
    Callers callers;

    @Autowired
    SettableClock clock;

    private RequestPostProcessor officer;

    @BeforeEach
    void anOfficerOfHousing() {
        clock.set(SettableClock.START);
        officer = callers.signedIn("check-page", "housing", Role.CHECKER);
    }

    @Test
    void theFormOffersOnlyTheAgencysOwnMatters() {
        assertThat(http.get().uri("/console/check").with(officer))
                .hasStatusOk()
                .bodyText()
                .contains("工程建设招标投标", "value=\"construction-bidding\"")
                .doesNotContain("value=\"honours\"", "贵单位没有需要核查的事项", "??");
    }

    @Test
    void aCheckLeadsToItsResultAndSlip() {
        var asked = http.post()
                .uri("/console/check")
                .with(officer)
                .with(csrf())
                .param("whom", "ORGANISATION")
                .param("matter", "construction-bidding")
                .param("code", Synthetic.organisation(2501))
                .param("purpose", "评标")
                .exchange();
        assertThat(asked).hasStatus3xxRedirection();
        var result = String.valueOf(asked.getResponse().getRedirectedUrl());

        assertThat(http.get().uri(result).with(officer))
                .hasStatusOk()
                .bodyText()
                .contains("CZ-2026-", Synthetic.organisation(2501), "本结果仅为提示，不是行政决定")
                .doesNotContain("??");
        assertThat(http.get().uri(result + "/slip.pdf").with(officer))
                .hasStatusOk()
                .hasContentType("application/pdf");
        assertThat(http.get().uri(result).with(callers.signedIn("check-page-tax", "tax", Role.CHECKER)))
                .hasStatus(404);
    }

    @Test
    void aPersonsNumberIsNeverEchoed() {
        var number = Synthetic.citizen(LocalDate.of(1985, 5, 6), 301);

        assertThat(http.post()
                        .uri("/console/check")
                        .with(officer)
                        .with(csrf())
                        .param("whom", "PERSON")
                        .param("matter", "construction-bidding")
                        .param("idType", "CITIZEN_ID")
                        .param("idNumber", number)
                        .param("personName", "周虚构")
                        .param("purpose", "评标"))
                .hasStatusOk()
                .bodyText()
                .contains("缺少必填内容：业务编号")
                .doesNotContain(number, "周虚构", "??");
    }

    @Test
    void tasksAndReportsAreShown() {
        assertThat(http.get().uri("/console/joint-actions").with(officer))
                .hasStatusOk()
                .bodyText()
                .contains("联合奖惩")
                .doesNotContain("??");
        var office = callers.signedIn("reports-page", "credit-office", Role.CREDIT_OFFICE);
        assertThat(http.get().uri("/console/reports").with(office))
                .hasStatusOk()
                .bodyText()
                .contains("应查未查", "超期未反馈")
                .doesNotContain("??");
        assertThat(http.get().uri("/console/reports/decided-without-check.csv").with(office))
                .hasStatusOk()
                .bodyText()
                .contains("\"单位\",\"事项\"");
        assertThat(http.get()
                        .uri("/console/reports/prompts-without-feedback.csv")
                        .with(office))
                .hasStatusOk()
                .bodyText()
                .contains("\"超期天数\"");
    }
}
