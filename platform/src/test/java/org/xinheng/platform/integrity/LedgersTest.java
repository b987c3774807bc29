package org.xinheng.platform.integrity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xinheng.platform.Refusing.refused;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinheng.platform.Callers;
import org.xinheng.platform.PlatformTest;
import org.xinheng.platform.SettableClock;
import org.xinheng.platform.access.AccessError;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.packs.Packs;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.Role;

@PlatformTest
class LedgersTest {

    private static final LocalDate TODAY = SettableClock.START;
    private static final Actor TRANSPORT =
            Callers.officer("integrity-transport", "transport", Role.REPORTER, Role.DETERMINER);

    @Autowired
    ApplicationContext context;

    @Autowired
    SettableClock clock;

    @Autowired
    MajorDecisions decisions;

    @Autowired
    Rounds rounds;

    @Autowired
    Campaigns campaigns;

    @Autowired
    Activities activities;

    @Autowired
    Materials materials;

    @Autowired
    Packs packs;

    @Autowired
    Order order;

    @Autowired
    JdbcClient jdbc;

    private PublicBodies bodies;

    @BeforeEach
    void begin() {
        clock.set(TODAY);
        bodies = new PublicBodies(context);
    }

    @Test
    void aDecisionShowsWhatIsMissingAndWhatCameTooEarly() {
        var id = decisions.open("虚构片区更新方案", PublicBodies.HOUSING);
        assertThat(decisions.get(id, PublicBodies.HOUSING).missing()).hasSize(5);

        document(id.toString(), DecisionStep.PUBLIC_PARTICIPATION, TODAY.minusDays(30), true);
        document(id.toString(), DecisionStep.EXPERT_REVIEW, TODAY.minusDays(25), true);
        document(id.toString(), DecisionStep.RISK_ASSESSMENT, TODAY.minusDays(25), false);
        document(id.toString(), DecisionStep.COLLECTIVE_DISCUSSION, TODAY.minusDays(10), true);

        var decision = decisions.get(id, PublicBodies.OFFICE);
        assertThat(decision.missing()).containsExactly(DecisionStep.LEGALITY_REVIEW);
        assertThat(decision.standing(DecisionStep.RISK_ASSESSMENT)).isEqualTo(MajorDecision.Standing.NOT_NEEDED);
        assertThat(decision.standing(DecisionStep.COLLECTIVE_DISCUSSION))
                .isEqualTo(MajorDecision.Standing.OUT_OF_ORDER);
        assertThat(decision.complete()).isFalse();

        document(id.toString(), DecisionStep.LEGALITY_REVIEW, TODAY.minusDays(5), true);
        assertThat(decisions.get(id, PublicBodies.HOUSING).standing(DecisionStep.COLLECTIVE_DISCUSSION))
                .isEqualTo(MajorDecision.Standing.OUT_OF_ORDER);
        document(id.toString(), DecisionStep.LEGALITY_REVIEW, TODAY.minusDays(15), true);
        assertThat(decisions.get(id, PublicBodies.HOUSING).complete()).isTrue();
        assertThat(decisions.get(id, PublicBodies.HOUSING).history()).hasSize(6);
    }

    private void document(String id, DecisionStep step, LocalDate on, boolean needed) {
        decisions.document(UUID.fromString(id), step, on, "虚构文件：" + step, "虚〔2026〕1号", needed, PublicBodies.HOUSING);
    }

    @Test
    void legalityReviewAndCollectiveDiscussionAreNeverLeftOut() {
        var id = decisions.open("虚构收费调整", PublicBodies.HOUSING);

        refused(
                IntegrityError.DECISION_STEP_NEEDED,
                () -> document(id.toString(), DecisionStep.LEGALITY_REVIEW, TODAY, false));
        refused(
                IntegrityError.ENTRY_DAY_AHEAD,
                () -> document(id.toString(), DecisionStep.EXPERT_REVIEW, TODAY.plusDays(1), true));
        refused(
                AccessError.OTHER_AGENCY,
                () -> decisions.get(id, Callers.officer("integrity-tax", "tax", Role.REPORTER)));
    }

