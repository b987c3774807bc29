package org.xinheng.platform.assessment;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.xinheng.platform.Refusing.refused;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinheng.kernel.calendar.WorkingCalendar;
import org.xinheng.platform.Callers;
import org.xinheng.platform.PlatformTest;
import org.xinheng.platform.SettableClock;
import org.xinheng.platform.Synthetic;
import org.xinheng.platform.access.AccessError;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.casework.CaseKind;
import org.xinheng.platform.casework.Inbox;
import org.xinheng.platform.indicator.Figure;
import org.xinheng.platform.oversight.Circulars;
import org.xinheng.platform.oversight.PolicyTask;
import org.xinheng.platform.oversight.PolicyTasks;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.Role;

@PlatformTest
class AssessmentTest {

    private static final Actor DRAFTER = Callers.officer("assess-a", "credit-office", Role.CREDIT_OFFICE, Role.DECIDER);
    private static final Actor DECIDER = Callers.officer("assess-b", "credit-office", Role.CREDIT_OFFICE, Role.DECIDER);
    private static final Actor HOUSING = Callers.officer("assess-housing", "housing", Role.REPORTER);
    private static final Actor TAX = Callers.officer("assess-tax", "tax", Role.REPORTER);
    private static final Actor AUDITOR = Callers.officer("assess-auditor", "auditor", Role.AUDITOR);
    private static final AgencyId HOUSING_AGENCY = new AgencyId("housing");

    @Autowired
    ApplicationContext context;

    @Autowired
    DraftAssessment draft;

    @Autowired
    MoveAssessment move;

    @Autowired
    ContestScore contests;

    @Autowired
    FreezeAssessment freeze;

    @Autowired
    AssessmentDesk desk;

    @Autowired
    Circulars circulars;

    @Autowired
    PolicyTasks tasks;

    @Autowired
    Inbox inbox;

    @Autowired
    Order order;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    SettableClock clock;

    private int year;

    @BeforeEach
    void aYearNobodyAssessed() {
        year = FixtureSchemes.year(context);
    }

    @Test
    void aDraftIsForTheCreditOfficeAloneAndOncePerYear() {
        var id = draft.draft(year, DRAFTER);

        refused(AssessmentError.ASSESSMENT_EXISTS, () -> draft.draft(year, DECIDER));
        refused(AssessmentError.ASSESSMENT_SCHEME_NOT_FOUND, () -> draft.draft(1900, DRAFTER));
        refused(AccessError.NOT_PERMITTED, () -> draft.draft(year, HOUSING));
        var district = Callers.officer("assess-district", "district-credit-office", Role.CREDIT_OFFICE);
        refused(AccessError.OTHER_AGENCY, () -> draft.draft(year, district));
        refused(AssessmentError.ASSESSMENT_NOT_FOUND, () -> desk.get(id, HOUSING));
        refused(AssessmentError.ASSESSMENT_NOT_FOUND, () -> desk.get(id, district));
        assertThat(desk.get(id, AUDITOR).state()).isEqualTo(AssessmentState.DRAFT);
        assertThat(desk.scores(desk.get(id, DRAFTER), DRAFTER))
                .extracting(Score::agency)
                .contains(HOUSING_AGENCY, new AgencyId("tax"))
                .doesNotContain(AgencyId.CREDIT_OFFICE);
        assertThat(waiting(id)).containsExactly(CaseKind.ASSESSMENT_DRAFT);
    }

    @Test
    void aYearIsShownOnlyWhenItIsOver() {
        var running = draftOf2026();

        clock.set(LocalDate.parse("2026-12-31"));

        refused(AssessmentError.ASSESSMENT_YEAR_NOT_OVER, () -> move.show(running, DRAFTER));
    }

    @Test
    void whereNothingWasMeasuredThereIsNoScoreAndNobodyFallsBelowTheLine() {
        var score = housing(draft.draft(year, DRAFTER));

        assertThat(score.items())
                .hasSize(8)
                .allSatisfy(item -> assertThat(item.points()).isNull());
        assertThat(score.total()).isNull();
        assertThat(score.isBelow(60)).isFalse();
    }

