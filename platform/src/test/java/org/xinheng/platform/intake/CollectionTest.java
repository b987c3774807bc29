package org.xinheng.platform.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.bulletin.Bulletin;
import org.xinheng.kernel.pack.PublicationClock.Site;
import org.xinheng.platform.Callers;
import org.xinheng.platform.PlatformTest;
import org.xinheng.platform.SettableClock;
import org.xinheng.platform.Synthetic;
import org.xinheng.platform.intake.MonthlyReports.Standing;
import org.xinheng.platform.packs.Packs;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.ItemId;
import org.xinheng.platform.shared.Role;

/** Statistics, zero reports and the bulletin, in months before those of other tests: they share one database. */
@PlatformTest
class CollectionTest {

    private static final String PENALTY = "administrative-penalty";
    private static final ItemId ITEM = new ItemId(PENALTY);
    private static final Actor CLERK = Callers.officer("collection-clerk", "water", Role.REPORTER);
    private static final Actor OFFICE = Callers.officer("collection-office", "credit-office", Role.CREDIT_OFFICE);

    @LocalServerPort
    int port;

    @Autowired
    Packs packs;

    @Autowired
    Callers callers;

    @Autowired
    CollectionStatistics statistics;

    @Autowired
    MonthlyReports monthly;

    @Autowired
    DeclareZeroReport zeroReport;

    @Autowired
    ReportingDuties duties;

    @Autowired
    CollectionBulletin bulletin;

    @Autowired
    SettableClock clock;

    @BeforeEach
    void setClock() {
        clock.set(SettableClock.START);
    }

    @Test
    void ratesAreCountedByAgencyItemAndMonthAndOpenToTheRows() {
        clock.set(LocalDate.parse("2026-05-22"));
        var sender = sender("water");
        var good = row("water", 6201, "2026-05-18");
        sender.send(
                PENALTY,
                csv(
                        good,
                        row("water", 6202, "2026-05-06"),
                        Tables.with(row("water", 6203, "2026-05-18"), "统一社会信用代码", "91320499MAXH00002X"),
                        good));
        var scope = CollectionScope.of(CLERK, packs.today(), null, null, YearMonth.of(2026, 5), YearMonth.of(2026, 5));

        var lines = statistics.lines(scope);

        assertThat(lines).hasSize(1);
        var count = lines.getFirst().count();
        assertThat(count).isEqualTo(new CollectionCount(1, 4, 2, 1, 1, 2, 1));
        assertThat(count.timely()).isEqualTo(new BigDecimal("50.0"));
        assertThat(count.compliant()).isEqualTo(new BigDecimal("66.7"));
        assertThat(count.erroneous()).isEqualTo(new BigDecimal("25.0"));
        assertThat(statistics.rows(scope, CollectionStatistics.Kind.LATE, Site.CREDIT_SITE, null))
                .extracting(CollectionStatistics.Row::line, CollectionStatistics.Row::decision)
                .containsExactly(tuple(3, LocalDate.parse("2026-05-06")));
        assertThat(statistics.rows(scope, CollectionStatistics.Kind.REFUSED, Site.CREDIT_SITE, null))
                .extracting(CollectionStatistics.Row::field)
                .containsExactly("统一社会信用代码");
        assertThat(statistics.rows(scope, CollectionStatistics.Kind.DUPLICATE, Site.CREDIT_SITE, null))
                .extracting(CollectionStatistics.Row::line)
                .containsExactly(5);
    }

