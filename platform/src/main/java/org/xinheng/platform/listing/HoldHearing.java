package org.xinheng.platform.listing;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.calendar.Due;
import org.xinheng.kernel.calendar.WorkingCalendar;
import org.xinheng.kernel.pack.CreditList;
import org.xinheng.kernel.pack.Procedure;
import org.xinheng.platform.casework.Paper;
import org.xinheng.platform.casework.Papers;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.DeterminationId;

/**
 * A hearing (听证) the subject asks for within its clock: called with notice, held by another than the proposer (行政处罚法
 * 第六十三条、第六十四条; whether a list gives one and in what time, its pack entry says).
 */
@Component
public class HoldHearing {

    private final Steps steps;
    private final Papers papers;

    HoldHearing(Steps steps, Papers papers) {
        this.steps = steps;
        this.papers = papers;
    }

    /** Takes in the request; refuses with {@code HEARING_TOO_LATE} after its last day. */
    @Transactional
    public void request(DeterminationId id, LocalDate receivedOn, String request, Actor actor) {
        var turn = steps.take(id, Act.REQUEST_HEARING, actor);
        var notice = turn.determination().required(Act.GIVE_NOTICE).day();
        Steps.requireDay(receivedOn, notice, turn.today());
        var last = lastDay(turn.list(), notice);
        if (receivedOn.isAfter(last.date())) {
            throw new CreditException(ListingError.HEARING_TOO_LATE, last.date());
        }
        file(turn, Paper.Kind.HEARING_REQUEST, request, receivedOn);
        steps.took(turn, receivedOn);
    }

    /**
     * The subject was told that day when and where the hearing takes place.
     *
     * @param heldOn the day it is called for: at least the list's days of notice later
     */
    @Transactional
    public void call(DeterminationId id, LocalDate servedOn, LocalDate heldOn, String notice, Actor actor) {
        var turn = steps.take(id, Act.CALL_HEARING, actor);
        Steps.requireDay(
                servedOn, turn.determination().last(Act.REQUEST_HEARING).day(), turn.today());
        var first = WorkingCalendar.published()
                .plusWorkingDays(servedOn, hearing(turn.list()).noticeDays());
        if (heldOn.isBefore(first.date())) {
            throw new CreditException(ListingError.HEARING_TOO_SOON, first.date());
        }
        file(turn, Paper.Kind.HEARING_NOTICE, notice, servedOn);
        steps.took(turn, servedOn, new Due(heldOn, first.published(), first.years()));
    }

    /** It took place; {@code minutes} say who presided, who spoke and what was said. */
    @Transactional
    public void hold(DeterminationId id, LocalDate heldOn, String minutes, Actor actor) {
        var turn = steps.take(id, Act.HOLD_HEARING, actor);
        var called = turn.determination().last(Act.CALL_HEARING).due();
        if (called == null) {
            throw new IllegalStateException("a hearing called for no day: " + id);
        }
        if (heldOn.isBefore(called)) {
            throw new CreditException(ListingError.HEARING_TOO_SOON, called);
        }
        Steps.requireDay(heldOn, called, turn.today());
        file(turn, Paper.Kind.HEARING_MINUTES, minutes, null);
        steps.took(turn, heldOn);
    }

    /** The subject takes its request back in writing, or stayed away without a reason; it may still make its statement. */
    @Transactional
    public void drop(DeterminationId id, String reason, Actor actor) {
        var turn = steps.take(id, Act.DROP_HEARING, actor);
        file(turn, Paper.Kind.REASON, reason, null);
        var notice = turn.determination().required(Act.GIVE_NOTICE);
        steps.took(turn, turn.today(), CloseStatement.clock(turn.list(), notice.day()));
    }

    /** The last day on which a hearing may be asked for. */
    static Due lastDay(CreditList list, LocalDate noticeServedOn) {
        return WorkingCalendar.published()
                .plusWorkingDays(noticeServedOn, hearing(list).requestDays());
    }

    private static Procedure.Hearing hearing(CreditList list) {
        var hearing = list.procedure().hearing();
        if (hearing == null) {
            throw new IllegalStateException("a list without hearings: " + list.id());
        }
        return hearing;
    }

    private void file(Steps.Turn turn, Paper.Kind kind, String text, @Nullable LocalDate day) {
        var words = Steps.written(text, ListingError.TEXT_MISSING);
        papers.file(turn.determination().id().value(), new Paper(kind, null, words, day, null), turn.change());
    }
}