    @Test
    void pointsByHandSayWhyWithEvidenceAndKeepToTheirMost() {
        var id = draft.draft(year, DRAFTER);

        adjust(id, ScoreKind.DEDUCTION, "false-reports", "4.5", "三月报送的许可信息与原件不符", "核查笔录〔2026〕3 号");
        adjust(id, ScoreKind.BONUS, "practice-adopted", "3", "经验做法获省信用办推广", "苏信用办简报 12 期");
        adjust(id, ScoreKind.BONUS, "pilot-completed", "2", "完成试点", "验收意见");

        refused(
                AssessmentError.ASSESSMENT_REASON_MISSING,
                () -> adjust(id, ScoreKind.DEDUCTION, "false-reports", "1", "原因", " "));
        refused(
                AssessmentError.ASSESSMENT_POINTS_OUT_OF_RANGE,
                () -> adjust(id, ScoreKind.DEDUCTION, "false-reports", "10.01", "原因", "证据"));
        refused(
                AssessmentError.ASSESSMENT_ITEM_NOT_FOUND,
                () -> adjust(id, ScoreKind.DEDUCTION, "too-few-penalties", "1", "原因", "证据"));
        refused(
                AssessmentError.ASSESSMENT_ITEM_NOT_FOUND,
                () -> adjust(id, ScoreKind.INDICATOR, "timely-rows", "1", "原因", "证据"));
        var score = housing(id);
        assertThat(score.deducted()).isEqualTo(new BigDecimal("4.50"));
        assertThat(score.added()).isEqualTo(new BigDecimal("5.00"));
        assertThat(score.items(ScoreKind.DEDUCTION))
                .singleElement()
                .satisfies(item -> assertThat(item.said()).isEqualTo("三月报送的许可信息与原件不符\n核查笔录〔2026〕3 号"));
    }

    @Test
    void aTotalIsWhatWasMeasuredOfAHundredLessAndPlusWhatWasGivenByHand() {
        var id = draft.draft(year, DRAFTER);
        measured(id, "timely-rows", 3, 4);
        measured(id, "promises-kept", 5, 5);
        adjust(id, ScoreKind.DEDUCTION, "false-reports", "2", "原因", "证据");

        var score = housing(id);

        // 75 % between none at 50 and full at 98 of 15 points, and 5 of 5: 12.81 of 20.
        assertThat(score.measured()).isEqualTo(new BigDecimal("64.05"));
        assertThat(score.total()).isEqualTo(new BigDecimal("62.05"));
        assertThat(score.isBelow(63)).isTrue();
        assertThat(score.isBelow(62)).isFalse();
    }

