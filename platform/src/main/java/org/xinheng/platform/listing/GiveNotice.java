package org.xinheng.platform.listing;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
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
        var due = WorkingCalendar.published()
                .plusWorkingDays(servedOn, turn.list().procedure().statementDays());
        steps.took(turn, servedOn, due);
    }

    /** The proposal stands in public from today. */
    @Transactional
    public void inPublic(DeterminationId id, Actor actor) {
        var turn = steps.take(id, Act.GIVE_PUBLIC_NOTICE, actor);
        var due = WorkingCalendar.published()
                .plusWorkingDays(turn.today(), turn.list().procedure().publicNoticeDays());
        steps.took(turn, turn.today(), due);
    }
}
