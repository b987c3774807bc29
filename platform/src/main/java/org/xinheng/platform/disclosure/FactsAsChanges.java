package org.xinheng.platform.disclosure;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xinheng.platform.audit.AsOf;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.listing.Listings;
import org.xinheng.platform.record.Records;
import org.xinheng.platform.shared.ListingId;
import org.xinheng.platform.shared.RecordId;
import org.xinheng.platform.shared.SubjectId;
import org.xinheng.platform.subject.Subject;
import org.xinheng.platform.subject.Subjects;
import org.xinheng.platform.vault.Vault;

/**
 * What the facts of the one order are to one recipient.
 *
 * <p>What begins is told when the recipient may see it today, so that nobody reads in old facts who once was listed. What
 * ends is told to whoever holds a copy from before, whatever else it may see, and to the source. To all but the source and
 * the province a suspension, an exit and a repair are the same change; and who did not hold what was resumed is told of it
 * once, as if it began then, so that the facts before it do not show that it was contested. Where a decision or court
 * itself orders something the listing goes on while it is contested: its effect changes, as it does by a correction.
 */
@Component
class FactsAsChanges {

    private static final List<String> RESUMPTIONS = List.of("RecordResumed", "ListingResumed");

    private final Order order;
    private final Listings listings;
    private final Records records;
    private final Subjects subjects;
    private final Projection projection;
    private final Ledger ledger;
    private final Vault vault;
    private final Clock clock;

    FactsAsChanges(
            Order order,
            Listings listings,
            Records records,
            Subjects subjects,
            Projection projection,
            Ledger ledger,
            Vault vault,
            Clock clock) {
        this.order = order;
        this.listings = listings;
        this.records = records;
        this.subjects = subjects;
        this.projection = projection;
        this.ledger = ledger;
        this.vault = vault;
        this.clock = clock;
    }

    /**
     * One fact with what it is to the recipient.
     *
     * @param standing how the thing stands now
     */
    record Told(Order.Entry fact, Subject subject, Standing standing, List<ChangeType> types) {

        ChangeCursor cursor(int part) {
            return new ChangeCursor(fact.position(), part);
        }
    }

    /** Those of the facts that are changes to the recipient, in order. */
    List<Told> of(List<Order.Entry> facts, Recipient recipient) {
        var about = facts.stream().filter(FactsAsChanges::ofRecordOrListing).toList();
        var known = subjects.get(
                about.stream().map(FactsAsChanges::subject).distinct().toList());
        var held =
                ledger.held(known.keySet(), listings(about), recipient.client().id());
        var resumed = order.latest(
                about.stream().map(Order.Entry::reference).distinct().toList(), RESUMPTIONS);
        var told = new ArrayList<Told>();
        for (var fact : about) {
            var subject = known.get(subject(fact));
            var standing =
                    subject == null ? Optional.<Standing>empty() : standing(fact, subject, recipient, recipient.asOf());
            if (subject != null && standing.isPresent()) {
                var types = types(fact, subject, standing.get(), held, resumed.get(fact.reference()), recipient);
                if (!types.isEmpty()) {
                    told.add(new Told(fact, subject, standing.get(), types));
                }
            }
        }
        return told;
    }

    /** As the recipient reads it. */
    ShownChange shown(Told told, int part, Recipient recipient) {
        var type = told.types().get(part);
        return new ShownChange(
                told.cursor(part).toString(),
                type,
                projection.whom(told.subject(), opaque(told.subject().id(), recipient)),
                told.fact().reference(),
                told.standing().definition(),
                type.withdraws() && type != ChangeType.RECORD_CORRECTED
                        ? null
                        : told.standing().until(),
                told.fact().moment());
    }

    /** Says nothing about who it is, and something else to each agency. */
    UUID opaque(SubjectId subject, Recipient recipient) {
        var hash =
                ByteBuffer.wrap(vault.hash("opaque-subject", recipient.client().requiredAgency() + "\u0000" + subject));
        return new UUID(
                hash.getLong() & 0xFFFF_FFFF_FFFF_0FFFL | 0x8000L,
                hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L);
    }