    @Test
    void eachAgencySeesItsOwnMayContestItAndAnotherOfficerAnswers() {
        var id = draft.draft(year, DRAFTER);
        measured(id, "timely-rows", 1, 2);
        move.show(id, DRAFTER);
        var shown = desk.get(id, HOUSING);

        assertThat(requireNonNull(shown.shown().orElseThrow().due()))
                .isEqualTo(WorkingCalendar.published()
                        .plusWorkingDays(FixtureSchemes.DAY, 5)
                        .date());
        assertThat(desk.scores(shown, HOUSING)).extracting(Score::agency).containsExactly(HOUSING_AGENCY);
        refused(AssessmentError.ASSESSMENT_ITEM_NOT_FOUND, () -> desk.score(shown, HOUSING_AGENCY, TAX));
        assertThat(desk.published(shown)).isEmpty();
        assertThat(inbox.of(HOUSING, 200))
                .filteredOn(line -> line.reference().equals(id))
                .extracting(Inbox.Line::kind)
                .containsExactly(CaseKind.ASSESSMENT_SHOWN);

        refused(
                AssessmentError.ASSESSMENT_REASON_MISSING,
                () -> contests.contest(id, ScoreKind.INDICATOR, "timely-rows", " ", HOUSING));
        var contest = contests.contest(id, ScoreKind.INDICATOR, "timely-rows", "其中一条因系统故障晚报，附说明", HOUSING);
        refused(
                AssessmentError.ASSESSMENT_CONTESTED_ALREADY,
                () -> contests.contest(id, ScoreKind.INDICATOR, "timely-rows", "再次", HOUSING));
        assertThat(desk.contests(shown, TAX)).isEmpty();
        refused(AssessmentError.ASSESSMENT_CONTEST_NOT_FOUND, () -> desk.contest(contest, TAX));
        assertThat(inbox.of(DRAFTER, 500)).noneMatch(line -> line.reference().equals(contest));
        assertThat(inbox.of(DECIDER, 500)).anyMatch(line -> line.reference().equals(contest));

        refused(
                AssessmentError.ASSESSMENT_SECOND_OFFICER_NEEDED,
                () -> contests.accept(contest, new BigDecimal("15"), "情况属实", DRAFTER));
        refused(
                AssessmentError.ASSESSMENT_POINTS_OUT_OF_RANGE,
                () -> contests.accept(contest, new BigDecimal("15.5"), "情况属实", DECIDER));
        refused(AssessmentError.ASSESSMENT_POINTS_OUT_OF_RANGE, () -> contests.accept(contest, null, "情况属实", DECIDER));
        contests.accept(contest, new BigDecimal("15"), "情况属实，按全部及时计", DECIDER);

        assertThat(housing(id).items(ScoreKind.INDICATOR))
                .filteredOn(item -> item.key().equals("timely-rows"))
                .singleElement()
                .satisfies(item -> {
                    assertThat(item.points()).isEqualTo(new BigDecimal("15.00"));
                    assertThat(item.cause()).isEqualTo(ScoreItem.Cause.CONTEST);
                    assertThat(item.said()).isEqualTo("情况属实，按全部及时计");
                });
        assertThat(desk.contest(contest, HOUSING).answer())
                .isEqualTo(new Contest.Answer(true, "assess-b", FixtureSchemes.DAY, "情况属实，按全部及时计"));

        var refusedOne = contests.contest(id, ScoreKind.INDICATOR, "compliant-rows", "不服", HOUSING);
        contests.refuse(refusedOne, "口径无误", DECIDER);
        assertThat(requireNonNull(desk.contest(refusedOne, HOUSING).answer()).accepted())
                .isFalse();
    }

    @Test
    void nobodyContestsAfterTheLimitAndNobodyDecidesBefore() {
        var id = draft.draft(year, DRAFTER);
        move.show(id, DRAFTER);
        var due = requireNonNull(desk.get(id, HOUSING).shown().orElseThrow().due());

        refused(AssessmentError.ASSESSMENT_STILL_CONTESTABLE, () -> move.decide(id, DECIDER));
        clock.set(due);
        var contest = contests.contest(id, ScoreKind.INDICATOR, "timely-rows", "末日申辩", HOUSING);
        clock.set(due.plusDays(1));
        refused(
                AssessmentError.ASSESSMENT_CONTEST_TOO_LATE,
                () -> contests.contest(id, ScoreKind.INDICATOR, "promises-kept", "过期", HOUSING));
        refused(AssessmentError.ASSESSMENT_CONTEST_OPEN, () -> move.decide(id, DECIDER));
        contests.refuse(contest, "维持", DECIDER);
        refused(AssessmentError.ASSESSMENT_SECOND_OFFICER_NEEDED, () -> move.decide(id, DRAFTER));
        move.decide(id, DECIDER);

        assertThat(desk.get(id, HOUSING).state()).isEqualTo(AssessmentState.DECIDED);
        assertThat(waiting(id)).containsExactly(CaseKind.ASSESSMENT_PUBLICATION);
        refused(
                AssessmentError.ASSESSMENT_STEP_SKIPPED,
                () -> contests.contest(id, ScoreKind.INDICATOR, "timely-rows", "已决定", HOUSING));
    }

