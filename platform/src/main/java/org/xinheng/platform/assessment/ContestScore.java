package org.xinheng.platform.assessment;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.IdGenerator;
import org.xinheng.kernel.calendar.WorkingCalendar;
import org.xinheng.platform.access.Permission;
import org.xinheng.platform.audit.Changes;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.Role;

/** An agency contests an item it was shown; another officer than the drafter answers, and changes the points or not. */
@Component
public class ContestScore {

    private final Assessments assessments;
    private final ScoreItems items;
    private final Contests contests;
    private final AssessmentCases cases;
    private final Order order;
    private final Changes changes;
    private final IdGenerator ids;

    ContestScore(
            Assessments assessments,
            ScoreItems items,
            Contests contests,
            AssessmentCases cases,
            Order order,
            Changes changes,
            IdGenerator ids) {
        this.assessments = assessments;
        this.items = items;
        this.contests = contests;
        this.cases = cases;
        this.order = order;
        this.changes = changes;
        this.ids = ids;
    }

    /** The agency of the actor contests one of its own items, within the limit and with a reason. */
    @Transactional
    public UUID contest(UUID id, ScoreKind kind, String key, @Nullable String reason, Actor actor) {
        Permission.require(actor, Role.REPORTER);
        var agency = actor.requiredAgency();
        var shown = assessments.hold(id);
        if (!shown.isShown()) {
            throw new CreditException(AssessmentError.ASSESSMENT_NOT_FOUND);
        }
        if (shown.state() != AssessmentState.SHOWN) {
            throw new CreditException(AssessmentError.ASSESSMENT_STEP_SKIPPED);
        }
        var today = order.today();
        if (!shown.isContestable(today)) {
            throw new CreditException(
                    AssessmentError.ASSESSMENT_CONTEST_TOO_LATE,
                    shown.shown().map(Assessment.Step::due).orElseThrow());
        }
        if (items.find(id, agency, kind, key).isEmpty()) {
            throw new CreditException(AssessmentError.ASSESSMENT_ITEM_NOT_FOUND);
        }
        if (contests.of(id, agency).stream()
                .anyMatch(one -> one.kind() == kind && one.key().equals(key) && one.answer() == null)) {
            throw new CreditException(AssessmentError.ASSESSMENT_CONTESTED_ALREADY);
        }
        var due = WorkingCalendar.published()
                .plusWorkingDays(today, shown.rules().scheme().answerWorkingDays());
        var contest = new Contest(
                ids.next(),
                id,
                agency,
                kind,
                key,
                actor.id(),
                today,
                due.date(),
                due.provisional(),
                Words.written(reason),
                null);
        var change = changes.open(actor);
        contests.add(contest, due, change);
        cases.contested(shown, contest, due, change);
        change.publish(new AssessmentContested(id, contest.id(), agency));
        return contest.id();
    }

    /** Accepts a contest: the points are these from now on. */
    @Transactional
    public void accept(UUID contestId, @Nullable BigDecimal points, @Nullable String reason, Actor actor) {
        answer(contestId, true, points, reason, actor);
    }

    /** Refuses a contest, for the agency to read why. */
    @Transactional
    public void refuse(UUID contestId, @Nullable String reason, Actor actor) {
        answer(contestId, false, null, reason, actor);
    }

    private void answer(
            UUID contestId, boolean accepted, @Nullable BigDecimal points, @Nullable String reason, Actor actor) {
        Permission.requireCitysOffice(actor);
        var found = contests.find(contestId)
                .orElseThrow(() -> new CreditException(AssessmentError.ASSESSMENT_CONTEST_NOT_FOUND));
        var shown = assessments.hold(found.assessment());
        var contest = contests.find(contestId).orElseThrow();
        if (contest.answer() != null || shown.state() != AssessmentState.SHOWN) {
            throw new CreditException(AssessmentError.ASSESSMENT_STEP_SKIPPED);
        }
        if (shown.draftedBy().equals(actor.id())) {
            throw new CreditException(AssessmentError.ASSESSMENT_SECOND_OFFICER_NEEDED);
        }
        var said = Words.written(reason);
        var change = changes.open(actor);
        if (accepted) {
            var item = items.find(shown.id(), contest.agency(), contest.kind(), contest.key())
                    .orElseThrow();
            if (points == null) {
                throw new CreditException(AssessmentError.ASSESSMENT_POINTS_OUT_OF_RANGE, item.most());
            }
            DraftAssessment.requirePoints(points, item.most());
            items.set(
                    shown.id(),
                    new ScoreItems.Setting(
                            item.agency(),
                            item.kind(),
                            item.key(),
                            ScoreItem.Cause.CONTEST,
                            item.figure(),
                            item.most(),
                            points.setScale(2),
                            said),
                    order.today(),
                    change);
        }
        contests.answer(contest, accepted, said, order.today(), change);
        cases.answered(contest, change);
        change.publish(new AssessmentAnswered(shown.id(), contestId, contest.agency(), accepted));
    }
}
