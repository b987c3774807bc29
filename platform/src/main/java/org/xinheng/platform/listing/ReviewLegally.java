package org.xinheng.platform.listing;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinheng.platform.casework.Paper;
import org.xinheng.platform.casework.Papers;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.DeterminationId;

/** Reviews a proposal in law (法制审核) before anybody decides. */
@Component
public class ReviewLegally {

    private final Steps steps;
    private final Papers papers;

    ReviewLegally(Steps steps, Papers papers) {
        this.steps = steps;
        this.papers = papers;
    }

    @Transactional
    public void pass(DeterminationId id, String opinion, Actor actor) {
        review(id, Act.REVIEW, opinion, actor);
    }

    /** Ends the determination: in law it cannot be decided. */
    @Transactional
    public void refuse(DeterminationId id, String opinion, Actor actor) {
        review(id, Act.REFUSE_REVIEW, opinion, actor);
    }

    private void review(DeterminationId id, Act act, String opinion, Actor actor) {
        var turn = steps.take(id, act, actor);
        if (turn.determination().state() == DeterminationState.PUBLIC_NOTICE) {
            CloseStatement.requireOver(turn, Act.GIVE_PUBLIC_NOTICE);
        }
        var text = Steps.written(opinion, ListingError.TEXT_MISSING);
        papers.file(id.value(), Paper.of(Paper.Kind.OPINION, text), turn.change());
        steps.took(turn, turn.today());
    }
}
