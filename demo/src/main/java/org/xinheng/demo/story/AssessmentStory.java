package org.xinheng.demo.story;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xinheng.demo.DemoClock;
import org.xinheng.platform.assessment.Assessment;
import org.xinheng.platform.assessment.AssessmentDesk;
import org.xinheng.platform.assessment.AssessmentState;
import org.xinheng.platform.assessment.ContestScore;
import org.xinheng.platform.assessment.DraftAssessment;
import org.xinheng.platform.assessment.MoveAssessment;
import org.xinheng.platform.assessment.ScoreKind;
import org.xinheng.platform.integrity.DecisionStep;
import org.xinheng.platform.integrity.MajorDecisions;
import org.xinheng.platform.integrity.PromiseField;
import org.xinheng.platform.integrity.PromiseKind;
import org.xinheng.platform.integrity.Promises;
import org.xinheng.platform.packs.Packs;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.AgencyId;

/**
 * The assessment of the year before, by what agencies entered into the ledgers of it: drafted and shown; the market
 * regulator contests one item, and the credit office has not answered yet. The running year is left to visitors.
 */
@Component
class AssessmentStory {

    private static final String PROMISES_KEPT = "promises-kept";

    private final DraftAssessment draft;
    private final MoveAssessment move;
    private final ContestScore contests;
    private final AssessmentDesk desk;
    private final Promises promises;
    private final MajorDecisions decisions;
    private final Packs packs;
    private final DemoClock clock;

    AssessmentStory(
            DraftAssessment draft,
            MoveAssessment move,
            ContestScore contests,
            AssessmentDesk desk,
            Promises promises,
            MajorDecisions decisions,
            Packs packs,
            DemoClock clock) {
        this.draft = draft;
        this.move = move;
        this.contests = contests;
        this.desk = desk;
        this.promises = promises;
        this.decisions = decisions;
        this.packs = packs;
        this.clock = clock;
    }

    /** Goes on where a start that was killed left it; nothing where the packs have no scheme of that year. */
    void tell() {
        int year = clock.today().getYear() - 1;
        if (packs.today().assessments().values().stream().noneMatch(scheme -> scheme.year() == year)) {
            return;
        }
        var assessment = of(year);
        if (assessment == null) {
            ledgers(year);
            assessment = desk.get(draft.draft(year, office()), office());
        }
        if (assessment.state() == AssessmentState.DRAFT) {
            byHand(assessment.id(), year);
            move.show(assessment.id(), office());
        }
        if (desk.contests(assessment, office()).isEmpty()) {
            contests.contest(
                    assessment.id(),
                    ScoreKind.INDICATOR,
                    PROMISES_KEPT,
                    "“信用修复一次办”承诺已在期限内兑现，兑现日期填成了公示日期，请按办结通知书核定。",
                    regulator());
        }
    }

    private @Nullable Assessment of(int year) {
        return desk.all(office()).stream()
                .filter(one -> one.year() == year)
                .findFirst()
                .orElse(null);
    }

    private static Actor office() {
        return DeterminationStory.officer("credit-office");
    }

    private static Actor regulator() {
        return DeterminationStory.officer("market-regulator");
    }

    /** What was promised and decided in that year, entered afterwards with its papers. */
    private void ledgers(int year) {
        var regulator = regulator();
        if (promises.newest(regulator, null, 1).isEmpty()) {
            var housing = DeterminationStory.officer("housing");
            var tax = DeterminationStory.officer("tax");
            promise("企业开办当日办结", LocalDate.of(year, 6, 30), 14, regulator);
            promise("信用修复一次办", LocalDate.of(year, 11, 30), -9, regulator);
            promise("既有住宅加装电梯补贴兑现", LocalDate.of(year, 9, 30), 20, housing);
            promise("物业维修资金十日内拨付", LocalDate.of(year, 10, 31), 3, housing);
            promise("出口退税六日内办结", LocalDate.of(year, 12, 15), 30, tax);
            decision("集贸市场摊位管理办法", year, regulator);
            decision("保障性住房分配办法", year, housing);
        }
    }

    /** @param before how many days before the last it was kept */
    private void promise(String title, LocalDate due, int before, Actor actor) {
        var id = promises.give(
                new Promises.Given(
                        PromiseKind.POLICY,
                        PromiseField.POLICY_IMPLEMENTATION,
                        title,
                        title + "，未能兑现的说明原因。",
                        "衡政承〔" + due.getYear() + "〕" + due.getMonthValue() + "号",
                        due.minusMonths(4),
                        due,
                        null,
                        null,
                        false),
                actor);
        promises.report(id, due.minusDays(before), List.of("办结通知书"), null, actor);
        promises.review(id, true, null, DeterminationStory.officer("credit-office-2"));
    }

    private void decision(String title, int year, Actor actor) {
        var id = decisions.open(title, actor);
        for (var step : DecisionStep.values()) {
            decisions.document(
                    id,
                    step,
                    LocalDate.of(year, 3 + step.ordinal(), 18),
                    "衡决〔" + year + "〕卷之" + (step.ordinal() + 1),
                    null,
                    true,
                    actor);
        }
    }

    private void byHand(UUID id, int year) {
        draft.adjust(
                id,
                new AgencyId("housing"),
                ScoreKind.BONUS,
                "practice-adopted",
                new BigDecimal("2.00"),
                "建筑市场信用监管做法在全省推广。",
                "省信用办简报〔" + year + "〕18期",
                office());
        draft.adjust(
                id,
                new AgencyId("tax"),
                ScoreKind.DEDUCTION,
                "information-leaked",
                new BigDecimal("1.50"),
                "一次查询未登记用途，已责令整改。",
                "查询抽查记录〔" + year + "〕7号",
                office());
    }
}
