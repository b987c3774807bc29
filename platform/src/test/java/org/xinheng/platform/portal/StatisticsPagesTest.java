package org.xinheng.platform.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.xinheng.platform.PlatformTest;
import org.xinheng.platform.SettableClock;
import org.xinheng.platform.Synthetic;
import org.xinheng.platform.disclosure.Kept;

@PlatformTest
class StatisticsPagesTest {

    private static final String PENALTY = "administrative-penalty";

    @Autowired
    Kept kept;

    @Autowired
    CityStatistics statistics;

    @Autowired
    MockMvcTester http;

    @Autowired
    SettableClock clock;

    @BeforeEach
    void itIsTheFirstDay() {
        clock.set(SettableClock.START);
    }

    @Test
    void recordsOfOrganisationsAreCountedByMonthAndThoseOfPersonsApart() {
        var before = counted();
        kept.penalty(kept.organisation("云栖统计试验有限公司"), "云市监罚〔2026〕701号", true, Map.of());
        kept.penalty(
                kept.person(Synthetic.citizen(LocalDate.parse("1985-02-03"), 701), "甄统计"),
                "云市监罚〔2026〕702号",
                false,
                Map.of());

        assertThat(counted()).isEqualTo(before + 1);
    }

    @Test
    void aSmallNumberAboutPersonsIsNotShown() {
        kept.penalty(
                kept.person(Synthetic.citizen(LocalDate.parse("1985-02-03"), 702), "甄少数"),
                "云市监罚〔2026〕703号",
                false,
                Map.of());

        assertThat(freshly().persons())
                .isNotEmpty()
                .allMatch(sum -> sum.count() == null || sum.count() >= freshly().smallest());
    }

    @Test
    void thePageHoldsEveryNumberInATable() {
        kept.penalty(kept.organisation("云栖表格试验有限公司"), "云市监罚〔2026〕704号", true, Map.of());
        freshly();

        assertThat(http.get().uri("/statistics"))
                .hasStatusOk()
                .bodyText()
                .contains("2026-06", "行政处罚", "核查次数", "/charts.js")
                .doesNotContain("??", "云栖表格试验有限公司");
        assertThat(http.get().uri("/webjars/echarts/dist/echarts.common.min.js"))
                .hasStatusOk();
        assertThat(http.get().uri("/charts.js")).hasStatusOk();
    }

    @Test
    void openDataAreListedWithTheirTerms() {
        assertThat(http.get().uri("/open-data"))
                .hasStatusOk()
                .bodyText()
                .contains("/api/v1/public/open-data/incentive-list-entries.csv", "CC-BY-4.0", "请注明来源")
                .doesNotContain("??");
    }

    private long counted() {
        return freshly().organisations(YearMonth.from(Kept.DECIDED), PENALTY);
    }

    /** Another day makes it count anew. */
    private CityStatistics.Counted freshly() {
        clock.set(SettableClock.START.plusDays(1));
        statistics.today();
        clock.set(SettableClock.START);
        return statistics.today();
    }
}
