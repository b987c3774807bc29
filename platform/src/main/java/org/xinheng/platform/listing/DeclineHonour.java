package org.xinheng.platform.listing;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinheng.platform.casework.Paper;
import org.xinheng.platform.casework.Papers;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.DeterminationId;

/**
 * The subject proposed for an incentive list does not want to stand on it: the determination ends, nothing follows from
 * it. Whoever is on the list already leaves by {@link EndListing} at its own wish.
 */
@Component
public class DeclineHonour {

    private final Steps steps;
    private final Papers papers;

    DeclineHonour(Steps steps, Papers papers) {
        this.steps = steps;
        this.papers = papers;
    }

    /** @param refusal what the subject says; no reason is asked of it */
    @Transactional
    public void decline(DeterminationId id, String refusal, Actor actor) {
        var turn = steps.take(id, Act.DECLINE, actor);
        var text = Steps.written(refusal, ListingError.TEXT_MISSING);
        papers.file(id.value(), Paper.of(Paper.Kind.REFUSAL, text), turn.change());
        steps.took(turn, turn.today());
    }
}
