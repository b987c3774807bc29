package org.xinheng.platform.listing;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.IdGenerator;
import org.xinheng.kernel.pack.ListKind;
import org.xinheng.platform.casework.Paper;
import org.xinheng.platform.casework.Papers;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.DeterminationId;
import org.xinheng.platform.shared.ListingId;
import org.xinheng.platform.subject.Subjects;
import org.xinheng.platform.vault.Vault;

/** Decides a determination: another officer than the proposer, in writing. */
@Component
public class DecideDetermination {

    private final Determinations determinations;
    private final Steps steps;
    private final Evidence evidence;
    private final AgeCheck ages;
    private final CrossCheck crossCheck;
    private final EnterListing enter;
    private final Subjects subjects;
    private final Papers papers;
    private final Vault vault;
    private final IdGenerator ids;

    DecideDetermination(
            Determinations determinations,
            Steps steps,
            Evidence evidence,
            AgeCheck ages,
            CrossCheck crossCheck,
            EnterListing enter,
            Subjects subjects,
            Papers papers,
            Vault vault,
            IdGenerator ids) {
        this.determinations = determinations;
        this.steps = steps;
        this.evidence = evidence;
        this.ages = ages;
        this.crossCheck = crossCheck;
        this.enter = enter;
        this.subjects = subjects;
        this.papers = papers;
        this.vault = vault;
        this.ids = ids;
    }

    /**
     * What the decision says.
     *
     * @param document its number (文号)
     * @param facts the conduct it finds
     * @param reason why the list's conditions are met
     * @param minutes of the meeting that decided; needed where the list asks for a collective decision
     */
    public record Decision(
            String document,
            String facts,
            String reason,
            @Nullable String minutes) {

        @Override
        public String toString() {
            return "Decision[…]";
        }
    }

    /** Everything that must hold is asked again: basis, evidence, age, and for an incentive the cross-check. */
    @Transactional
    public void decide(DeterminationId id, Decision decision, Actor actor) {
        var turn = steps.take(id, Act.DECIDE, actor);
        var d = turn.determination();
        if (d.state() == DeterminationState.PUBLIC_NOTICE) {
            CloseStatement.requireOver(turn, Act.GIVE_PUBLIC_NOTICE);
        }
        steps.requireBasis(turn, turn.today());
        var grounds = evidence.require(turn.list(), d.subject(), d.proposedFor(), d.evidence());
        ages.require(subjects.get(d.subject()), grounds, turn.rules(), turn.today());
        boolean incentive = turn.list().kind() == ListKind.INCENTIVE;
        if (incentive
                && !crossCheck.conflicts(turn.list(), d.subject(), turn.rules()).isEmpty()) {
            throw new CreditException(ListingError.CROSS_CHECK_CONFLICT);
        }
        var document = Steps.written(decision.document(), ListingError.UNDOCUMENTED_DECISION);
        var facts = Steps.written(decision.facts(), ListingError.UNDOCUMENTED_DECISION);
        var reason = Steps.written(decision.reason(), ListingError.UNDOCUMENTED_DECISION);
        if (turn.list().procedure().collectiveDecision()) {
            var minutes = Steps.written(decision.minutes(), ListingError.UNDOCUMENTED_DECISION);
            papers.file(id.value(), Paper.of(Paper.Kind.MINUTES, minutes), turn.change());
        }
        papers.file(id.value(), new Paper(Paper.Kind.DECISION, document, facts, null, null), turn.change());
        papers.file(id.value(), Paper.of(Paper.Kind.REASON, reason), turn.change());
        var listing = new ListingId(ids.next());
        determinations.decide(d, listing, turn.today(), vault.hash("document", document), turn.change());
        steps.took(turn, turn.today());
        if (incentive) {
            enter.enter(turn, listing, turn.today(), turn.today(), null, new Listing.Content(document, "", facts));
        }
    }

    /** Decides that nobody is entered. */
    @Transactional
    public void reject(DeterminationId id, String reason, Actor actor) {
        var turn = steps.take(id, Act.REJECT, actor);
        var text = Steps.written(reason, ListingError.UNDOCUMENTED_DECISION);
        papers.file(id.value(), Paper.of(Paper.Kind.REASON, text), turn.change());
        steps.took(turn, turn.today());
    }
}