    @Test
    void aRoundCoversEveryBodyOfItsGroupAndEndsOnlyWhenAllAreScored() {
        var group = packs.today().groups().values().iterator().next();
        var id = rounds.open(
                new Rounds.Commissioned(
                        "2026 年政务诚信第三方评价", group.id(), "虚构大学信用研究院", "虚采〔2026〕3号", TODAY.minusDays(90), TODAY),
                PublicBodies.OFFICE);
        var round = rounds.get(id, PublicBodies.OFFICE);
        assertThat(round.scores()).extracting(score -> score.body().value()).containsExactlyElementsOf(group.members());

        refused(IntegrityError.ROUND_NOT_COMPLETE, () -> rounds.close(id, PublicBodies.OFFICE));
        var first = round.scores().getFirst().body();
        refused(
                IntegrityError.SCORE_OUT_OF_RANGE,
                () -> rounds.score(
                        id, first, new BigDecimal("100.01"), null, List.of("报告"), null, PublicBodies.OFFICE));
        refused(
                IntegrityError.ENTRY_INCOMPLETE,
                () -> rounds.score(id, first, BigDecimal.TEN, null, List.of(), null, PublicBodies.OFFICE));
        for (var score : round.scores()) {
            rounds.score(id, score.body(), new BigDecimal("88.5"), null, List.of("评价报告第一章"), null, PublicBodies.OFFICE);
        }
        rounds.close(id, PublicBodies.OFFICE);

        var closed = rounds.get(id, PublicBodies.OFFICE);
        assertThat(closed.closedOn()).isEqualTo(TODAY);
        assertThat(closed.scores())
                .allSatisfy(score -> assertThat(
                                Objects.requireNonNull(score.given()).evaluator())
                        .isEqualTo("虚构大学信用研究院"));
        refused(
                IntegrityError.ENTRY_STEP_NOT_NEXT,
                () -> rounds.score(id, first, BigDecimal.TEN, null, List.of("报告"), null, PublicBodies.OFFICE));
        var bodyItself = Callers.officer("integrity-body", first.value(), Role.REPORTER);
        assertThat(rounds.get(id, bodyItself).scores())
                .extracting(Round.Score::body)
                .containsExactly(first);
    }

    private Campaigns.Planned planned(String document, int atLeast, int months) {
        return new Campaigns.Planned(
                "屡罚不改专项治理",
                "督促整改",
                document,
                "三",
                "administrative-penalty",
                atLeast,
                months,
                null,
                null,
                TODAY.plusDays(30));
    }

    @Test
    void aCampaignFindsOrganisationsWithRepeatedPenaltiesInForce() {
        var repeated = bodies.company(7201);
        var repaired = bodies.company(7202);
        var expired = bodies.company(7203);
        var once = bodies.company(7204);
        var longAgo = bodies.company(7205);
        for (int i = 0; i < 7; i++) {
            bodies.record(repeated, "administrative-penalty", "housing", TODAY.minusDays(10 + i), null);
        }
        for (int i = 0; i < 6; i++) {
            bodies.record(repaired, "administrative-penalty", "housing", TODAY.minusDays(10 + i), null);
            bodies.record(expired, "administrative-penalty", "housing", TODAY.minusDays(10 + i), null);
            bodies.record(
                    longAgo,
                    "administrative-penalty",
                    "housing",
                    TODAY.minusMonths(14).minusDays(i),
                    null);
        }
        bodies.repaired(bodies.record(repaired, "administrative-penalty", "housing", TODAY.minusDays(3), null));
        bodies.record(expired, "administrative-penalty", "housing", TODAY.minusDays(30), TODAY.minusDays(1));
        bodies.record(once, "administrative-penalty", "housing", TODAY.minusDays(3), null);

        var id = campaigns.open(planned("guobanfa-2020-49", 7, 12), PublicBodies.OFFICE);

        var campaign = campaigns.get(id, PublicBodies.OFFICE);
        assertThat(campaign.subjects())
                .extracting(Campaign.Found::subject)
                .contains(repeated)
                .doesNotContain(repaired, expired, once, longAgo);
        assertThat(campaign.open()).isEqualTo(campaign.subjects().size());
    }

    @Test
    void everySubjectHasStateAndEvidenceAndWhatNoLongerCountsIsNotOpen() {
        var one = bodies.company(7211);
        var other = bodies.company(7212);
        var penalty = bodies.record(one, "administrative-penalty", "transport", TODAY.minusDays(2), null);
        for (int i = 0; i < 8; i++) {
            bodies.record(one, "administrative-penalty", "transport", TODAY.minusDays(2 + i), null);
            bodies.record(other, "administrative-penalty", "transport", TODAY.minusDays(2 + i), null);
        }
        bodies.record(other, "administrative-penalty", "transport", TODAY.minusDays(2), null);
        var id = campaigns.open(planned("guobanfa-2020-49", 9, 6), TRANSPORT);
        var campaign = campaigns.get(id, TRANSPORT);
        assertThat(campaign.subjects()).extracting(Campaign.Found::subject).containsExactlyInAnyOrder(one, other);
        assertThat(Objects.requireNonNull(campaign.content()).rule().agency()).isEqualTo("transport");
        var mine = campaign.subjects().stream()
                .filter(found -> found.subject().equals(other))
                .findFirst()
                .orElseThrow();

        refused(
                IntegrityError.ENTRY_INCOMPLETE,
                () -> campaigns.see(id, mine.id(), CampaignState.CLEARED, null, List.of(), TRANSPORT));
        campaigns.see(id, mine.id(), CampaignState.MENDING, null, List.of("整改通知书"), TRANSPORT);
        campaigns.see(id, mine.id(), CampaignState.CLEARED, "验收合格", List.of("验收记录"), TRANSPORT);
        refused(
                IntegrityError.ENTRY_STEP_NOT_NEXT,
                () -> campaigns.see(id, mine.id(), CampaignState.MENDING, null, List.of("又"), TRANSPORT));
        bodies.repaired(penalty);

        var after = campaigns.get(id, TRANSPORT);
        assertThat(after.cleared()).isEqualTo(1);
        assertThat(after.open()).isZero();
        assertThat(after.lapsed()).isEqualTo(1);
        campaigns.close(id, "两家单位", TRANSPORT);
        refused(IntegrityError.ENTRY_STEP_NOT_NEXT, () -> campaigns.findAgain(id, TRANSPORT));
    }

