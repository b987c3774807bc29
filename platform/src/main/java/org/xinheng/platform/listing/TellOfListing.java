package org.xinheng.platform.listing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinheng.kernel.CreditException;
import org.xinheng.platform.access.Permission;
import org.xinheng.platform.audit.Changes;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.casework.CaseKind;
import org.xinheng.platform.casework.CaseworkError;
import org.xinheng.platform.casework.CloseCase;
import org.xinheng.platform.casework.Inbox;
import org.xinheng.platform.casework.Paper;
import org.xinheng.platform.casework.Papers;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.ListingId;

/** Tells a subject that it stands on a list, where the source does not say that it did (列入告知; promise 2). */
@Component
public class TellOfListing {

    private final Listings listings;
    private final Inbox inbox;
    private final Papers papers;
    private final CloseCase closeCase;
    private final Changes changes;
    private final Order order;

    TellOfListing(Listings listings, Inbox inbox, Papers papers, CloseCase closeCase, Changes changes, Order order) {
        this.listings = listings;
        this.inbox = inbox;
        this.papers = papers;
        this.closeCase = closeCase;
        this.changes = changes;
        this.order = order;
    }

    /** The case that waits for it; empty where nobody has to tell anybody. */
    public Optional<Inbox.Line> waits(ListingId id) {
        return inbox.about(List.of(id.value())).getOrDefault(id.value(), List.of()).stream()
                .filter(line -> line.kind() == CaseKind.RECEIVED_LISTING_NOTICE)
                .findFirst();
    }

    /**
     * Records that it was done, which ends the case.
     *
     * @param on the day it reached the subject
     * @param text what was said, and how it was served
     */
    @Transactional
    public void tell(ListingId id, LocalDate on, String text, Actor actor) {
        var listing = listings.get(id, order.now());
        var waits = waits(id).orElseThrow(() -> new CreditException(CaseworkError.CASE_NOT_OPEN, id));
        Permission.require(actor, waits.role());
        Permission.requireAgency(actor, waits.agency());
        Steps.requireDay(on, listing.decidedOn(), order.today());
        var said = Steps.written(text, ListingError.TEXT_MISSING);
        var change = changes.open(actor);
        papers.file(id.value(), new Paper(Paper.Kind.LISTING_NOTICE, null, said, on, null), change);
        closeCase.close(id.value(), change, CaseKind.RECEIVED_LISTING_NOTICE);
    }
}
