package org.xinheng.platform.disclosure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinheng.kernel.CreditException;
import org.xinheng.platform.audit.AsOf;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.listing.Listing;
import org.xinheng.platform.listing.Listings;
import org.xinheng.platform.packs.Packs;
import org.xinheng.platform.record.Records;
import org.xinheng.platform.record.StoredRecord;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.ListId;
import org.xinheng.platform.shared.ListingId;
import org.xinheng.platform.shared.SubjectId;
import org.xinheng.platform.subject.Subject;
import org.xinheng.platform.subject.Subjects;

/**
 * Where a new recipient of changes begins: what is in force of organisations and it may see, a page at a time, and the
 * place of the feed to go on from. Pages are read as of now, each; what changes meanwhile stands in the feed behind the
 * place the first page named, so nothing is missed.
 */
@Component
public class ChangeSnapshot {

    private static final String PURPOSE = "初始数据";
    private static final int PAGE = 500;
    private static final UUID FIRST = new UUID(0, 0);
    private static final Pattern PLACE = Pattern.compile(
            "(?<position>\\d{1,18})~(?:l~(?<list>[a-z0-9-]{1,80})~|r~(?<subject>[0-9a-f-]{36})~)(?<id>[0-9a-f-]{36})");

    private final Order order;
    private final Packs packs;
    private final Listings listings;
    private final Records records;
    private final Subjects subjects;
    private final Projection projection;
    private final FactsAsChanges facts;
    private final Ledger ledger;

    ChangeSnapshot(
            Order order,
            Packs packs,
            Listings listings,
            Records records,
            Subjects subjects,
            Projection projection,
            FactsAsChanges facts,
            Ledger ledger) {
        this.order = order;
        this.packs = packs;
        this.listings = listings;
        this.records = records;
        this.subjects = subjects;
        this.projection = projection;
        this.facts = facts;
        this.ledger = ledger;
    }

    /**
     * @param next what to pass as {@code after} for the following page; null on the last
     * @param cursor where to go on in the feed of changes once all pages are read
     */
    record Page(List<ShownChange> changes, @Nullable String next, String cursor) {}

    /**
     * How far the pages have come.
     *
     * @param list the list being read; null when the lists are done
     */
    private record Place(long position, @Nullable String list, UUID subject, UUID id) {

        static Place parse(String text) {
            var place = PLACE.matcher(text);
            if (!place.matches()) {
                throw new CreditException(DisclosureError.CURSOR_INVALID);
            }
            try {
                var subject = place.group("subject");
                return new Place(
                        Long.parseLong(place.group("position")),
                        place.group("list"),
                        subject == null ? FIRST : UUID.fromString(subject),
                        UUID.fromString(place.group("id")));
            } catch (IllegalArgumentException e) {
                throw new CreditException(DisclosureError.CURSOR_INVALID);
            }
        }

        @Override
        public String toString() {
            return position + "~" + (list == null ? "r~" + subject : "l~" + list) + "~" + id;
        }
    }

    /** @param after where the page before ended; null for the first */
    @Transactional
    Page page(@Nullable String after, Actor client) {
        var head = order.head();
        var asOf = new AsOf(order.today(), head.moment());
        var recipient = Recipient.of(client, packs.inForce(asOf), asOf);
        var lists = List.copyOf(recipient.rules().lists().keySet());
        Place place = after == null
                ? new Place(head.position(), lists.isEmpty() ? null : lists.getFirst(), FIRST, FIRST)
                : Place.parse(after);
        var changes = new ArrayList<ShownChange>();
        var held = new HashMap<SubjectId, List<UUID>>();
        Place next = place;
        while (next != null && changes.size() < PAGE) {
            next = next.list() == null
                    ? readRecords(next, recipient, changes, held)
                    : readList(next, lists, recipient, changes, held);
        }
        ledger.leaves(Copy.Kind.SNAPSHOT, held, asOf, PURPOSE, client);
        return new Page(
                changes,
                next == null ? null : next.toString(),
                ChangeCursor.behind(place.position()).toString());
    }

    private Place readList(
            Place place,
            List<String> lists,
            Recipient recipient,
            List<ShownChange> changes,
            Map<SubjectId, List<UUID>> held) {
        var list = new ListId(String.valueOf(place.list()));
        var found = listings.entries(
                list, recipient.asOf(), place.id().equals(FIRST) ? null : new ListingId(place.id()), PAGE);
        var known = subjects.get(found.stream().map(Listing::subject).toList());
        for (var listing : found) {
            var subject = known.get(listing.subject());
            if (subject != null) {
                var standing =
                        projection.standing(recipient.reader(), subject, listing, recipient.rules(), recipient.asOf());
                add(
                        ChangeType.LISTING_ENTERED,
                        subject,
                        listing.id().value(),
                        standing,
                        new Source(place.position(), listing.recordedAt(), recipient),
                        changes,
                        held);
            }
        }
        if (found.size() == PAGE) {
            return new Place(
                    place.position(), list.value(), FIRST, found.getLast().id().value());
        }
        int following = lists.indexOf(list.value()) + 1;
        // A list that a release has taken away meanwhile: its entries bring nothing, the records come next.
        return new Place(
                place.position(),
                following == 0 || following == lists.size() ? null : lists.get(following),
                FIRST,
                FIRST);
    }

    private @Nullable Place readRecords(
            Place place, Recipient recipient, List<ShownChange> changes, Map<SubjectId, List<UUID>> held) {
        var found = records.ofOrganisations(recipient.asOf(), null, place.subject(), place.id(), PAGE);
        var known = subjects.get(
                found.stream().map(StoredRecord::subject).distinct().toList());
        for (var record : found) {
            var subject = known.get(record.subject());
            if (subject != null) {
                var standing =
                        projection.standing(recipient.reader(), subject, record, recipient.rules(), recipient.asOf());
                add(
                        ChangeType.RECORD_PUBLISHED,
                        subject,
                        record.id().value(),
                        standing,
                        new Source(place.position(), record.receivedAt(), recipient),
                        changes,
                        held);
            }
        }
        return found.size() < PAGE
                ? null
                : new Place(
                        place.position(),
                        null,
                        found.getLast().subject().value(),
                        found.getLast().id().value());
    }

    private record Source(long position, Instant moment, Recipient recipient) {}

    private void add(
            ChangeType type,
            Subject subject,
            UUID reference,
            Standing standing,
            Source source,
            List<ShownChange> changes,
            Map<SubjectId, List<UUID>> held) {
        var recipient = source.recipient();
        if (subject.kind().personal() || !standing.seen() || !recipient.mayHaveUnasked(standing)) {
            return;
        }
        changes.add(new ShownChange(
                ChangeCursor.behind(source.position()).toString(),
                type,
                projection.whom(subject, facts.opaque(subject.id(), recipient)),
                reference,
                standing.definition(),
                standing.until(),
                source.moment()));
        held.computeIfAbsent(subject.id(), _ -> new ArrayList<>()).add(reference);
    }
}
