package org.xinheng.platform.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.ByteArrayInputStream;
import java.util.List;
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
import org.xinheng.platform.intake.DrawSample;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.ItemId;
import org.xinheng.platform.shared.Role;

@PlatformTest
class CollectionPagesTest {

    @Autowired
    MockMvcTester http;

    @Autowired
    Callers callers;

    @Autowired
    DrawSample draw;

    @Autowired
    SettableClock clock;

    private RequestPostProcessor office;
    private RequestPostProcessor clerk;

    @BeforeEach
    void signIn() {
        clock.set(SettableClock.START);
        office = callers.signedIn("collection-pages-office", "credit-office", Role.CREDIT_OFFICE);
        clerk = callers.signedIn("collection-pages-clerk", "housing", Role.REPORTER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/console/collection",
                "/console/collection?from=2026-01&to=2026-11&agency=housing&item=administrative-penalty",
                "/console/collection/rows?kind=LATE",
                "/console/collection/rows?kind=REFUSED&from=2026-11&to=2026-11",
                "/console/collection/rows?kind=DUPLICATE",
                "/console/collection/duties",
                "/console/returns",
                "/console/collection/rows?kind=LATE&site=ENTERPRISE_PUBLICITY_SYSTEM",
                "/console/code-quality",
                "/console/samples"
            })
    void theCreditOfficeOpensEveryPageInBothLanguages(String page) {
        for (var language : new String[] {"zh-CN", "en"}) {
            assertThat(http.get().uri(page).header("Accept-Language", language).with(office))
                    .hasStatusOk()
                    .bodyText()
                    .contains("<h1")
                    .doesNotContain("??");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/console/collection",
                "/console/collection/rows?kind=REFUSED",
                "/console/returns",
                "/console/zero-reports",
                "/console/code-quality",
                "/console/records",
                "/console/records?item=honour"
            })
    void anAgencyOpensItsOwn(String page) {
        assertThat(http.get().uri(page).with(clerk)).hasStatusOk().bodyText().doesNotContain("??");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/console/samples",
                "/console/collection/duties",
                "/console/collection/bulletin.docx?month=2026-10",
                "/console/collection/bulletin.xlsx?month=2026-10"
            })
    void whatIsForTheCreditOfficeIsClosedToAgencies(String page) {
        assertThat(http.get().uri(page).with(clerk)).hasStatus(403);
    }

    /** Without a word of script: the tables hold every number, and the charts are drawn from them. */
    @Test
    void theChartsAreDrawnFromTablesThatStandThere() {
        assertThat(http.get().uri("/console/collection").with(clerk))
                .hasStatusOk()
                .bodyText()
                .contains("/charts.js", "/webjars/echarts/dist/echarts.");
        assertThat(http.get().uri("/charts.js")).hasStatusOk();
        assertThat(http.get().uri("/webjars/echarts/dist/echarts.common.min.js"))
                .hasStatusOk();
    }

    @Test
    void theBulletinIsTwoClicksAway() throws Exception {
        assertThat(http.get().uri("/console/collection").with(office))
                .bodyText()
                .contains("formaction=\"/console/collection/bulletin.docx\"", "value=\"2026-10\"");

        var document = http.get()
                .uri("/console/collection/bulletin.docx?month=2026-10")
                .with(office)
                .exchange();
        assertThat(document)
                .hasStatusOk()
                .hasContentType("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
        try (var zip = new ZipInputStream(
                new ByteArrayInputStream(document.getResponse().getContentAsByteArray()))) {
            assertThat(zip.getNextEntry()).isNotNull();
        }
        var workbook = http.get()
                .uri("/console/collection/bulletin.xlsx?month=2026-10")
                .with(office)
                .exchange();
        try (var read = new ReadableWorkbook(
                new ByteArrayInputStream(workbook.getResponse().getContentAsByteArray()))) {
            assertThat(read.getFirstSheet().read().getFirst().getCellText(0)).contains("2026年10月");
        }
    }

    @Test
    void monthsOutOfOrderAreAnsweredCalmly() {
        assertThat(http.get().uri("/console/collection?from=2026-11&to=2026-01").with(office))
                .hasStatus(400);
    }

    @Test
    void aDutyIsSetAndTheAgencySeesItAndDeclaresTheMonthEmpty() {
        assertThat(http.post()
                        .uri("/console/collection/duties")
                        .with(office)
                        .with(csrf())
                        .param("agency", "housing")
                        .param("item", "credit-commitment")
                        .param("from", "2026-10")
                        .exchange())
                .hasRedirectedUrl("/console/collection/duties");
        assertThat(http.get().uri("/console/zero-reports").with(clerk))
                .bodyText()
                .contains("2026-10", "信用承诺", "应报未报");

        for (int click = 0; click < 2; click++) {
            assertThat(http.post()
                            .uri("/console/zero-reports")
                            .with(clerk)
                            .with(csrf())
                            .param("item", "credit-commitment")
                            .param("month", "2026-10")
                            .exchange())
                    .as("said twice is said once")
                    .hasRedirectedUrl("/console/zero-reports");
        }

        assertThat(http.get().uri("/console/zero-reports").with(clerk))
                .bodyText()
                .contains("收回零报告");
    }

    @Test
    void aSampleIsDrawnJudgedAndCanBeRepeated() {
        var drawn = http.post()
                .uri("/console/samples/register")
                .with(office)
                .with(csrf())
                .param("agency", "housing")
                .param("item", "administrative-penalty")
                .param("before", "常住建罚字〔2026〕")
                .param("first", "1")
                .param("last", "40")
                .param("after", "号")
                .param("size", "2")
                .exchange();
        assertThat(drawn).hasStatus3xxRedirection();
        var page = String.valueOf(drawn.getResponse().getRedirectedUrl());
        assertThat(http.get().uri(page).with(office))
                .bodyText()
                .contains("常住建罚字〔2026〕", "种子", "不在库")
                .doesNotContain("??");
        assertThat(http.post()
                        .uri("/console/samples/register")
                        .with(office)
                        .with(csrf())
                        .param("agency", "housing")
                        .param("item", "administrative-penalty")
                        .param("before", "常住建罚字〔2026〕")
                        .param("first", "1")
                        .param("last", "2")
                        .param("after", "号")
                        .param("size", "9")
                        .exchange())
                .hasStatusOk()
                .bodyText()
                .contains("没有可以抽取的决定");
        assertThat(draw.decisions(
                        new AgencyId("housing"),
                        new ItemId("administrative-licence"),
                        List.of("A-1"),
                        1,
                        Callers.officer("collection-pages-office", "credit-office", Role.CREDIT_OFFICE)))
                .isNotNull();
    }
}
