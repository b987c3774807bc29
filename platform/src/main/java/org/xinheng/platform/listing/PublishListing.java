package org.xinheng.platform.listing;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinheng.kernel.CreditException;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.DeterminationId;
import org.xinheng.platform.subject.Subjects;

/** Puts a listing on the portal: organisations where the item says so, persons only where it names a statute. */
@Component
public class PublishListing {

    private final Determinations determinations;
    private final Steps steps;
    private final ListRules lists;
    private final Listings listings;
    private final Subjects subjects;
    private final Order order;

    PublishListing(
            Determinations determinations,
            Steps steps,
            ListRules lists,
            Listings listings,
            Subjects subjects,
            Order order) {
        this.determinations = determinations;
        this.steps = steps;
        this.lists = lists;
        this.listings = listings;
        this.subjects = subjects;
        this.order = order;
    }

    @Transactional
    public void publish(DeterminationId id, Actor actor) {
        var turn = steps.take(id, Act.PUBLISH, actor);
        var subject = subjects.get(turn.determination().subject());
        if (!lists.mayBePublic(turn.list(), subject.kind(), turn.rules())) {
            throw new CreditException(ListingError.NOT_PUBLIC);
        }
        var listing = determinations
                .listing(id)
                .map(listingId -> listings.get(listingId, order.now()))
                .orElseThrow(() -> new IllegalStateException("decided without a listing: " + id));
        if (!listing.inForceOn(turn.today())) {
            throw new CreditException(ListingError.LISTING_ENDED, listing.id());
        }
        listings.append(listing.published(turn.today()), turn.change());
        turn.change().publish(new ListingPublished(listing.subject(), listing.id(), turn.today()));
        steps.took(turn, turn.today());
    }
}