    @Test
    void aDecisionHasTheClockOfEachSiteTheLawNamesForIt() {
        clock.set(LocalDate.parse("2026-08-31"));
        var inTime = of(Tables.AUTHORITY, Tables.penalty(6251, "常市监罚字〔2026〕6251号", "2026-08-26"));
        var lateHere = of(Tables.AUTHORITY, Tables.penalty(6252, "常市监罚字〔2026〕6252号", "2026-08-12"));
        var lateForBoth = of(Tables.AUTHORITY, Tables.penalty(6253, "常市监罚字〔2026〕6253号", "2026-07-27"));
        var regulator = sender("market-regulator");
        var standing = regulator.send(PENALTY, csv(inTime, lateHere, lateForBoth));
        sender("water").send(PENALTY, csv(row("water", 6254, "2026-07-27")));
        var actor = Callers.officer("collection-regulator", "market-regulator", Role.REPORTER);
        var august = YearMonth.of(2026, 8);
        var scope = CollectionScope.of(actor, packs.today(), null, new ItemId(PENALTY), august, august);

        assertThat(statistics.clocks(scope, statistics.lines(scope)))
                .extracting(
                        CollectionStatistics.Clock::site,
                        CollectionStatistics.Clock::workingDays,
                        CollectionStatistics.Clock::clocked,
                        CollectionStatistics.Clock::late)
                .containsExactly(
                        tuple(Site.CREDIT_SITE, 7, 3L, 2L), tuple(Site.ENTERPRISE_PUBLICITY_SYSTEM, 20, 3L, 1L));
        assertThat(statistics.rows(scope, CollectionStatistics.Kind.LATE, Site.CREDIT_SITE, null))
                .extracting(CollectionStatistics.Row::line, CollectionStatistics.Row::due)
                .containsExactly(tuple(3, LocalDate.parse("2026-08-21")), tuple(4, LocalDate.parse("2026-08-05")));
        assertThat(statistics.rows(scope, CollectionStatistics.Kind.LATE, Site.ENTERPRISE_PUBLICITY_SYSTEM, null))
                .extracting(CollectionStatistics.Row::line, CollectionStatistics.Row::due)
                .containsExactly(tuple(4, LocalDate.parse("2026-08-24")));
        assertThat(standing.get("late").asInt()).isEqualTo(2);
        assertThat(regulator
                        .get("/api/v1/submissions/" + standing.get("id").asString() + "/findings.csv")
                        .text())
                .contains(
                        "国家企业信用信息公示系统", "To be public on the market regulator’s national site within 20 working days");
        assertThat(regulator.get("/api/v1/collection?from=2026-08&to=2026-08").text())
                .contains("\"site\":\"ENTERPRISE_PUBLICITY_SYSTEM\",\"clocked\":3,\"late\":1");
        assertThat(bulletin.of(august, OFFICE).toString()).contains("其他网站的公示时限", "国家企业信用信息公示系统");

        // The second clock is the market regulator's alone.
        var water = CollectionScope.of(CLERK, packs.today(), null, new ItemId(PENALTY), august, august);
        assertThat(statistics.clocks(water, statistics.lines(water)).getLast().clocked())
                .isZero();
    }

    @Test
    void whatWasRecalledCountsForNothing() {
        clock.set(LocalDate.parse("2026-06-22"));
        var sender = sender("water");
        var sent = sender.send(PENALTY, csv(row("water", 6204, "2026-06-18")))
                .get("id")
                .asString();
        var scope = CollectionScope.of(CLERK, packs.today(), null, null, YearMonth.of(2026, 6), YearMonth.of(2026, 6));
        assertThat(statistics.lines(scope)).hasSize(1);

        sender.post("/api/v1/submissions/" + sent + "/recall", "application/json", new byte[0]);

        assertThat(statistics.lines(scope)).isEmpty();
    }

    @Test
    void anAgencySeesItsOwnNumbersAlone() {
        clock.set(LocalDate.parse("2026-07-20"));
        sender("water").send(PENALTY, csv(row("water", 6205, "2026-07-16")));
        var may = YearMonth.of(2026, 7);
        var other = Callers.officer("collection-other", "establishment", Role.REPORTER);

        assertThat(statistics.lines(CollectionScope.of(other, packs.today(), new AgencyId("water"), null, may, may)))
                .isEmpty();
        assertThat(statistics.lines(CollectionScope.of(OFFICE, packs.today(), new AgencyId("water"), null, may, may)))
                .hasSize(1);
        var district = Callers.officer("collection-district", "district-credit-office", Role.CREDIT_OFFICE);
        assertThat(statistics.lines(CollectionScope.of(district, packs.today(), null, null, may, may)))
                .isEmpty();
        assertThat(statistics.lines(CollectionScope.of(district, packs.today(), new AgencyId("water"), null, may, may)))
                .isEmpty();
        assertThatThrownBy(() -> bulletin.of(may, other)).isInstanceOf(CreditException.class);
    }

    @Test
    void aMonthIsMissingUntilItIsReportedOrDeclaredEmpty() {
        clock.set(LocalDate.parse("2026-07-02"));
        duties.set(new AgencyId("agriculture"), ITEM, YearMonth.of(2026, 6), null, OFFICE);
        var clerk = Callers.officer("zero-clerk", "agriculture", Role.REPORTER);
        assertThat(standings(clerk)).containsEntry(YearMonth.of(2026, 6), Standing.WAITING);

        clock.set(LocalDate.parse("2026-07-20"));
        assertThat(standings(clerk)).containsEntry(YearMonth.of(2026, 6), Standing.MISSING);

        zeroReport.declare(ITEM, YearMonth.of(2026, 6), clerk);
        assertThat(standings(clerk)).containsEntry(YearMonth.of(2026, 6), Standing.ZERO);
        zeroReport.takeBack(ITEM, YearMonth.of(2026, 6), clerk);
        assertThat(standings(clerk)).containsEntry(YearMonth.of(2026, 6), Standing.MISSING);
        zeroReport.declare(ITEM, YearMonth.of(2026, 6), clerk);

        sender("agriculture").send(PENALTY, csv(row("agriculture", 6206, "2026-06-26")));
        assertThat(standings(clerk)).containsEntry(YearMonth.of(2026, 6), Standing.CONTRADICTED);
        assertThat(standings(clerk)).containsEntry(YearMonth.of(2026, 7), Standing.REPORTED);
        assertRefused(() -> zeroReport.declare(ITEM, YearMonth.of(2026, 7), clerk), IntakeError.MONTH_NOT_OVER);
        clock.set(LocalDate.parse("2026-08-03"));
        assertRefused(
                () -> {
                    zeroReport.takeBack(ITEM, YearMonth.of(2026, 6), clerk);
                    zeroReport.declare(ITEM, YearMonth.of(2026, 6), clerk);
                },
                IntakeError.ZERO_REPORT_CONTRADICTED);
    }