    @Test
    void whoeverDecidesMaySendItBackWithAReason() {
        var id = draft.draft(year, DRAFTER);
        move.show(id, DRAFTER);
        refused(AssessmentError.ASSESSMENT_REASON_MISSING, () -> move.sendBack(id, "", DECIDER));

        move.sendBack(id, "补充核实加分证据", DECIDER);

        assertThat(desk.get(id, DRAFTER).state()).isEqualTo(AssessmentState.DRAFT);
        refused(AssessmentError.ASSESSMENT_NOT_FOUND, () -> desk.get(id, HOUSING));
        draft.computeAgain(id, DRAFTER);
        move.show(id, DRAFTER);
        assertThat(desk.get(id, HOUSING).steps())
                .extracting(Assessment.Step::act)
                .containsExactly(AssessmentAct.SHOW, AssessmentAct.SEND_BACK, AssessmentAct.SHOW);
    }

    @Test
    void onPublicationEveryAgencySeesThePointsOfAllAndNoMoreThanItsOwnDetails() {
        var id = decided();
        move.publish(id, DRAFTER);
        var published = desk.get(id, TAX);

        assertThat(desk.published(published)).extracting(Score::agency).contains(HOUSING_AGENCY, new AgencyId("tax"));
        assertThat(desk.scores(published, TAX)).extracting(Score::agency).containsExactly(new AgencyId("tax"));
    }

    @Test
    void whoeverIsBelowTheLineIsNamedInACircularAndHasToPutItRightByADay() {
        var id = draft.draft(year, DRAFTER);
        measured(id, "timely-rows", 1, 4);
        move.show(id, DRAFTER);
        clock.set(requireNonNull(desk.get(id, DRAFTER).shown().orElseThrow().due())
                .plusDays(1));
        move.decide(id, DECIDER);
        assertThat(circulars.all(HOUSING)).noneMatch(one -> one.title().contains(year + "年度"));

        move.publish(id, DRAFTER);

        var circular = circulars.all(HOUSING).stream()
                .filter(one -> one.title().equals(year + "年度考核情况通报"))
                .findFirst()
                .orElseThrow();
        assertThat(circular.lines()).singleElement().satisfies(line -> {
            assertThat(line.agency()).isEqualTo(HOUSING_AGENCY);
            assertThat(line.words()).isEqualTo("总分 0.00，低于 60 分");
        });
        var rectification = requireNonNull(circular.lines().getFirst().rectification());
        assertThat(tasks.get(rectification, DRAFTER).kind()).isEqualTo(PolicyTask.Kind.RECTIFICATION);
        assertThat(circulars.all(TAX)).noneMatch(one -> one.id().equals(circular.id()));
    }

    @Test
    void aClosedOneIsProvedByTheDigestInTheOrderOfFacts() {
        var id = closed();

        var proof = freeze.verify(id, AUDITOR).orElseThrow();

        assertThat(proof.isWhole()).isTrue();
        assertThat(freeze.digest(id)).contains(requireNonNull(proof.digest()));
        assertThat(order.of(id))
                .extracting(Order.Entry::type)
                .containsExactly(
                        "AssessmentDrafted",
                        "AssessmentAdjusted",
                        "AssessmentShown",
                        "AssessmentDecided",
                        "AssessmentPublished",
                        "AssessmentClosed");
        assertThat(requireNonNull(order.of(id).getLast().content()))
                .contains(proof.found().value());
        refused(AccessError.NOT_PERMITTED, () -> freeze.verify(id, HOUSING));
    }

