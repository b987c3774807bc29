package org.xinheng.platform.listing;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinheng.kernel.CreditException;
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

    /** The subject made a statement; the answer says what was found when it was verified. */
    @Transactional
    public void answered(DeterminationId id, LocalDate receivedOn, String statement, String answer, Actor actor) {
        var turn = steps.take(id, Act.CLOSE_STATEMENT, actor);
        file(turn, receivedOn, statement);
        papers.file(
                id.value(),
                Paper.of(Paper.Kind.ANSWER, Steps.written(answer, ListingError.TEXT_MISSING)),
                turn.change());
        steps.took(turn, receivedOn);
    }

    /** The subject said in writing that it makes no statement. */
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
