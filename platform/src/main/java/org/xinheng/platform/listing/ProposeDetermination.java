package org.xinheng.platform.listing;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.IdGenerator;
import org.xinheng.kernel.pack.CreditList;
import org.xinheng.kernel.pack.ListKind;
import org.xinheng.kernel.pack.ListOrigin;
import org.xinheng.platform.access.Permission;
import org.xinheng.platform.audit.Changes;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.casework.Paper;
import org.xinheng.platform.casework.Papers;
import org.xinheng.platform.packs.Packs;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.DeterminationId;
import org.xinheng.platform.shared.ListId;
import org.xinheng.platform.shared.RecordId;
import org.xinheng.platform.shared.Role;
import org.xinheng.platform.shared.SubjectId;
import org.xinheng.platform.subject.SubjectLife;
import org.xinheng.platform.subject.Subjects;

/**
 * Proposes a subject for a list that is determined here. A serious or watch list is proposed for by its owner on the
 * ground of the owner's own records; for an incentive list any agency may propose.
 */
@Component
public class ProposeDetermination {

    private final Determinations determinations;
    private final Steps steps;
    private final ListRules lists;
    private final Evidence evidence;
    private final AgeCheck ages;
    private final Listings listings;
    private final Subjects subjects;
    private final SubjectLife life;
    private final Conduct conduct;
    private final Papers papers;
    private final Packs packs;
    private final Order order;
    private final Changes changes;
    private final IdGenerator ids;

    ProposeDetermination(
            Determinations determinations,
            Steps steps,
            ListRules lists,
            Evidence evidence,
            AgeCheck ages,
            Listings listings,
            Subjects subjects,
            SubjectLife life,
            Conduct conduct,
            Papers papers,
            Packs packs,
            Order order,
            Changes changes,
            IdGenerator ids) {
        this.determinations = determinations;
        this.steps = steps;
        this.lists = lists;
        this.evidence = evidence;
        this.ages = ages;
        this.listings = listings;
        this.subjects = subjects;
        this.life = life;
        this.conduct = conduct;
        this.papers = papers;
        this.packs = packs;
        this.order = order;
        this.changes = changes;
        this.ids = ids;
    }

    /** For a list the pack ties no conduct to, such as an incentive list. */
    @Transactional
    public DeterminationId propose(SubjectId about, ListId listId, List<RecordId> records, String facts, Actor actor) {
        return propose(about, listId, records, Set.of(), facts, actor);
    }

    /**
     * @param records what it rests on
     * @param behaviours ids of the conduct it is for, of those the pack ties to the list
     * @param facts the conduct in words, as it shall stand in the prior notice
     */
    @Transactional
    public DeterminationId propose(
            SubjectId about, ListId listId, List<RecordId> records, Set<String> behaviours, String facts, Actor actor) {
        Permission.require(actor, Act.PROPOSE.role());
        var rules = packs.today();
        var list = lists.list(listId, rules);
        lists.closed(list, ListOrigin.DETERMINED_HERE, rules, order.today()).ifPresent(error -> {
            throw new CreditException(error, listId);
        });
        var owner = new AgencyId(list.owner());
        if (!mayPropose(list, actor)) {
            throw new CreditException(ListingError.LIST_NOT_YOURS, listId);
        }
        var subject = subjects.get(about);
        if (!list.targets().contains(subject.kind())) {
            throw new CreditException(ListingError.SUBJECT_NOT_TARGETED, listId);
        }
        life.requireOpen(about);
        var grounds = evidence.require(list, about, actor.requiredAgency(), records);
        ages.require(subject, grounds, rules, order.today());
        Conduct.require(list, behaviours, rules);
        if (determinations.running(about, listId) || listed(about, listId)) {
            throw new CreditException(ListingError.ALREADY_LISTED, listId);
        }
        var text = Steps.written(facts, ListingError.TEXT_MISSING);
        var change = changes.open(actor);
        var determination = new Determination(
                new DeterminationId(ids.next()),
                about,
                listId,
                owner,
                actor.requiredAgency(),
                actor.id(),
                records.stream().distinct().toList(),
                lists.publication(list),
                null,
                List.of());
        determinations.add(determination, change);
        conduct.write(determination, behaviours);
        papers.file(determination.id().value(), Paper.of(Paper.Kind.FACTS, text), change);
        steps.took(
                new Steps.Turn(
                        determination, Act.PROPOSE, DeterminationState.PROPOSED, list, rules, order.today(), change),
                order.today());
        return determination.id();
    }

    /** Whether the actor may propose somebody for the list. */
    public static boolean mayPropose(CreditList list, Actor actor) {
        return list.origin() == ListOrigin.DETERMINED_HERE
                && actor.may(Role.DETERMINER)
                && actor.agency() != null
                && (list.kind() == ListKind.INCENTIVE || new AgencyId(list.owner()).equals(actor.agency()));
    }

    private boolean listed(SubjectId subject, ListId list) {
        return listings.inForce(subject, order.now()).stream()
                .anyMatch(listing -> listing.list().equals(list));
    }
}
