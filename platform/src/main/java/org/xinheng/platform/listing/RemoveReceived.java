package org.xinheng.platform.listing;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.pack.ListOrigin;
import org.xinheng.platform.audit.Changes;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.record.EndRecord;
import org.xinheng.platform.record.RecordState;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.RecordId;

/**
 * A source takes its entry off a list it sent in (移出): from that day on it counts for nothing. Sent in again it stays
 * removed; a new decision is a new entry. What the source finds to have been wrong it revokes instead.
 */
@Component
public class RemoveReceived {

    private final Listings listings;
    private final ListingEvidence evidence;
    private final EndRecord endRecord;
    private final Changes changes;
    private final Order order;

    RemoveReceived(Listings listings, ListingEvidence evidence, EndRecord endRecord, Changes changes, Order order) {
        this.listings = listings;
        this.evidence = evidence;
        this.endRecord = endRecord;
        this.changes = changes;
        this.order = order;
    }

    /** Whether a record is an entry of a list that was received. */
    public boolean removable(RecordId record) {
        return evidence.restingOn(record).stream()
                .anyMatch(id -> listings.get(id, order.now()).origin() == ListOrigin.RECEIVED);
    }

    /**
     * @param record the record the entry came with
     * @param removedOn the first day on which it does not stand there any more
     */
    @Transactional
    public void remove(RecordId record, LocalDate removedOn, Actor actor) {
        if (!removable(record)) {
            throw new CreditException(ListingError.NOT_RECEIVED_FROM_SOURCE);
        }
        if (removedOn.isAfter(order.today())) {
            throw new CreditException(ListingError.DAY_OUT_OF_ORDER, removedOn);
        }
        var change = changes.open(actor);
        for (var id : evidence.restingOn(record)) {
            listings.hold(id);
            var listing = listings.get(id, order.now());
            if (listing.origin() == ListOrigin.RECEIVED && listing.state() == ListingState.IN_FORCE) {
                listings.end(listing, ListingState.ENDED, removedOn.minusDays(1), change);
            }
        }
        endRecord.end(record, RecordState.REPAIRED, actor);
    }
}
