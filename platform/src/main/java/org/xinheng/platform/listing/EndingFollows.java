package org.xinheng.platform.listing;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.xinheng.kernel.pack.SubjectKind;
import org.xinheng.platform.audit.Changes;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.subject.SubjectAmended;
import org.xinheng.platform.subject.Subjects;

/** What an end brings with it: persons leave with the organisation they were named for; the dead leave every list. */
@Component
class EndingFollows {

    private final Determinations determinations;
    private final Listings listings;
    private final NamedPersons named;
    private final Steps steps;
    private final Subjects subjects;
    private final Changes changes;
    private final Order order;

    EndingFollows(
            Determinations determinations,
            Listings listings,
            NamedPersons named,
            Steps steps,
            Subjects subjects,
            Changes changes,
            Order order) {
        this.determinations = determinations;
        this.listings = listings;
        this.named = named;
        this.steps = steps;
        this.subjects = subjects;
        this.changes = changes;
        this.order = order;
    }

    @EventListener
    void organisationLeft(ListingEnded fact) {
        var listing = listings.get(fact.listing(), order.now());
        named.organisationEnded(listing, fact.state(), changes.open(Actor.platform("listing")));
    }

    /** Nothing was decided about the organisation: no decision names whoever was proposed with it. */
    @EventListener
    void nothingWasDecided(DeterminationMoved fact) {
        if (fact.state().ended()) {
            named.namesNobody(fact.determination(), changes.open(Actor.platform("listing")));
        }
    }

    /**
     * Nothing is determined about whoever is no more. What stands on lists about a person or sole trader ends; about an
     * organisation it stays until its term, since who took it over may still answer for it elsewhere.
     */
    @EventListener
    void subjectClosed(SubjectAmended fact) {
        if (!fact.kind().closes()) {
            return;
        }
        var change = changes.open(Actor.platform("listing"));
        for (var id : determinations.running(fact.subject())) {
            if (Course.mayLapse(determinations.get(id).state())) {
                steps.lapse(id, change);
            }
        }
        var kind = subjects.get(fact.subject()).kind();
        if (kind != SubjectKind.PERSON && kind != SubjectKind.SOLE_TRADER) {
            return;
        }
        for (var listing : listings.of(fact.subject(), order.now())) {
            boolean own = listing.subject().equals(fact.subject());
            if (own && listing.state() == ListingState.IN_FORCE) {
                listings.hold(listing.id());
                listings.end(listing, ListingState.ENDED, order.today().minusDays(1), change);
            }
        }
    }
}
