package org.xinheng.kernel.pack;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a pack may say of indicators and assessments: work measured by a rule, never punishments. */
class IndicatorRulesTest {

    private static final String INDICATORS = """
            indicators:
              - id: timely
                label: 及时率
                count: timely-rows
                of: clocked-rows
                unit: 条
                period: month
                weight: 60
                better: higher
                basis: [{document: law, article: 第一条}]
                source: 某法
              - id: defaulters
                label: 政府失信
                count: government-bodies-defaulting
                unit: 个
                period: year
                weight: 40
                better: lower
                basis: [{document: law, article: 第一条}]
                source: 某法
            """;

    private static final String SCHEME = """
            assessments:
              - id: annual
                label: 年度考核
                year: 2026
                groups: [all]
                indicators:
                  - {indicator: timely, full-at: 95, none-at: 45}
                  - {indicator: defaulters, full-at: 0, none-at: 4}
                deductions: [{id: false-reports, label: 虚报, most: 5}]
                bonuses: [{id: practice, label: 推广, most: 3}]
                most-bonus: 3
                contest-working-days: 5
                answer-working-days: 5
                line: 60
                rectification-working-days: 30
                basis: [{document: city-notice, article: 全文}]
                source: 城市通知
            """;

    @TempDir
    Path folder;

    PackFixture packs;

    @BeforeEach
    void aFaultlessPack() {
        packs = new PackFixture(folder)
                .write("city/groups/all.yaml", """
                        groups:
                          - {id: all, label: 各有关部门, members: [market-regulator, housing], source: 城市通知}
                        """)
                .write("national/indicators/all.yaml", INDICATORS)
                .write("city/assessments/all.yaml", SCHEME);
    }

    @Test
    void whatIsRightHasNoFault() {
        assertThat(packs.faults()).isEmpty();

        var pack = PackReader.read(folder, "city");

        assertThat(pack.indicators()).containsOnlyKeys("timely", "defaulters");
        assertThat(pack.assessments()).containsOnlyKeys("annual");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "penalties",
                "serious-listings",
                "watch-listings",
                "restraints",
                "restraints-applied",
                "determinations",
                "SERIOUS_LISTINGS"
            })
    void noIndicatorCountsPunishmentsAndLintSaysWhy(String punishment) {
        indicators("count: timely-rows", "count: " + punishment);
        finds("timely: '" + punishment + "' counts ");
        finds("no indicator counts punishments: who is measured by them looks for more");

        indicators("of: clocked-rows", "of: " + punishment);
        finds("no indicator counts punishments");
    }

    @ParameterizedTest
    @EnumSource(PunishmentCount.class)
    void noPunishmentIsAmongWhatCanBeCounted(PunishmentCount punishment) {
        assertThat(CountedFact.values()).extracting(Enum::name).doesNotContain(punishment.name());
        assertThat(PunishmentCount.refusal(punishment.name())).isPresent();
    }

    @Test
    void whatNoModuleCountsIsAFault() {
        indicators("count: timely-rows", "count: good-will");
        finds("'good-will' must be one of clocked-rows, timely-rows");
    }

    @Test
    void everyPartIsOfAWholeThatIsNoPartItself() {
        assertThat(CountedFact.values())
                .filteredOn(fact -> fact.whole().isPresent())
                .hasSizeGreaterThan(8)
                .allSatisfy(
                        fact -> assertThat(fact.whole().orElseThrow().whole()).isEmpty());
    }

    @Test
    void aShareIsAPartOfItsOwnWhole() {
        indicators("of: clocked-rows", "of: examined-rows");
        finds("timely: what is counted is no part of it");
        indicators("count: timely-rows\n    of: clocked-rows", "count: clocked-rows\n    of: timely-rows");
        finds("timely: what is counted is no part of it");
    }

    @Test
    void theWeightsMakeAHundred() {
        scheme("timely, full-at: 95", "timely, weight: 50, full-at: 95");
        finds("annual: the weights make 90 and not 100");
        scheme("  - {indicator: defaulters, full-at: 0, none-at: 4}", "  - {indicator: timely}");
        finds("annual: measures one thing twice");
        scheme("indicator: defaulters", "indicator: nothing");
        finds("'nothing' is not defined in any layer");
        indicators("weight: 40", "weight: 101");
        finds("defaulters: a weight is from 0 to 100");
    }

    @Test
    void pointsGoTheWayThatIsBetter() {
        scheme("full-at: 95, none-at: 45", "full-at: 45, none-at: 95");
        finds("'timely' gives all points at 45 and none at 95, against what is better");
        scheme("full-at: 0, none-at: 4", "full-at: 4, none-at: 0");
        finds("'defaulters' gives all points at 4 and none at 0, against what is better");
        scheme(", full-at: 0, none-at: 4", "");
        finds("'defaulters' is a plain count and needs 'full-at' and 'none-at'");
    }

    @Test
    void oneYearHasOneSchemeWithDaysAndALine() {
        scheme("contest-working-days: 5", "contest-working-days: 0");
        finds("leaves no day to contest");
        scheme("line: 60", "line: 160");
        finds("is not from 0 to 100");
        scheme("groups: [all]", "groups: []");
        finds("says of no group that its agencies are assessed");
        scheme("most: 5", "most: 0");
        finds("a reason is worth at least one point");
        packs.write(
                "city/assessments/all.yaml",
                SCHEME + SCHEME.replace("assessments:\n", "").replace("id: annual", "id: second"));
        finds("another scheme assesses the same year");
    }

    @Test
    void pointsAreAllNoneOrInProportion() {
        var pack = PackReader.read(folder, "city");
        var scheme = requireNonNull(pack.assessments().get("annual"));
        var timely = requireNonNull(pack.indicators().get("timely"));
        var defaulters = requireNonNull(pack.indicators().get("defaulters"));
        var share = scheme.indicators().getFirst();
        var count = scheme.indicators().getLast();

        assertThat(Arrays.asList(100, 95, 70, 45, 0).stream()
                        .map(value -> share.points(timely, BigDecimal.valueOf(value))))
                .containsExactly(points("60.00"), points("60.00"), points("30.00"), points("0.00"), points("0.00"));
        assertThat(share.points(timely, points("83.3"))).isEqualTo(points("45.96"));
        assertThat(Arrays.asList(0, 1, 4, 9).stream().map(value -> count.points(defaulters, BigDecimal.valueOf(value))))
                .containsExactly(points("40.00"), points("30.00"), points("0.00"), points("0.00"));
    }

    private static BigDecimal points(String value) {
        return new BigDecimal(value);
    }

    private void indicators(String was, String is) {
        packs.exchanged("national/indicators/all.yaml", INDICATORS, was, is);
    }

    private void scheme(String was, String is) {
        indicators("id: timely", "id: timely");
        packs.exchanged("city/assessments/all.yaml", SCHEME, was, is);
    }

    private void finds(String message) {
        assertThat(packs.faults()).anyMatch(fault -> fault.contains(message));
    }
}
