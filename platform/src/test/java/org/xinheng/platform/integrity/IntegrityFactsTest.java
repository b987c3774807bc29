package org.xinheng.platform.integrity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.xinheng.kernel.pack.CountedFact;
import org.xinheng.platform.Callers;
import org.xinheng.platform.PlatformTest;
import org.xinheng.platform.SettableClock;
import org.xinheng.platform.indicator.FactScope;
import org.xinheng.platform.indicator.FactSource;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.Role;

/** Figures of the ledgers, each of an agency no other test writes for. */
@PlatformTest
class IntegrityFactsTest {

    private static final LocalDate TODAY = SettableClock.START;
    private static final YearMonth MONTH = YearMonth.from(TODAY);
    private static final AgencyId WATER = new AgencyId("water");
    private static final Actor OFFICER = Callers.officer("integrity-water", "water", Role.REPORTER, Role.DETERMINER);

    @Autowired
    ApplicationContext context;

    @Autowired
    SettableClock clock;

    @Autowired
    IntegrityFacts facts;

    @Autowired
    Promises promises;

    @Autowired
    MajorDecisions decisions;

    @Autowired
    Activities activities;

    @Autowired
    Campaigns campaigns;

    @Autowired
    Defaulters defaulters;

    @BeforeEach
    void begin() {
        clock.set(TODAY);
    }

    private static FactScope of(AgencyId agency, YearMonth from, YearMonth to) {
        return new FactScope(from, to, Set.of(agency));
    }

    private long count(CountedFact fact, AgencyId agency) {
        var scope = of(agency, MONTH.minusMonths(2), MONTH.plusMonths(2));
        var rows = facts.rows(fact, scope, null, 1000);
        var counted = facts.counts(fact, scope).stream()
                .mapToLong(FactSource.Count::number)
                .sum();
        assertThat(rows.stream().mapToLong(FactSource.Row::number).sum())
                .as("the rows make what is counted")
                .isEqualTo(counted);
        return counted;
    }

    @Test
    void promisesCountOnceTheirLastDayIsOverAndKeptOnlyInTime() {
        var kept = give(TODAY.plusDays(5));
        var late = give(TODAY.plusDays(5));
        give(TODAY.plusDays(5));
        give(TODAY.plusDays(40));
        promises.report(kept, TODAY, List.of("凭证"), null, OFFICER);
        promises.review(kept, true, null, PublicBodies.OFFICE);
        assertThat(count(CountedFact.PROMISES_DUE, WATER))
                .as("before their day")
                .isZero();

        clock.set(TODAY.plusDays(8));
        promises.report(late, TODAY.plusDays(8), List.of("凭证"), null, OFFICER);
        promises.review(late, true, null, PublicBodies.OFFICE);
        assertThat(count(CountedFact.PROMISES_DUE, WATER)).isEqualTo(3);
        assertThat(count(CountedFact.PROMISES_KEPT, WATER)).isEqualTo(1);
    }

    private UUID give(LocalDate due) {
        return promises.give(
                new Promises.Given(
                        PromiseKind.POLICY,
                        PromiseField.OTHER,
                        "虚构承诺",
                        "虚构",
                        "虚水〔2026〕1号",
                        TODAY,
                        due,
                        null,
                        null,
                        false),
                OFFICER);
    }

    @Test
    void aDecisionCountsOnTheDayItWasMade() {
        var id = decisions.open("虚构水价调整", OFFICER);
        for (var step : DecisionStep.values()) {
            assertThat(count(CountedFact.MAJOR_DECISIONS, WATER)).isZero();
            decisions.document(id, step, TODAY.minusDays(5), "文件", null, true, OFFICER);
        }
        var gap = decisions.open("虚构取水许可改革", OFFICER);
        decisions.document(gap, DecisionStep.COLLECTIVE_DISCUSSION, TODAY, "纪要", null, true, OFFICER);

        assertThat(count(CountedFact.MAJOR_DECISIONS, WATER)).isEqualTo(2);
        assertThat(count(CountedFact.MAJOR_DECISIONS_IN_FIVE_STEPS, WATER)).isEqualTo(1);
    }

