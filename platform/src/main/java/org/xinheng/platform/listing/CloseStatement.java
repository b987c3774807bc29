package org.xinheng.platform.listing;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.calendar.Due;
import org.xinheng.kernel.calendar.WorkingCalendar;
import org.xinheng.kernel.pack.CreditList;
import org.xinheng.platform.casework.Paper;
import org.xinheng.platform.casework.Papers;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.DeterminationId;

/** Closes the subject's time for a statement (陈述、申辩): it spoke and was answered, it waived, or the time ran out. */
@Component
public class CloseStatement {

    private final Steps steps;
    private final Papers papers;

    CloseStatement(Steps steps, Papers papers) {
        this.steps = steps;
        this.papers = papers;
    }

    /**
     * The subject made a statement; the answer says what was found when it was verified. While it may still ask for a
     * hearing, this refuses with {@code TOO_EARLY}.
     */
    @Transactional
    public void answered(DeterminationId id, LocalDate receivedOn, String statement, String answer, Actor actor) {
        var turn = steps.take(id, Act.CLOSE_STATEMENT, actor);
        requireNoHearingPossible(turn);
        file(turn, receivedOn, statement);
        papers.file(
                id.value(),
                Paper.of(Paper.Kind.ANSWER, Steps.written(answer, ListingError.TEXT_MISSING)),
                turn.change());
        steps.took(turn, receivedOn);
    }

    /** The subject said in writing that it makes no statement, and where the list gives one, asks for no hearing. */
    @Transactional
    public void waived(DeterminationId id, LocalDate receivedOn, String waiver, Actor actor) {
        var turn = steps.take(id, Act.CLOSE_STATEMENT, actor);
        file(turn, receivedOn, waiver);
        steps.took(turn, receivedOn);
    }

    /** Nothing came; refuses with {@code TOO_EARLY} up to and on the last day. */
    @Transactional
    public void unanswered(DeterminationId id, Actor actor) {
        var turn = steps.take(id, Act.CLOSE_STATEMENT, actor);
        requireOver(turn, Act.GIVE_NOTICE);
        steps.took(turn, turn.today());
    }

    /** The time for a statement, or to ask for a hearing where that is longer. */
    static Due clock(CreditList list, LocalDate servedOn) {
        var procedure = list.procedure();
        var hearing = procedure.hearing();
        int days = Math.max(procedure.statementDays(), hearing == null ? 0 : hearing.requestDays());
        return WorkingCalendar.published().plusWorkingDays(servedOn, days);
    }

    private static void requireNoHearingPossible(Steps.Turn turn) {
        var determination = turn.determination();
        if (turn.list().procedure().hearing() == null
                || determination.step(Act.DROP_HEARING).isPresent()) {
            return;
        }
        var last = HoldHearing.lastDay(
                turn.list(), determination.required(Act.GIVE_NOTICE).day());
        if (!turn.today().isAfter(last.date())) {
            throw new CreditException(ListingError.TOO_EARLY, last.date());
        }
    }

    /** The clock that an earlier step started has run out. */
    static void requireOver(Steps.Turn turn, Act started) {
        var due = turn.determination().required(started).due();
        if (due == null) {
            throw new IllegalStateException(started + " without a clock");
        }
        if (!turn.today().isAfter(due)) {
            throw new CreditException(ListingError.TOO_EARLY, due);
        }
    }

    private void file(Steps.Turn turn, LocalDate receivedOn, String text) {
        Steps.requireDay(
                receivedOn, turn.determination().required(Act.GIVE_NOTICE).day(), turn.today());
        papers.file(
                turn.determination().id().value(),
                Paper.of(Paper.Kind.STATEMENT, Steps.written(text, ListingError.TEXT_MISSING)),
                turn.change());
    }
}
