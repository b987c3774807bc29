package org.xinheng.platform.listing;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinheng.kernel.CreditException;
import org.xinheng.platform.casework.Paper;
import org.xinheng.platform.casework.Papers;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.DeterminationId;
import org.xinheng.platform.subject.SubjectLife;

/** Serves the decision together with the notice of how to repair (两书同达); the listing is in force from that day. */
@Component
public class ServeDecision {

    private final Determinations determinations;
    private final Steps steps;
    private final EnterListing enter;
    private final Papers papers;
    private final SubjectLife life;

    ServeDecision(Determinations determinations, Steps steps, EnterListing enter, Papers papers, SubjectLife life) {
        this.life = life;
        this.determinations = determinations;
        this.steps = steps;
        this.enter = enter;
        this.papers = papers;
    }

    /** Refuses with {@code SERVICE_INCOMPLETE} unless both were served. */
    @Transactional
    public void serve(DeterminationId id, LocalDate servedOn, boolean decision, boolean repairNotice, Actor actor) {
        var turn = steps.take(id, Act.SERVE, actor);
        var decidedOn = turn.determination().required(Act.DECIDE).day();
        if (!decision || !repairNotice) {
            throw new CreditException(ListingError.SERVICE_INCOMPLETE);
        }
        Steps.requireDay(servedOn, decidedOn, turn.today());
        steps.requireBasis(turn, servedOn);
        life.requireOpen(turn.determination().subject());
        var said = papers.of(id.value()).stream()
                .map(Papers.Filed::paper)
                .filter(paper -> paper != null && paper.kind() == Paper.Kind.DECISION)
                .findFirst()
                .orElseThrow(() -> new CreditException(ListingError.UNDOCUMENTED_DECISION));
        var number = Steps.written(said.number(), ListingError.UNDOCUMENTED_DECISION);
        papers.file(
                id.value(),
                new Paper(Paper.Kind.REPAIR_NOTICE, number, turn.list().exit().zh(), servedOn, null),
                turn.change());
        var listing = determinations
                .listing(id)
                .orElseThrow(() -> new IllegalStateException("decided without a decision: " + id));
        steps.took(turn, servedOn);
        enter.enter(turn, listing, decidedOn, servedOn, servedOn, new Listing.Content(number, "", said.text()));
    }
}
