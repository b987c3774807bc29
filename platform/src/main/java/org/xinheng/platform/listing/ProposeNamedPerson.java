package org.xinheng.platform.listing;

import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.IdGenerator;
import org.xinheng.kernel.pack.ResponsibleRole;
import org.xinheng.platform.casework.Paper;
import org.xinheng.platform.casework.Papers;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.DeterminationId;
import org.xinheng.platform.subject.Identity;
import org.xinheng.platform.subject.SubjectLife;
import org.xinheng.platform.subject.Subjects;

/**
 * Proposes a person together with the organisation they answer for, before anybody decides: the person gets a notice, a
 * statement and a decision of their own, and is entered only when the decision about the organisation names them.
 */
@Component
public class ProposeNamedPerson {

    private final Determinations determinations;
    private final Steps steps;
    private final Evidence evidence;
    private final AgeCheck ages;
    private final Subjects subjects;
    private final SubjectLife life;
    private final Conduct conduct;
    private final Papers papers;
    private final IdGenerator ids;

    ProposeNamedPerson(
            Determinations determinations,
            Steps steps,
            Evidence evidence,
            AgeCheck ages,
            Subjects subjects,
            SubjectLife life,
            Conduct conduct,
            Papers papers,
            IdGenerator ids) {
        this.determinations = determinations;
        this.steps = steps;
        this.evidence = evidence;
        this.ages = ages;
        this.subjects = subjects;
        this.life = life;
        this.conduct = conduct;
        this.papers = papers;
        this.ids = ids;
    }

    /**
     * @param as what the person is answerable as; the list's definition must know it
     * @param facts the person's own part in the conduct
     */
    @Transactional
    public DeterminationId propose(
            DeterminationId organisation, Identity.Person person, ResponsibleRole as, String facts, Actor actor) {
        var with = steps.beside(organisation, actor);
        var about = with.determination();
        var list = with.list();
        if (!list.procedure().responsible().contains(as) || !list.targets().contains(person.kind())) {
            throw new CreditException(ListingError.PERSONS_NOT_NAMED, list.id());
        }
        if (about.named() != null || subjects.get(about.subject()).kind().personal()) {
            throw new CreditException(ListingError.PERSONS_NOT_NAMED, list.id());
        }
        var grounds = evidence.require(list, about.subject(), about.proposedFor(), about.evidence());
        var text = Steps.written(facts, ListingError.TEXT_MISSING);
        var subject = Objects.requireNonNull(
                subjects.establish(List.of(person), with.change()).get(person));
        life.requireOpen(subject);
        ages.require(subjects.get(subject), grounds, with.rules(), with.today());
        if (determinations.running(subject, about.list())) {
            throw new CreditException(ListingError.ALREADY_LISTED, list.id());
        }
        var determination = new Determination(
                new DeterminationId(ids.next()),
                subject,
                about.list(),
                about.agency(),
                about.proposedFor(),
                actor.id(),
                about.evidence(),
                about.rules(),
                new Determination.Named(organisation, as),
                List.of());
        determinations.add(determination, with.change());
        conduct.same(determination, organisation.value());
        papers.file(determination.id().value(), Paper.of(Paper.Kind.FACTS, text), with.change());
        steps.took(
                new Steps.Turn(
                        determination,
                        Act.PROPOSE,
                        DeterminationState.PROPOSED,
                        list,
                        with.rules(),
                        with.today(),
                        with.change()),
                with.today());
        return determination.id();
    }
}
