package org.xinheng.platform.disclosure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.pack.ListKind;
import org.xinheng.platform.access.Permission;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.listing.Listing;
import org.xinheng.platform.listing.ListingError;
import org.xinheng.platform.listing.Listings;
import org.xinheng.platform.packs.Packs;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.ListId;
import org.xinheng.platform.shared.ListingId;
import org.xinheng.platform.shared.Role;
import org.xinheng.platform.shared.SubjectId;
import org.xinheng.platform.subject.Subjects;

/**
 * Whole lists for registered recipients (登记接收单位): organisations on an incentive or serious list, in force and not
 * contested. Persons, sole traders and watch lists are never in it. Whatever ends later reaches the recipient as a change.
 */
@Component
class BulkLists {

    private static final String PURPOSE = "批量获取名单";
    private static final int PAGE = 500;

    private final Packs packs;
    private final Order order;
    private final Listings listings;
    private final Subjects subjects;
    private final Projection projection;
    private final Ledger ledger;

    BulkLists(Packs packs, Order order, Listings listings, Subjects subjects, Projection projection, Ledger ledger) {
        this.packs = packs;
        this.order = order;
        this.listings = listings;
        this.subjects = subjects;
        this.projection = projection;
        this.ledger = ledger;
    }

    /**
     * An organisation on the list.
     *
     * @param reference the listing, by which a later change names it
     * @param until last day; null = until ended
     */
    record Entry(
            UUID reference,
            String list,
            @Nullable String code,
            String name,
            String determinedBy,
            @Nullable String document,
            LocalDate decidedOn,
            @Nullable LocalDate until) {}

    /** @param last behind what to go on; null at the end */
    record Page(List<Entry> entries, @Nullable ListingId last) {}

    /** Written down before it is given out. */
    @Transactional
    Page page(ListId id, @Nullable ListingId after, Actor client) {
        Permission.require(client, Role.RECIPIENT);
        var asOf = order.now();
        var recipient = Recipient.of(client, packs.inForce(asOf), asOf);
        var list = recipient.rules().lists().get(id.value());
        if (list == null || list.kind() == ListKind.WATCH) {
            throw new CreditException(ListingError.LIST_NOT_FOUND, id);
        }
        var found = listings.entries(id, asOf, after, PAGE);
        var known = subjects.get(found.stream().map(Listing::subject).toList());
        var entries = new ArrayList<Entry>();
        var held = new HashMap<SubjectId, List<UUID>>();
        for (var listing : found) {
            var subject = known.get(listing.subject());
            if (subject == null || subject.kind().personal()) {
                continue;
            }
            for (var shown :
                    projection.listings(recipient.reader(), subject, List.of(listing), recipient.rules(), asOf)) {
                if (!projection
                        .standing(recipient.reader(), subject, listing, recipient.rules(), asOf)
                        .seen()) {
                    continue;
                }
                entries.add(new Entry(
                        listing.id().value(),
                        id.value(),
                        subject.code(),
                        subject.name(),
                        shown.determinedBy(),
                        shown.document(),
                        shown.decidedOn(),
                        shown.until()));
                held.computeIfAbsent(subject.id(), _ -> new ArrayList<>())
                        .add(listing.id().value());
            }
        }
        ledger.leaves(Copy.Kind.BULK, held, asOf, PURPOSE, client);
        return new Page(entries, found.size() < PAGE ? null : found.getLast().id());
    }
}