    /** @param resumed when it was last resumed after being contested; null = never */
    private List<ChangeType> types(
            Order.Entry fact,
            Subject subject,
            Standing now,
            Collection<Ledger.Held> held,
            @Nullable Instant resumed,
            Recipient recipient) {
        boolean own = recipient.own(now);
        boolean why = recipient.toldWhy(now);
        // Of persons and sole traders nothing goes unasked to anybody but the source.
        boolean may = own || !subject.kind().personal() && now.seen() && recipient.mayHaveUnasked(now);
        boolean holds = own || holds(held, fact, fact.moment());
        boolean begins =
                may && (why || resumed == null || !resumed.isAfter(fact.moment()) || holds(held, fact, resumed));
        return switch (fact.type()) {
            case "RecordReceived" -> when(begins, ChangeType.RECORD_PUBLISHED);
            case "RecordResumed" -> when(begins, why ? ChangeType.RESUMED : ChangeType.RECORD_PUBLISHED);
            case "RecordCorrected" ->
                when(begins || held.stream().anyMatch(copy -> copy.of(fact)), ChangeType.RECORD_CORRECTED);
            case "RecordEnded" ->
                when(holds && (why || seenBefore(fact, subject, recipient)), ChangeType.RECORD_WITHDRAWN);
            case "RecordSuspended" ->
                when(
                        holds && (why || seenBefore(fact, subject, recipient)),
                        why ? ChangeType.SUSPENDED : ChangeType.RECORD_WITHDRAWN);
            case "ListingEntered" -> when(begins, ChangeType.LISTING_ENTERED, ChangeType.EFFECT_STARTED);
            // Only they could not see it before it stood on the portal.
            case "ListingPublished" ->
                when(
                        begins && recipient.reader().audience().outside(),
                        ChangeType.LISTING_ENTERED,
                        ChangeType.EFFECT_STARTED);
            case "ListingResumed" -> resumed(why, holds, begins, seenBefore(fact, subject, recipient));
            case "ListingCorrected" -> {
                var types = new ArrayList<ChangeType>();
                types.addAll(when(holds && seenBefore(fact, subject, recipient), ChangeType.EFFECT_STOPPED));
                types.addAll(when(begins || holds && now.seen(), ChangeType.EFFECT_STARTED));
                yield types;
            }
            case "ListingSuspended" -> {
                var types = stopped(ChangeType.SUSPENDED, why, holds, fact, subject, recipient);
                // What a decision or court itself orders goes on: to whoever is not told why, as a correction would
                // look.
                yield !types.isEmpty() && now.seen() && seenAfter(fact, subject, recipient)
                        ? plus(types, ChangeType.EFFECT_STARTED)
                        : types;
            }
            case "ListingEnded" -> stopped(ChangeType.LISTING_ENDED, why, holds, fact, subject, recipient);
            default -> List.of();
        };
    }

    /** @param went whether an order went on meanwhile: then only what follows changed */
    private static List<ChangeType> resumed(boolean why, boolean holds, boolean begins, boolean went) {
        if (!holds) {
            return when(begins, why ? ChangeType.RESUMED : ChangeType.LISTING_ENTERED, ChangeType.EFFECT_STARTED);
        }
        var types = new ArrayList<ChangeType>();
        types.addAll(when(begins && why, ChangeType.RESUMED));
        types.addAll(when(begins && went, ChangeType.EFFECT_STOPPED));
        types.addAll(when(begins, ChangeType.EFFECT_STARTED));
        return types;
    }

    private static List<ChangeType> plus(List<ChangeType> types, ChangeType one) {
        var more = new ArrayList<>(types);
        more.add(one);
        return more;
    }

    private List<ChangeType> stopped(
            ChangeType reason, boolean why, boolean holds, Order.Entry fact, Subject subject, Recipient recipient) {
        if (!holds) {
            return List.of();
        }
        var types = new ArrayList<ChangeType>();
        if (why) {
            types.add(reason);
        }
        // What stands still already has nothing more to stop, and saying so again would tell one end from another.
        if (seenBefore(fact, subject, recipient)) {
            types.add(ChangeType.EFFECT_STOPPED);
        }
        return types;
    }

    private static boolean holds(Collection<Ledger.Held> held, Order.Entry fact, Instant before) {
        return held.stream().anyMatch(copy -> copy.of(fact) && copy.knownAt().isBefore(before));
    }

    private static List<ChangeType> when(boolean so, ChangeType... types) {
        return so ? List.of(types) : List.of();
    }

    /** Whether it counted for the recipient just before the fact. */
    private boolean seenBefore(Order.Entry fact, Subject subject, Recipient recipient) {
        return at(fact.moment().minus(1, ChronoUnit.MICROS), fact, subject, recipient)
                .filter(Standing::counts)
                .isPresent();
    }

    /** Whether the recipient could see it once the fact had happened. */
    private boolean seenAfter(Order.Entry fact, Subject subject, Recipient recipient) {
        return at(fact.moment(), fact, subject, recipient)
                .filter(Standing::seen)
                .isPresent();
    }

    private Optional<Standing> at(Instant moment, Order.Entry fact, Subject subject, Recipient recipient) {
        var day = LocalDate.ofInstant(fact.moment(), clock.getZone());
        var today = recipient.asOf().day();
        return standing(fact, subject, recipient, new AsOf(day.isAfter(today) ? today : day, moment));
    }

    private Optional<Standing> standing(Order.Entry fact, Subject subject, Recipient recipient, AsOf asOf) {
        return ofListing(fact)
                ? listings.find(new ListingId(fact.reference()), asOf)
                        .map(listing ->
                                projection.standing(recipient.reader(), subject, listing, recipient.rules(), asOf))
                : records.find(new RecordId(fact.reference()), asOf)
                        .map(record ->
                                projection.standing(recipient.reader(), subject, record, recipient.rules(), asOf));
    }

    static List<ListingId> listings(Collection<Order.Entry> facts) {
        return facts.stream()
                .filter(FactsAsChanges::ofListing)
                .map(fact -> new ListingId(fact.reference()))
                .distinct()
                .toList();
    }

    private static boolean ofRecordOrListing(Order.Entry fact) {
        return fact.subject() != null && (ofListing(fact) || fact.type().startsWith("Record"));
    }

    private static boolean ofListing(Order.Entry fact) {
        return fact.type().startsWith("Listing");
    }

    private static SubjectId subject(Order.Entry fact) {
        return Objects.requireNonNull(fact.subject());
    }
}