    @Test
    void aCampaignNeedsABasisInForceAndBringsNoEffect() {
        refused(
                IntegrityError.CAMPAIGN_WITHOUT_BASIS,
                () -> campaigns.open(planned("judgment-defaulters-2013", 2, 12), PublicBodies.OFFICE));
        refused(
                IntegrityError.CAMPAIGN_RULE_INVALID,
                () -> campaigns.open(planned("guobanfa-2020-49", 0, 12), PublicBodies.OFFICE));
        var found = bodies.company(7221);
        for (int i = 0; i < 12; i++) {
            bodies.record(found, "administrative-penalty", "housing", TODAY.minusDays(2 + i), null);
        }
        var id = campaigns.open(planned("guobanfa-2020-49", 12, 3), PublicBodies.OFFICE);

        assertThat(campaigns.get(id, PublicBodies.OFFICE).subjects())
                .extracting(Campaign.Found::subject)
                .contains(found);
        assertThat(jdbc.sql("select count(*) from listing.listing where subject_id = :id")
                        .param("id", found.value())
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(campaigns.restingOn("guobanfa-2020-49", PublicBodies.OFFICE)).isNotEmpty();
        refused(
                AccessError.OTHER_AGENCY,
                () -> campaigns.get(id, Callers.officer("integrity-tax", "tax", Role.DETERMINER)));
    }

    @Test
    void anActivityIsEvidenceWithItsMaterial() throws Exception {
        var id = activities.enter(
                new Activities.Held(
                        ActivityKind.TO_COMMUNITIES,
                        "诚信进社区",
                        TODAY.minusDays(1),
                        "虚构社区广场",
                        "虚构街道办事处",
                        120,
                        null,
                        "https://example.org/news"),
                PublicBodies.HOUSING);
        materials.keep(
                id, "签到照片.jpg", new ByteArrayInputStream("图片".getBytes(StandardCharsets.UTF_8)), PublicBodies.HOUSING);

        var activity = activities.get(id);
        assertThat(activity.agency()).isEqualTo(new AgencyId("housing"));
        assertThat(Objects.requireNonNull(activity.content()).participants()).isEqualTo(120);
        var kept = materials.of(id).getFirst();
        assertThat(kept.name()).isEqualTo("签到照片.jpg");
        try (var content = materials.open(materials.get(id, kept.id(), PublicBodies.COURT))) {
            assertThat(content.readAllBytes()).isEqualTo("图片".getBytes(StandardCharsets.UTF_8));
        }
        refused(
                AccessError.OTHER_AGENCY,
                () -> materials.keep(id, "x", new ByteArrayInputStream(new byte[1]), PublicBodies.OFFICE));
        activities.withdraw(id, "重复登记", PublicBodies.HOUSING);
        assertThat(activities.get(id).withdrawn()).isTrue();
    }

    @Test
    void aLinkIsAnAddressOfTheWeb() {
        refused(
                IntegrityError.ENTRY_INCOMPLETE,
                () -> activities.enter(
                        new Activities.Held(
                                ActivityKind.MEDIA, "报道", TODAY, "线上", "虚构台", 0, null, "javascript:alert(1)"),
                        PublicBodies.HOUSING));
    }

    @Test
    void everyStepStandsInTheOneOrder() {
        var id = decisions.open("虚构规划", PublicBodies.HOUSING);
        document(id.toString(), DecisionStep.EXPERT_REVIEW, TODAY, true);

        assertThat(order.of(id))
                .extracting(Order.Entry::type)
                .containsExactly("MajorDecisionMoved", "MajorDecisionMoved");
    }
}