    @Test
    void aSystemDeclaresAMonthEmptyAndReadsHowItStands() {
        clock.set(LocalDate.parse("2026-05-06"));
        var system = sender("agriculture");
        var address = "/api/v1/items/" + PENALTY + "/zero-reports";

        var declared =
                system.post(address, "application/json", "{\"month\":\"2026-04\"}".getBytes(StandardCharsets.UTF_8));

        assertThat(declared.status()).as(declared.text()).isEqualTo(201);
        assertThat(system.post(address, "application/json", "{\"month\":\"2026-05\"}".getBytes(StandardCharsets.UTF_8))
                        .text())
                .contains("MONTH_NOT_OVER");
        var read = system.json(system.get("/api/v1/collection?from=2026-04&to=2026-04"));
        assertThat(read.get("lines")).isEmpty();
        assertThat(system.get("/api/v1/returns").status()).isEqualTo(200);
    }

    @Test
    void whoeverReportedBeforeIsExpectedUntilTheDutyIsLifted() {
        clock.set(LocalDate.parse("2026-09-10"));
        sender("education").send(PENALTY, csv(row("education", 6207, "2026-09-08")));
        clock.set(LocalDate.parse("2026-11-20"));
        var clerk = Callers.officer("habit-clerk", "education", Role.REPORTER);
        assertThat(standings(clerk, 2026, 10)).containsEntry(YearMonth.of(2026, 10), Standing.MISSING);

        duties.lift(new AgencyId("education"), ITEM, YearMonth.of(2026, 10), OFFICE);

        assertThat(standings(clerk, 2026, 10)).isEmpty();
    }

    @Test
    void theBulletinNamesAgenciesAndNumbersAndNobodyElse() {
        clock.set(LocalDate.parse("2026-08-24"));
        var person = Tables.personsPenalty(
                Synthetic.citizen(LocalDate.parse("1980-05-06"), 7), "宁采薇", "常水罚字〔2028〕6208号", "2026-08-20");
        sender("water").send(PENALTY, csv(row("water", 6209, "2026-08-20"), of("water", person)));

        var said = bulletin.of(YearMonth.of(2026, 8), OFFICE);

        var words = said.toString();
        assertThat(words).contains("2026年8月", "常州市水利局", "行政处罚").doesNotContain("宁采薇", "天蚕七四三", "320499");
        var agencies = Objects.requireNonNull(said.sections().get(1).table());
        assertThat(agencies.rows())
                .anySatisfy(
                        row -> assertThat(row.stream().map(Bulletin.Cell::text)).startsWith("常州市水利局", "1", "2", "2"));
    }

    private Map<YearMonth, Standing> standings(Actor clerk) {
        return standings(clerk, 2026, 6);
    }

    private Map<YearMonth, Standing> standings(Actor clerk, int year, int month) {
        var from = YearMonth.of(year, month);
        return monthly.expected(CollectionScope.of(clerk, packs.today(), null, null, from, from.plusMonths(1))).stream()
                .collect(Collectors.toMap(MonthlyReports.Expected::month, MonthlyReports.Expected::standing));
    }

    private static void assertRefused(Runnable act, IntakeError code) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        CreditException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private Sender sender(String agency) {
        return new Sender(port, callers.bearer("collection-" + agency, agency, Set.of(Role.REPORTER), Set.of()));
    }

    private static Map<String, String> row(String agency, int number, String decidedOn) {
        return of(agency, Tables.penalty(number, "常" + agency + "罚字〔2027〕" + number + "号", decidedOn));
    }

    private static Map<String, String> of(String agency, Map<String, String> row) {
        var name = Map.of("water", "常州市水利局", "agriculture", "常州市农业农村局", "education", "常州市教育局")
                .getOrDefault(agency, agency);
        return Tables.with(Tables.with(Tables.with(row, "处罚机关", name), "数据来源单位", name), "违法行为发生日期", "2026-03-02");
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    private static byte[] csv(Map<String, String>... rows) {
        return Tables.csv(StandardCharsets.UTF_8, Arrays.asList(rows));
    }
}
