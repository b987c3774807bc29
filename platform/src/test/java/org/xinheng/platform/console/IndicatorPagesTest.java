package org.xinheng.platform.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
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
import org.xinheng.platform.indicator.Indicators;
import org.xinheng.platform.intake.ReportingDuties;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.ItemId;
import org.xinheng.platform.shared.Role;

@PlatformTest
class IndicatorPagesTest {

    private static final String MONTHS = "from=2026-02&to=2026-03";

    @Autowired
    MockMvcTester http;

    @Autowired
    Callers callers;

    @Autowired
    Indicators indicators;

    @Autowired
    ReportingDuties duties;

    @Autowired
    SettableClock clock;

    private RequestPostProcessor office;
    private RequestPostProcessor district;
    private RequestPostProcessor clerk;

    /** Two agencies that had to report an item in months of which other tests know nothing. */
    @BeforeEach
    void signIn() {
        clock.set(SettableClock.START);
        office = callers.signedIn("indicator-pages-office", "credit-office", Role.CREDIT_OFFICE);
        district = callers.signedIn("indicator-pages-district", "district-credit-office", Role.CREDIT_OFFICE);
        clerk = callers.signedIn("indicator-pages-clerk", "statistics", Role.REPORTER);
        var actor = Callers.officer("indicator-pages", "credit-office", Role.CREDIT_OFFICE);
        for (var agency : new String[] {"statistics", "customs", "wujin-government"}) {
            duties.set(new AgencyId(agency), new ItemId("honour"), YearMonth.of(2026, 2), YearMonth.of(2026, 3), actor);
        }
    }

    @Test
    void everyIndicatorOpensInBothLanguages() {
        assertThat(indicators.all()).hasSizeGreaterThan(10);
        for (var indicator : indicators.all()) {
            for (var page : new String[] {"", "?agency=housing", "?division=320412", "/rows", "/rows?whole=true"}) {
                for (var language : new String[] {"zh-CN", "en"}) {
                    assertThat(http.get()
                                    .uri("/console/indicators/" + indicator.id() + page)
                                    .header("Accept-Language", language)
                                    .with(office))
                            .as("%s%s", indicator.id(), page)
                            .hasStatusOk()
                            .bodyText()
                            .contains("<h1")
                            .doesNotContain("??");
                }
            }
        }
    }

    @Test
    void theListSaysWhatIsNotMeasuredYetInsteadOfNothing() {
        assertThat(http.get().uri("/console/indicators").with(office))
                .hasStatusOk()
                .bodyText()
                .contains("报送及时率", "应查尽查率")
                .doesNotContain("??");
    }

    @Test
    void theCreditOfficeSeesEveryAgencyDivisionAndMonthAndChartsAreDrawnFromTheTables() {
        assertThat(http.get()
                        .uri("/console/indicators/reporting-coverage?" + MONTHS)
                        .with(office))
                .hasStatusOk()
                .bodyText()
                .contains("常州市统计局", "常州海关", "武进区人民政府", "2026-02", "2026-03", "常州市")
                .contains("data-chart=\"shares\"", "data-chart=\"grouped\"", "/charts.js")
                .contains("/console/indicators/reporting-coverage/rows?");
    }

    @Test
    void aCountysCreditOfficeSeesItsDivisionAndAnAgencyItself() {
        assertThat(http.get()
                        .uri("/console/indicators/reporting-coverage?" + MONTHS)
                        .with(clerk))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("常州海关", "name=\"agency\"");
        assertThat(http.get()
                        .uri("/console/indicators/reporting-coverage/rows?whole=true&" + MONTHS)
                        .with(clerk))
                .hasStatusOk()
                .bodyText()
                .contains("常州市统计局", "荣誉")
                .doesNotContain("常州海关", "武进区人民政府");
        assertThat(http.get()
                        .uri("/console/indicators/reporting-coverage?" + MONTHS)
                        .with(district))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("常州海关", "常州市统计局");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/console/indicators/reporting-coverage?agency=customs",
                "/console/indicators/reporting-coverage/rows?agency=customs"
            })
    void whatIsAnothersIsRefused(String page) {
        assertThat(http.get().uri(page).with(clerk)).hasStatus(403);
        assertThat(http.get().uri(page).with(district)).hasStatus(403);
        assertThat(http.get().uri(page).with(callers.signedIn("indicator-citizen", "housing", Role.CITIZEN)))
                .hasStatus(403);
    }

    @Test
    void aMonthThatIsNoneAndAnUnknownIndicatorAreRefusedCalmly() {
        assertThat(http.get().uri("/console/indicators?from=2026-05&to=2026-04").with(office))
                .hasStatus(400);
        assertThat(http.get().uri("/console/indicators/penalties").with(office)).hasStatus(404);
    }
}
