package org.xinheng.platform.listing;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.pack.ListOrigin;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.record.Records;
import org.xinheng.platform.shared.ListingId;

/** Puts a decided listing into force. */
@Component
class EnterListing {

    private final Determinations determinations;
    private final Listings listings;
    private final ListingEvidence evidence;
    private final NamedPersons named;
    private final Conflicts conflicts;
    private final Suspensions suspensions;
    private final Records records;
    private final Order order;

    EnterListing(
            Determinations determinations,
            Listings listings,
            ListingEvidence evidence,
            NamedPersons named,
            Conflicts conflicts,
            Suspensions suspensions,
            Records records,
            Order order) {
        this.determinations = determinations;
        this.listings = listings;
        this.evidence = evidence;
        this.named = named;
        this.conflicts = conflicts;
        this.suspensions = suspensions;
        this.records = records;
        this.order = order;
    }

    /**
     * From {@code from} for the list's term, its last day included. Where evidence is contested, its joint measures stand
     * still from the start.
     *
     * @param servedOn day of service; null where the list needs none
     * @param said document and facts of the decision; the deciding body is the list's owner
     */
    void enter(
            Steps.Turn turn,
            ListingId id,
            LocalDate decidedOn,
            LocalDate from,
            @Nullable LocalDate servedOn,
            Listing.Content said) {
        var d = turn.determination();
        boolean already = listings.inForce(d.subject(), order.now()).stream()
                .anyMatch(listing -> listing.list().equals(d.list()));
        if (already) {
            throw new CreditException(ListingError.ALREADY_LISTED, d.list());
        }
        var owner = turn.rules().agencies().get(d.agency().value());
        var authority = owner == null ? d.agency().value() : owner.label().zh();
        var term = turn.list().term();
        var until = term == null ? null : from.plus(term).minusDays(1);
        var responsible = d.named();
        if (responsible != null) {
            until = earlier(
                    until, named.organisationListing(responsible, order.now()).validUntil());
        }
        var listing = new Listing(
                id,
                d.subject(),
                1,
                d.list(),
                ListOrigin.DETERMINED_HERE,
                ListingState.IN_FORCE,
                d.agency(),
                decidedOn,
                servedOn,
                servedOn != null,
                from,
                until,
                null,
                false,
                new Listing.Content(said.document(), authority, said.facts()),
                null,
                order.head().moment(),
                determinations.degree(d.id()));
        var change = turn.change();
        listings.append(listing, change);
        evidence.rest(listing, d.evidence());
        change.publish(new ListingEntered(
                listing.subject(),
                id,
                listing.list(),
                listing.determinedBy(),
                listing.validFrom(),
                listing.validUntil()));
        boolean contested = d.evidence().stream()
                .anyMatch(record -> records.get(record, order.now()).suspended());
        if (contested) {
            suspensions.set(listing.subject(), id, true, change);
        }
        conflicts.refer(List.of(listing), turn.rules(), change);
    }

    private static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }
}
