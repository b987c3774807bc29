package org.xinheng.platform.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.xinheng.platform.Callers;
import org.xinheng.platform.PlatformTest;
import org.xinheng.platform.SettableClock;
import org.xinheng.platform.indicator.FactScope;
import org.xinheng.platform.indicator.FactSource;
import org.xinheng.platform.indicator.Figure;
import org.xinheng.platform.indicator.Indicators;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.ItemId;
import org.xinheng.platform.shared.Role;

/** What indicators count of collection, of an agency that reports nothing in other tests. */
@PlatformTest
class CollectionIndicatorsTest {

    private static final String PENALTY = "administrative-penalty";
    private static final AgencyId CIVIL_AFFAIRS = new AgencyId("civil-affairs");

    @LocalServerPort
    int port;

    @Autowired
    Callers callers;

    @Autowired
    Indicators indicators;

    @Autowired
    ReportingDuties duties;

    @Autowired
    SettableClock clock;

    @Test
    void rowsAreSharesByAgencyAndMonthAndOpenToTheirSubmissions() {
        clock.set(LocalDate.parse("2026-05-22"));
        var sender =
                new Sender(port, callers.bearer("indicator-civil", "civil-affairs", Set.of(Role.REPORTER), Set.of()));
        sender.send(
                PENALTY,
                csv(
                        row(9401, "2026-05-18"),
                        row(9402, "2026-05-06"),
                        Tables.with(row(9403, "2026-05-18"), "统一社会信用代码", "91320499MAXH00002X")));
        var may = scope(YearMonth.of(2026, 5), YearMonth.of(2026, 5));

        assertThat(figure("timely-rows", may)).isEqualTo(new Figure(1, 2L));
        assertThat(figure("timely-rows", may).value()).isEqualTo(new BigDecimal("50.0"));
        assertThat(figure("compliant-rows", may)).isEqualTo(new Figure(2, 3L));
        assertThat(indicators.lines(indicators.get("compliant-rows"), may))
                .containsExactly(new Indicators.Line(CIVIL_AFFAIRS, YearMonth.of(2026, 5), new Figure(2, 3L)));

        var whole = indicators.rows(indicators.get("compliant-rows"), true, may, null);
        assertThat(whole).singleElement().satisfies(row -> {
            assertThat(row.number()).isEqualTo(3);
            assertThat(row.day()).isEqualTo(LocalDate.parse("2026-05-22"));
            assertThat(row.link()).startsWith("/console/submissions/");
            assertThat(row.words().zh()).isEqualTo("行政处罚");
        });
        assertThat(indicators.rows(
                        indicators.get("compliant-rows"),
                        true,
                        may,
                        whole.getFirst().cursor()))
                .isEmpty();
        assertThat(indicators.rows(indicators.get("compliant-rows"), false, may, "no cursor"))
                .extracting(FactSource.Row::number)
                .containsExactly(2L);
    }

    @Test
    void aDutyCountsOnceItsMonthIsOverAndDue() {
        clock.set(LocalDate.parse("2026-08-03"));
        var office = Callers.officer("indicator-office", "credit-office", Role.CREDIT_OFFICE);
        duties.set(CIVIL_AFFAIRS, new ItemId("honour"), YearMonth.of(2026, 7), YearMonth.of(2026, 8), office);
        var summer = scope(YearMonth.of(2026, 7), YearMonth.of(2026, 8));
        var habit = figure("reporting-coverage", summer);

        clock.set(LocalDate.parse("2026-08-20"));
        var due = figure("reporting-coverage", summer);

        assertThat(due.of()).isGreaterThan(habit.of() == null ? 0 : habit.of());
        assertThat(due.counted()).isEqualTo(habit.counted());
        assertThat(indicators.rows(indicators.get("reporting-coverage"), true, summer, null))
                .hasSize(due.of() == null ? 0 : due.of().intValue())
                .anySatisfy(row -> {
                    assertThat(row.words().zh()).isEqualTo("荣誉表彰");
                    assertThat(row.day()).isEqualTo(LocalDate.parse("2026-07-31"));
                    assertThat(row.link()).isNull();
                });
    }

    private Figure figure(String indicator, FactScope scope) {
        return indicators.figure(indicators.get(indicator), scope);
    }

    private static FactScope scope(YearMonth from, YearMonth to) {
        return new FactScope(from, to, Set.of(CIVIL_AFFAIRS));
    }

    private static Map<String, String> row(int number, String decidedOn) {
        var row = Tables.penalty(number, "常民罚字〔2026〕" + number + "号", decidedOn);
        return Tables.with(
                Tables.with(Tables.with(row, "处罚机关", "常州市民政局"), "数据来源单位", "常州市民政局"), "违法行为发生日期", "2026-03-02");
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    private static byte[] csv(Map<String, String>... rows) {
        return Tables.csv(StandardCharsets.UTF_8, List.of(rows));
    }
}
