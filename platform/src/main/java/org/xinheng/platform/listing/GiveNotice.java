package org.xinheng.platform.listing;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinheng.kernel.calendar.Due;
import org.xinheng.kernel.calendar.WorkingCalendar;
import org.xinheng.platform.casework.Paper;
import org.xinheng.platform.casework.Papers;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.DeterminationId;

/**
 * Tells before deciding: the subject of a serious or watch list by a notice served on it (事先告知), the public where an
 * incentive list asks for it (公示). Each starts a clock in working days.
 */
@Component
public class GiveNotice {

    private final Steps steps;
    private final Papers papers;

    GiveNotice(Steps steps, Papers papers) {
        this.steps = steps;
        this.papers = papers;
    }

    /** The prior notice was served on the subject that day; its time for a statement runs from then. */
    @Transactional
    public void prior(DeterminationId id, LocalDate servedOn, String text, Actor actor) {
        var turn = steps.take(id, Act.GIVE_NOTICE, actor);
        Steps.requireDay(servedOn, turn.determination().required(Act.PROPOSE).day(), turn.today());
        var notice = Steps.written(text, ListingError.TEXT_MISSING);
        papers.file(id.value(), new Paper(Paper.Kind.PRIOR_NOTICE, null, notice, servedOn, null), turn.change());
        steps.took(turn, servedOn, CloseStatement.clock(turn.list(), servedOn));
    }

    /** Somebody objects while the proposal stands in public, and is answered (公示期异议). The clock runs on. */
    @Transactional
    public void answerObjection(DeterminationId id, String objection, String answer, Actor actor) {
        var turn = steps.take(id, Act.ANSWER_OBJECTION, actor);
        file(turn, Paper.Kind.OBJECTION, objection);
        file(turn, Paper.Kind.ANSWER, answer);
        var notice = turn.determination().required(Act.GIVE_PUBLIC_NOTICE);
        steps.took(turn, turn.today(), publicClock(turn, notice.day()));
    }

    private void file(Steps.Turn turn, Paper.Kind kind, String text) {
        papers.file(
                turn.determination().id().value(),
                Paper.of(kind, Steps.written(text, ListingError.TEXT_MISSING)),
                turn.change());
    }

    private static Due publicClock(Steps.Turn turn, LocalDate from) {
        return WorkingCalendar.published()
                .plusWorkingDays(from, turn.list().procedure().publicNoticeDays());
    }

    /** The proposal stands in public from today. */
    @Transactional
    public void inPublic(DeterminationId id, Actor actor) {
        var turn = steps.take(id, Act.GIVE_PUBLIC_NOTICE, actor);
        steps.took(turn, turn.today(), publicClock(turn, turn.today()));
    }
}
