package org.xinheng.platform.disclosure;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xinheng.kernel.pack.Label;
import org.xinheng.kernel.pack.Pack;
import org.xinheng.platform.audit.AsOf;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.shared.SubjectId;
import org.xinheng.platform.subject.SubjectLife;

/** What happened to a subject's records and listings, as far as the reader may know. */
@Component
class Timeline {

    /** Facts that tell a business caller nothing beyond what is in force. */
    private static final Set<String> PLAIN =
            Set.of("RecordReceived", "RecordCorrected", "ListingEntered", "ListingPublished");

    /** What belongs in a subject's file; tips and inquiries do not. */
    private static final List<String> OF_THE_FILE = List.of("Subject", "Record", "Listing", "Determination");

    private final Order order;
    private final Projection projection;
    private final SubjectLife life;

    Timeline(Order order, Projection projection, SubjectLife life) {
        this.life = life;
        this.order = order;
        this.projection = projection;
    }

    private record Shown(Label title, boolean whole) {}

    /** Of the subject and all that are one with it, oldest first. What hangs on a record or listing the reader is not shown is not shown either. */
    List<SubjectFile.Happening> of(
            SubjectId subject,
            Reader reader,
            Pack rules,
            AsOf asOf,
            List<ShownRecord> records,
            List<ShownListing> listings) {
        var shown = new HashMap<UUID, Shown>();
        records.forEach(record -> shown.put(
                record.id().value(),
                new Shown(record.itemName(), reader.towards(record.authority()).seesWhatStandsStill())));
        listings.forEach(listing -> shown.put(
                listing.id().value(),
                new Shown(
                        listing.listName(), reader.towards(listing.authority()).seesWhatStandsStill())));
        return life.group(subject, asOf.knownAt()).stream()
                .flatMap(one -> order.of(one, asOf.knownAt()).stream())
                .sorted(Comparator.comparingLong(Order.Entry::position))
                .filter(entry -> visible(entry, reader, shown))
                .map(entry -> happening(entry, reader, rules, shown))
                .toList();
    }

    private static boolean visible(Order.Entry entry, Reader reader, Map<UUID, Shown> shown) {
        if (OF_THE_FILE.stream().noneMatch(entry.type()::startsWith)) {
            return false;
        }
        var about = shown.get(entry.reference());
        return about == null ? reader.audience().seesWhatStandsStill() : about.whole() || PLAIN.contains(entry.type());
    }

    private SubjectFile.Happening happening(Order.Entry entry, Reader reader, Pack rules, Map<UUID, Shown> shown) {
        var about = shown.get(entry.reference());
        return new SubjectFile.Happening(
                entry.moment(),
                entry.type(),
                entry.reference(),
                about == null ? null : about.title(),
                reader.audience().seesWhatStandsStill() ? agency(entry.actor(), rules) : null);
    }

    /** The last part of kind, account and agency; the account itself is for the audit page. */
    private @Nullable String agency(String actor, Pack rules) {
        return Stream.of(actor.substring(actor.lastIndexOf(':') + 1))
                .filter(id -> !id.isEmpty())
                .map(id -> projection.agencyName(id, rules))
                .findFirst()
                .orElse(null);
    }
}
