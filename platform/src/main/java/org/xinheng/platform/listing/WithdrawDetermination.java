package org.xinheng.platform.listing;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinheng.platform.casework.Paper;
import org.xinheng.platform.casework.Papers;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.DeterminationId;

/** Takes a proposal back before it is decided. */
@Component
public class WithdrawDetermination {

    private final Steps steps;
    private final Papers papers;

    WithdrawDetermination(Steps steps, Papers papers) {
        this.steps = steps;
        this.papers = papers;
    }

    @Transactional
    public void withdraw(DeterminationId id, String reason, Actor actor) {
        var turn = steps.take(id, Act.WITHDRAW, actor);
        var text = Steps.written(reason, ListingError.TEXT_MISSING);
        papers.file(id.value(), Paper.of(Paper.Kind.REASON, text), turn.change());
        steps.took(turn, turn.today());
    }
}