    @Test
    void aStoredScoreThatWasAlteredBehindThePlatformsBackIsFound() {
        var id = closed();

        withoutTriggers("""
                update assessment.item set points = 15 where assessment_id = :id and agency = 'housing'
                  and key = 'timely-rows'
                """, id);

        var proof = freeze.verify(id, DRAFTER).orElseThrow();
        assertThat(proof.isWhole()).isFalse();
        assertThat(proof.found()).isNotEqualTo(proof.digest());
        assertThat(proof.kept()).isEqualTo(proof.digest());
        assertThat(proof.chainFaults()).isZero();
    }

    @Test
    void alsoADigestAlteredWithItStandsAgainstTheFact() {
        var id = closed();

        withoutTriggers("update assessment.item set said = null where assessment_id = :id", id);
        withoutTriggers("delete from assessment.closing where assessment_id = :id", id);

        var proof = freeze.verify(id, DRAFTER).orElseThrow();
        assertThat(proof.isWhole()).isFalse();
        assertThat(proof.kept()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update assessment.item set points = 0 where assessment_id = :id",
                "delete from assessment.item where assessment_id = :id",
                "update assessment.step set account = 'x' where assessment_id = :id",
                "update assessment.assessment set year = 1 where id = :id",
                "update assessment.closing set digest = repeat('0', 64) where assessment_id = :id",
                "delete from assessment.closing where assessment_id = :id",
                """
                insert into assessment.item (assessment_id, agency, kind, key, version, cause, most, points, account, day,
                                             change_id)
                values (:id, 'housing', 'BONUS', 'pilot-completed', 9, 'BY_HAND', 2, 2, 'x', '2027-01-05', :id)
                """,
                """
                insert into assessment.step (assessment_id, version, act, state, account, day, provisional, change_id)
                values (:id, 9, 'SHOW', 'SHOWN', 'x', '2027-01-05', false, :id)
                """,
                """
                insert into assessment.contest (id, assessment_id, agency, kind, key, account, day, due, provisional, said,
                                                change_id)
                values (:id, :id, 'housing', 'BONUS', 'x', 'x', '2027-01-05', '2027-01-05', false, '', :id)
                """
            })
    void theDatabaseItselfChangesNothingOfAClosedOne(String statement) {
        var id = closed();

        assertThatThrownBy(() -> jdbc.sql(statement).param("id", id).update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageMatching("(?s).*(never changed or deleted|is closed).*");
    }

    @Test
    void aClosedOneIsOpenedAgainOnlyAsANewVersionWithAReason() {
        var id = closed();
        refused(AssessmentError.ASSESSMENT_REASON_MISSING, () -> draft.reopen(id, null, DRAFTER));

        var again = draft.reopen(id, "上级复核发现住建局一项加分证据有误", DECIDER);

        var opened = desk.get(again, DRAFTER);
        assertThat(opened.version()).isEqualTo(2);
        assertThat(opened.state()).isEqualTo(AssessmentState.DRAFT);
        assertThat(opened.reason()).isEqualTo("上级复核发现住建局一项加分证据有误");
        assertThat(housing(again).total()).isEqualTo(housing(id).total());
        assertThat(desk.get(id, DRAFTER).state()).isEqualTo(AssessmentState.CLOSED);
        assertThat(freeze.verify(id, AUDITOR).orElseThrow().isWhole()).isTrue();
        assertThat(freeze.verify(again, AUDITOR)).isEmpty();
        refused(AssessmentError.ASSESSMENT_STEP_SKIPPED, () -> draft.reopen(id, "再开", DRAFTER));
        adjust(again, ScoreKind.BONUS, "pilot-completed", "0", "证据有误，取消", "复核意见");
    }

    @Test
    void noStepIsSkippedAndNoneIsTakenTwice() {
        var id = draft.draft(year, DRAFTER);

        refused(AssessmentError.ASSESSMENT_STEP_SKIPPED, () -> move.decide(id, DECIDER));
        refused(AssessmentError.ASSESSMENT_STEP_SKIPPED, () -> move.publish(id, DRAFTER));
        refused(AssessmentError.ASSESSMENT_STEP_SKIPPED, () -> move.close(id, DRAFTER));
        move.show(id, DRAFTER);
        refused(AssessmentError.ASSESSMENT_STEP_SKIPPED, () -> move.show(id, DRAFTER));
        refused(AssessmentError.ASSESSMENT_STEP_SKIPPED, () -> draft.computeAgain(id, DRAFTER));
        refused(
                AssessmentError.ASSESSMENT_STEP_SKIPPED,
                () -> adjust(id, ScoreKind.BONUS, "pilot-completed", "1", "原因", "证据"));
    }

    @Test
    void numbersOfPersonsInReasonsAreMasked() {
        var id = draft.draft(year, DRAFTER);

        var number = Synthetic.citizen(LocalDate.parse("1990-01-01"), 7);

        adjust(id, ScoreKind.DEDUCTION, "information-leaked", "1", "违规查询 " + number + " 的信息", "日志");

        assertThat(requireNonNull(
                        housing(id).items(ScoreKind.DEDUCTION).getFirst().said()))
                .contains("违规查询")
                .doesNotContain(number);
    }

    private UUID draftOf2026() {
        return desk.all(DRAFTER).stream()
                .filter(one -> one.year() == 2026 && one.state() == AssessmentState.DRAFT)
                .map(Assessment::id)
                .findFirst()
                .orElseGet(() -> draft.draft(2026, DRAFTER));
    }

    /** With what was measured set as a computation would. */
    private UUID decided() {
        var id = draft.draft(year, DRAFTER);
        measured(id, "timely-rows", 3, 4);
        adjust(id, ScoreKind.BONUS, "pilot-completed", "1.5", "完成试点", "验收意见");
        move.show(id, DRAFTER);
        clock.set(requireNonNull(desk.get(id, DRAFTER).shown().orElseThrow().due())
                .plusDays(1));
        move.decide(id, DECIDER);
        return id;
    }

    private UUID closed() {
        var id = decided();
        move.publish(id, DRAFTER);
        move.close(id, DRAFTER);
        return id;
    }

    /** No facts were counted in years long past: the figure is put there, the points follow from the scheme. */
    private void measured(UUID id, String indicator, long counted, long of) {
        var drafted = desk.get(id, DRAFTER);
        var rules = drafted.rules();
        var item = rules.scheme().indicators().stream()
                .filter(one -> one.indicator().equals(indicator))
                .findFirst()
                .orElseThrow();
        var figure = new Figure(counted, of);
        var points = item.points(rules.indicator(indicator), requireNonNull(figure.value()));
        jdbc.sql("""
                        insert into assessment.item (assessment_id, agency, kind, key, version, cause, counted, whole, most,
                                                     points, account, day, change_id)
                        select assessment_id, agency, kind, key, version + 1, cause, :counted, :whole, most, :points, account,
                               day, change_id
                        from assessment.item
                        where assessment_id = :id and agency = 'housing' and kind = 'INDICATOR' and key = :key
                        order by version desc limit 1
                        """)
                .param("id", id)
                .param("counted", counted)
                .param("whole", of)
                .param("points", points)
                .param("key", indicator)
                .update();
    }

    private void adjust(
            UUID id, ScoreKind kind, String reason, String points, @Nullable String why, @Nullable String evidence) {
        draft.adjust(id, HOUSING_AGENCY, kind, reason, new BigDecimal(points), why, evidence, DRAFTER);
    }

    private Score housing(UUID id) {
        return desk.score(desk.get(id, DRAFTER), HOUSING_AGENCY, DRAFTER);
    }

    private List<CaseKind> waiting(UUID reference) {
        return inbox.about(List.of(reference)).getOrDefault(reference, List.of()).stream()
                .map(Inbox.Line::kind)
                .toList();
    }

    /** As somebody with full power over the database would. */
    private void withoutTriggers(String statement, UUID id) {
        transaction.executeWithoutResult(_ -> {
            jdbc.sql("set local session_replication_role = replica").update();
            assertThat(jdbc.sql(statement).param("id", id).update()).isPositive();
        });
    }
}
