package org.xinheng.platform.listing;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.IdGenerator;
import org.xinheng.kernel.pack.ListKind;
import org.xinheng.kernel.pack.Severity;
import org.xinheng.platform.casework.Paper;
import org.xinheng.platform.casework.Papers;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.DeterminationId;
import org.xinheng.platform.shared.ListingId;
import org.xinheng.platform.subject.SubjectLife;
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
    private final NamedPersons named;
    private final Subjects subjects;
    private final SubjectLife life;
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
            NamedPersons named,
            Subjects subjects,
            SubjectLife life,
            Papers papers,
            Vault vault,
            IdGenerator ids) {
        this.determinations = determinations;
        this.steps = steps;
        this.evidence = evidence;
        this.ages = ages;
        this.crossCheck = crossCheck;
        this.enter = enter;
        this.named = named;
        this.subjects = subjects;
        this.life = life;
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
     * @param minutes number of the minutes of the meeting that decided; needed where the list asks for a collective
     *     decision
     * @param participants who took part in it
     * @param degree of untrustworthiness (失信程度); on a watch list and nowhere else
     * @param names determinations of the persons whom it names
     */
    public record Decision(
            String document,
            String facts,
            String reason,
            @Nullable String minutes,
            List<String> participants,
            @Nullable Severity degree,
            Set<DeterminationId> names) {

        /** One that names nobody and was not taken by a meeting. */
        public Decision(String document, String facts, String reason, @Nullable String minutes) {
            this(document, facts, reason, minutes, List.of(), null, Set.of());
        }

        /** The same decision, taken by a meeting of these. */
        public Decision takenBy(String... officers) {
            return new Decision(document, facts, reason, minutes, List.of(officers), degree, names);
        }

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
        life.requireOpen(d.subject());
        named.requireNamed(d);
        var grounds = evidence.require(turn.list(), named.answersFor(d), d.proposedFor(), d.evidence());
        ages.require(subjects.get(d.subject()), grounds, turn.rules(), turn.today());
        boolean incentive = turn.list().kind() == ListKind.INCENTIVE;
        if (incentive
                && !crossCheck.conflicts(turn.list(), d.subject(), turn.rules()).isEmpty()) {
            throw new CreditException(ListingError.CROSS_CHECK_CONFLICT);
        }
        var document = Steps.written(decision.document(), ListingError.UNDOCUMENTED_DECISION);
        var facts = Steps.written(decision.facts(), ListingError.UNDOCUMENTED_DECISION);
        var reason = Steps.written(decision.reason(), ListingError.UNDOCUMENTED_DECISION);
        if ((turn.list().kind() == ListKind.WATCH) == (decision.degree() == null)) {
            throw new CreditException(ListingError.DEGREE_MISSING);
        }
        if (turn.list().procedure().collectiveDecision()) {
            meeting(turn, decision);
        }
        papers.file(id.value(), new Paper(Paper.Kind.DECISION, document, facts, null, null), turn.change());
        papers.file(id.value(), Paper.of(Paper.Kind.REASON, reason), turn.change());
        var listing = new ListingId(ids.next());
        determinations.decide(
                d, listing, turn.today(), vault.hash("document", document), decision.degree(), turn.change());
        if (d.named() == null) {
            named.decided(d, decision.names(), turn.change());
        }
        steps.took(turn, turn.today());
        if (incentive) {
            enter.enter(turn, listing, turn.today(), turn.today(), null, new Listing.Content(document, "", facts));
        }
    }

    /** A decision taken by a meeting (集体讨论) says by whom and where its minutes are. */
    private void meeting(Steps.Turn turn, Decision decision) {
        var id = turn.determination().id().value();
        var minutes = Steps.written(decision.minutes(), ListingError.UNDOCUMENTED_DECISION);
        var present = decision.participants().stream()
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
        if (present.size() < 2) {
            throw new CreditException(ListingError.PARTICIPANTS_MISSING);
        }
        papers.file(id, Paper.of(Paper.Kind.MINUTES, minutes), turn.change());
        papers.file(id, Paper.of(Paper.Kind.PARTICIPANTS, String.join("、", present)), turn.change());
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
