package org.xinheng.platform.assessment;

import java.util.LinkedHashMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.calendar.Due;
import org.xinheng.kernel.calendar.WorkingCalendar;
import org.xinheng.platform.access.Permission;
import org.xinheng.platform.audit.Change;
import org.xinheng.platform.audit.Changes;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.oversight.Circulars;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.AgencyId;

/** Leads an assessment on: shown, sent back, decided, published, closed. */
@Component
public class MoveAssessment {

    private final Assessments assessments;
    private final ScoreItems items;
    private final Contests contests;
    private final FreezeAssessment freeze;
    private final Circulars circulars;
    private final AssessmentCases cases;
    private final Order order;
    private final Changes changes;

    MoveAssessment(
            Assessments assessments,
            ScoreItems items,
            Contests contests,
            FreezeAssessment freeze,
            Circulars circulars,
            AssessmentCases cases,
            Order order,
            Changes changes) {
        this.assessments = assessments;
        this.items = items;
        this.contests = contests;
        this.freeze = freeze;
        this.circulars = circulars;
        this.cases = cases;
        this.order = order;
        this.changes = changes;
    }

    /** Each agency sees its own from now on, and may contest it for the scheme's working days. */
    @Transactional
    public void show(UUID id, Actor actor) {
        var drafted = hold(id, AssessmentAct.SHOW, actor);
        if (order.today().getYear() <= drafted.year()) {
            throw new CreditException(AssessmentError.ASSESSMENT_YEAR_NOT_OVER, String.valueOf(drafted.year()));
        }
        var due = WorkingCalendar.published()
                .plusWorkingDays(order.today(), drafted.rules().scheme().contestWorkingDays());
        var change = changes.open(actor);
        took(drafted, AssessmentAct.SHOW, due, null, change);
        cases.shown(drafted, items.scores(drafted).stream().map(Score::agency).toList(), due, change);
    }

    /** Whoever decides wants it drafted anew. */
    @Transactional
    public void sendBack(UUID id, @Nullable String reason, Actor actor) {
        var shown = hold(id, AssessmentAct.SEND_BACK, actor);
        requireAnswered(shown);
        var said = Words.written(reason);
        var change = changes.open(actor);
        took(shown, AssessmentAct.SEND_BACK, null, said, change);
        cases.drafted(shown, change);
    }

    /** Decides it, once nobody can contest any more and all contests are answered. */
    @Transactional
    public void decide(UUID id, Actor actor) {
        var shown = hold(id, AssessmentAct.DECIDE, actor);
        if (shown.isContestable(order.today())) {
            throw new CreditException(
                    AssessmentError.ASSESSMENT_STILL_CONTESTABLE,
                    shown.shown().map(Assessment.Step::due).orElseThrow());
        }
        requireAnswered(shown);
        var change = changes.open(actor);
        took(shown, AssessmentAct.DECIDE, null, null, change);
        cases.decided(shown, change);
    }

    /** Every agency sees the points of all; those below the line are named in a circular and have to put it right. */
    @Transactional
    public void publish(UUID id, Actor actor) {
        var decided = hold(id, AssessmentAct.PUBLISH, actor);
        var change = changes.open(actor);
        took(decided, AssessmentAct.PUBLISH, null, null, change);
        tellThoseBelow(decided, actor);
        cases.published(decided, change);
    }

    private void tellThoseBelow(Assessment decided, Actor actor) {
        var scheme = decided.rules().scheme();
        var below = new LinkedHashMap<AgencyId, String>();
        for (var score : items.scores(decided)) {
            if (score.isBelow(scheme.line())) {
                below.put(score.agency(), "总分 " + score.total() + "，低于 " + scheme.line() + " 分");
            }
        }
        if (!below.isEmpty()) {
            var limit = WorkingCalendar.published()
                    .plusWorkingDays(order.today(), scheme.rectificationWorkingDays())
                    .date();
            circulars.issue(
                    decided.year() + "年度考核情况通报",
                    "以下单位" + decided.year() + "年度考核总分低于" + scheme.line() + "分，予以通报，请按期整改。",
                    below,
                    limit,
                    actor);
        }
    }

    /** Freezes it: the database takes no more, and the digest of all it holds stands in the order of facts. */
    @Transactional
    public void close(UUID id, Actor actor) {
        var published = hold(id, AssessmentAct.CLOSE, actor);
        var change = changes.open(actor);
        assessments.append(published, AssessmentAct.CLOSE, order.today(), null, null, change);
        cases.over(published, change);
        freeze.freeze(assessments.hold(id), change);
    }

    private Assessment hold(UUID id, AssessmentAct act, Actor actor) {
        Permission.require(actor, act.role());
        Permission.requireAgency(actor, AgencyId.CREDIT_OFFICE);
        var held = assessments.hold(id);
        if (held.state() != act.from()) {
            throw new CreditException(AssessmentError.ASSESSMENT_STEP_SKIPPED);
        }
        if (act.needsSecondOfficer() && held.draftedBy().equals(actor.id())) {
            throw new CreditException(AssessmentError.ASSESSMENT_SECOND_OFFICER_NEEDED);
        }
        return held;
    }

    private void requireAnswered(Assessment shown) {
        if (contests.of(shown.id(), null).stream().anyMatch(contest -> contest.answer() == null)) {
            throw new CreditException(AssessmentError.ASSESSMENT_CONTEST_OPEN);
        }
    }

    private void took(
            Assessment assessment, AssessmentAct act, @Nullable Due due, @Nullable String said, Change change) {
        assessments.append(assessment, act, order.today(), due, said, change);
        cases.over(assessment, change);
        change.publish(new AssessmentMoved(assessment.id(), assessment.year(), assessment.version(), act));
    }
}
