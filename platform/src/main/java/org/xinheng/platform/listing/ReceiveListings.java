package org.xinheng.platform.listing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.IdGenerator;
import org.xinheng.kernel.pack.CreditList;
import org.xinheng.kernel.pack.ListOrigin;
import org.xinheng.kernel.pack.Pack;
import org.xinheng.platform.audit.Change;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.casework.CaseDraft;
import org.xinheng.platform.casework.CaseKind;
import org.xinheng.platform.casework.OpenCase;
import org.xinheng.platform.packs.Packs;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.Fact;
import org.xinheng.platform.shared.ListId;
import org.xinheng.platform.shared.ListingId;
import org.xinheng.platform.shared.RecordId;
import org.xinheng.platform.shared.Role;
import org.xinheng.platform.shared.SubjectId;
import org.xinheng.platform.subject.Subject;
import org.xinheng.platform.subject.Subjects;

/**
 * Takes in entries of lists that others determine. A received listing follows its source alone: sent again with other
 * content it gets a new version, with the same content nothing; one that ended stays so.
 */
@Component
public class ReceiveListings {

    private final Listings listings;
    private final ListingEvidence evidence;
    private final ListRules lists;
    private final Subjects subjects;
    private final Packs packs;
    private final Order order;
    private final OpenCase openCase;
    private final Conflicts conflicts;
    private final IdGenerator ids;

    ReceiveListings(
            Listings listings,
            ListingEvidence evidence,
            ListRules lists,
            Subjects subjects,
            Packs packs,
            Order order,
            OpenCase openCase,
            Conflicts conflicts,
            IdGenerator ids) {
        this.openCase = openCase;
        this.conflicts = conflicts;
        this.listings = listings;
        this.evidence = evidence;
        this.lists = lists;
        this.subjects = subjects;
        this.packs = packs;
        this.order = order;
        this.ids = ids;
    }

    /**
     * Why entries of this list are not taken from this actor today; empty when they are. Asked for each list of a file
     * before its rows are taken in, so that a row is refused and not the whole chunk. A list is sent in by its owner, or
     * by a credit office that passes it on.
     */
    public Optional<ErrorCode> refusal(ListId id, Actor actor) {
        var rules = packs.today();
        var list = rules.lists().get(id.value());
        if (list == null) {
            return Optional.of(ListingError.LIST_NOT_FOUND);
        }
        if (!passesOn(list, actor)) {
            return Optional.of(ListingError.LIST_NOT_YOURS);
        }
        return lists.closed(list, ListOrigin.RECEIVED, rules, order.today()).map(error -> error);
    }

    /** The listing of each entry, in their order; of entries with the same record the last one counts. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<ListingId> receive(List<ReceivedEntry> entries, Change change) {
        for (var list : entries.stream().map(ReceivedEntry::list).collect(Collectors.toSet())) {
            refusal(list, change.actor()).ifPresent(error -> {
                throw new CreditException(error, list);
            });
        }
        var rules = packs.today();
        var about = subjects.get(
                entries.stream().map(ReceivedEntry::subject).distinct().toList());
        var last = new LinkedHashMap<RecordId, ReceivedEntry>();
        entries.forEach(entry -> last.put(entry.record(), entry));
        var before = listings.received(last.keySet());
        var now = order.head().moment();
        var ofRecord = new LinkedHashMap<RecordId, ListingId>();
        var fresh = new ArrayList<Listing>();
        var resting = new LinkedHashMap<Listing, List<RecordId>>();
        for (var entry : last.values()) {
            var known = before.get(entry.record());
            var listing = listing(entry, known, published(entry, about, rules), now);
            ofRecord.put(entry.record(), listing.id());
            if (known == null) {
                resting.put(listing, List.of(entry.record()));
                fresh.add(listing);
            } else if (known.state() == ListingState.IN_FORCE
                    && !known.deleted()
                    && !Arrays.equals(known.hash(), listings.contentHash(listing))) {
                fresh.add(listing);
            }
        }
        if (!fresh.isEmpty()) {
            listings.append(fresh, change);
            evidence.rest(resting);
        }
        fresh.forEach(listing -> tell(listing, change));
        conflicts.refer(fresh.stream().filter(listing -> listing.version() == 1).toList(), rules, change);
        fresh.stream()
                .filter(listing -> listing.version() == 1 && !listing.sourceAttested())
                .forEach(listing -> openCase.open(notice(listing), change));
        return entries.stream().map(entry -> required(ofRecord, entry)).toList();
    }

    /** Where its source does not say that the subject was told, we tell it. */
    private static CaseDraft notice(Listing listing) {
        return new CaseDraft(
                CaseKind.RECEIVED_LISTING_NOTICE,
                listing.subject(),
                listing.id().value(),
                AgencyId.CREDIT_OFFICE,
                Role.CREDIT_OFFICE,
                null,
                null);
    }

    private static ListingId required(Map<RecordId, ListingId> listings, ReceivedEntry entry) {
        var listing = listings.get(entry.record());
        if (listing == null) {
            throw new IllegalStateException("an entry without a listing: " + entry);
        }
        return listing;
    }

    private static boolean passesOn(CreditList list, Actor actor) {
        return actor.kind() == Actor.Kind.PLATFORM
                || actor.may(Role.CREDIT_OFFICE)
                || new AgencyId(list.owner()).equals(actor.agency());
    }

    private Listing listing(ReceivedEntry entry, Listings.@Nullable Standing known, boolean published, Instant now) {
        var from = entry.servedOn() == null ? entry.decidedOn() : entry.servedOn();
        return new Listing(
                known == null ? new ListingId(ids.next()) : known.listing(),
                entry.subject(),
                known == null ? 1 : known.version() + 1,
                entry.list(),
                ListOrigin.RECEIVED,
                ListingState.IN_FORCE,
                entry.passedOnBy(),
                entry.decidedOn(),
                entry.servedOn(),
                entry.sourceAttested(),
                from,
                entry.validUntil(),
                published ? from : null,
                false,
                new Listing.Content(entry.document(), entry.authority(), entry.facts()),
                null,
                now);
    }

    private boolean published(ReceivedEntry entry, Map<SubjectId, Subject> about, Pack rules) {
        var subject = about.get(entry.subject());
        return subject != null && lists.mayBePublic(lists.list(entry.list(), rules), subject.kind(), rules);
    }

    private static void tell(Listing l, Change change) {
        Fact fact = l.version() == 1
                ? new ListingEntered(l.subject(), l.id(), l.list(), l.determinedBy(), l.validFrom(), l.validUntil())
                : new ListingCorrected(l.subject(), l.id(), l.list(), l.determinedBy(), l.validFrom(), l.validUntil());
        change.publish(fact);
        LocalDate publicFrom = l.publicFrom();
        if (l.version() == 1 && publicFrom != null) {
            change.publish(new ListingPublished(l.subject(), l.id(), publicFrom));
        }
    }
}
