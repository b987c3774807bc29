package org.xinheng.platform.listing;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.xinheng.kernel.pack.ListOrigin;
import org.xinheng.platform.audit.Change;
import org.xinheng.platform.audit.Changes;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.record.RecordEnded;
import org.xinheng.platform.record.RecordResumed;
import org.xinheng.platform.record.RecordState;
import org.xinheng.platform.record.RecordSuspended;
import org.xinheng.platform.record.Records;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.RecordId;

/** What happens to a record reaches the listings that rest on it, in the same transaction. */
@Component
class RestingOnRecords {

    private final Listings listings;
    private final ListingEvidence evidence;
    private final Suspensions suspensions;
    private final Records records;
    private final Changes changes;
    private final Order order;

    RestingOnRecords(
            Listings listings,
            ListingEvidence evidence,
            Suspensions suspensions,
            Records records,
            Changes changes,
            Order order) {
        this.listings = listings;
        this.evidence = evidence;
        this.suspensions = suspensions;
        this.records = records;
        this.changes = changes;
        this.order = order;
    }

    @EventListener
    void suspend(RecordSuspended fact) {
        var change = change();
        for (var listing : evidence.restingOn(fact.record())) {
            listings.hold(listing);
            suspensions.set(fact.subject(), listing, true, change);
        }
    }

    @EventListener
    void resume(RecordResumed fact) {
        var change = change();
        for (var listing : evidence.restingOn(fact.record())) {
            listings.hold(listing);
            boolean contested = evidence.of(listing).stream()
                    .filter(record -> !record.equals(fact.record()))
                    .anyMatch(record -> records.get(record, order.now()).suspended());
            if (!contested) {
                suspensions.set(fact.subject(), listing, false, change);
            }
        }
    }

    /**
     * A received listing ends with its record, whatever the reason. A determined one ends when nothing it rests on stands
     * any more; a repaired record stands for what was decided then, and leaving the list is a procedure of its own.
     */
    @EventListener
    void end(RecordEnded fact) {
        var change = change();
        for (var id : evidence.restingOn(fact.record())) {
            listings.hold(id);
            var listing = listings.get(id, order.now());
            if (listing.state() != ListingState.IN_FORCE) {
                continue;
            }
            boolean received = listing.origin() == ListOrigin.RECEIVED;
            boolean never = fact.state() != RecordState.REPAIRED;
            if (received || never && evidence.of(id).stream().allMatch(record -> gone(record, fact))) {
                var state = never ? ListingState.ANNULLED : ListingState.ENDED;
                var lastDay = never ? listing.validFrom() : order.today();
                listings.end(listing, state, lastDay.minusDays(1), change);
            }
        }
    }

    private boolean gone(RecordId record, RecordEnded fact) {
        if (record.equals(fact.record())) {
            return true;
        }
        var state = records.get(record, order.now()).state();
        return state == RecordState.ANNULLED || state == RecordState.WITHDRAWN;
    }

    private Change change() {
        // The transaction has one already: whoever published the fact opened it.
        return changes.open(Actor.platform("listing"));
    }
}
