package org.xinheng.platform.disclosure;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.listing.Listing;
import org.xinheng.platform.packs.Packs;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.subject.Subject;

/**
 * A single listing as an officer may see it. Whoever once had its id, from a prompt or a task, learns no more by it than
 * from the subject's file: to other departments a listing that has ended or stands still is absent.
 */
@Component
public class ListingReading {

    private final Projection projection;
    private final Packs packs;
    private final Order order;

    ListingReading(Projection projection, Packs packs, Order order) {
        this.projection = projection;
        this.packs = packs;
        this.order = order;
    }

    /**
     * Empty for whom it is absent.
     *
     * @param own whether the officer's agency answers for the list or has something to do about the listing
     */
    public Optional<ShownListing> shown(Listing listing, Subject subject, boolean own, Actor actor) {
        var rules = packs.today();
        var reader = own ? new Reader(Audience.SOURCE, actor.requiredAgency()) : Reader.of(actor, rules);
        return projection.listings(reader, subject, List.of(listing), rules, order.now()).stream()
                .findFirst();
    }
}