    @Test
    void anActivityCountsUntilItIsTakenBack() {
        var id = activities.enter(
                new Activities.Held(ActivityKind.MEDIA, "虚构节水宣传", TODAY, "线上", "虚构水务", 0, null, null), OFFICER);
        assertThat(count(CountedFact.ACTIVITIES_HELD, WATER)).isEqualTo(1);
        activities.withdraw(id, "重复", OFFICER);
        assertThat(count(CountedFact.ACTIVITIES_HELD, WATER)).isZero();
    }

    @Test
    void aBodyCountsOnceInEachMonthItStoodOnTheListForTheAgencyItIs() {
        var bodies = new PublicBodies(context);
        var body = bodies.body(7401, "溧阳市人民政府");
        var record = bodies.listed(body, MONTH.minusMonths(1).atDay(20), null);
        bodies.listed(body, MONTH.minusMonths(1).atDay(25), null);
        bodies.removed(record, MONTH.atDay(2));
        defaulters.all(PublicBodies.OFFICE).stream()
                .filter(one -> one.subject().equals(body))
                .forEach(one -> defaulters.countTo(one.id(), "320481", PublicBodies.OFFICE));

        var scope = new FactScope(MONTH.minusMonths(2), MONTH, null);
        var rows = facts.rows(CountedFact.GOVERNMENT_BODIES_DEFAULTING, scope, null, 1000).stream()
                .filter(row -> row.cursor().contains(body.toString()))
                .toList();
        assertThat(rows)
                .extracting(FactSource.Row::day)
                .containsExactly(MONTH.atDay(1), MONTH.minusMonths(1).atDay(20));
        assertThat(rows).extracting(row -> row.agency().value()).containsOnly("liyang-government");
    }

    @Test
    void aCampaignCountsOnceItsDayIsOver() {
        var bodies = new PublicBodies(context);
        var one = bodies.company(7411);
        var other = bodies.company(7412);
        bodies.record(one, "administrative-penalty", "water", TODAY.minusDays(2), null);
        bodies.record(other, "administrative-penalty", "water", TODAY.minusDays(2), null);
        var id = campaigns.open(
                new Campaigns.Planned(
                        "虚构治水专项",
                        "整改",
                        "guobanfa-2020-49",
                        "三",
                        "administrative-penalty",
                        1,
                        2,
                        null,
                        null,
                        TODAY.plusDays(3)),
                OFFICER);
        var found = campaigns.get(id, OFFICER).subjects();
        assertThat(found).hasSize(2);
        campaigns.see(id, found.getFirst().id(), CampaignState.CLEARED, null, List.of("验收"), OFFICER);
        assertThat(count(CountedFact.CAMPAIGN_SUBJECTS_DUE, WATER)).isZero();

        clock.set(TODAY.plusDays(4));
        assertThat(count(CountedFact.CAMPAIGN_SUBJECTS_DUE, WATER)).isEqualTo(2);
        assertThat(count(CountedFact.CAMPAIGN_SUBJECTS_SETTLED, WATER)).isEqualTo(1);
    }

    @Test
    void thePagesOfRowsFollowEachOther() {
        for (int i = 0; i < 5; i++) {
            activities.enter(
                    new Activities.Held(ActivityKind.QUIZ, "虚构竞赛" + i, TODAY.minusDays(i), "线上", "虚构", 0, null, null),
                    Callers.officer("integrity-sports", "sports", Role.REPORTER));
        }
        var scope = of(new AgencyId("sports"), MONTH.minusMonths(1), MONTH);
        var first = facts.rows(CountedFact.ACTIVITIES_HELD, scope, null, 2);
        var second =
                facts.rows(CountedFact.ACTIVITIES_HELD, scope, first.getLast().cursor(), 10);

        assertThat(first).hasSize(2);
        assertThat(second).hasSize(3).doesNotContainAnyElementsOf(first);
    }
}
