package org.xinheng.platform.disclosure;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xinheng.kernel.identifier.IdentifierScan;
import org.xinheng.kernel.identifier.Mask;
import org.xinheng.kernel.pack.BasisRule;
import org.xinheng.kernel.pack.CreditList;
import org.xinheng.kernel.pack.EntryState;
import org.xinheng.kernel.pack.Field;
import org.xinheng.kernel.pack.FieldRole;
import org.xinheng.kernel.pack.FieldType;
import org.xinheng.kernel.pack.Item;
import org.xinheng.kernel.pack.ItemKind;
import org.xinheng.kernel.pack.Label;
import org.xinheng.kernel.pack.ListKind;
import org.xinheng.kernel.pack.MeasureOrigin;
import org.xinheng.kernel.pack.Pack;
import org.xinheng.kernel.pack.Polarity;
import org.xinheng.platform.audit.AsOf;
import org.xinheng.platform.listing.Listing;
import org.xinheng.platform.measure.Measures;
import org.xinheng.platform.record.StoredRecord;
import org.xinheng.platform.subject.Subject;
import org.xinheng.platform.vault.Opened;

/**
 * Who may see what: the one place that turns what is stored into what an audience is shown. House rule: no other class
 * projects a record, a listing or a subject for a reader, so that a leak can only be here.
 *
 * <p>Outside readers get what is published and in force, in the columns the item declares open; persons and sole traders
 * only where the item names a statute in force. Departments get what is in force. To both, what is contested or has
 * ended is absent, so that objecting or having repaired marks nobody; to departments a contested listing stays what it
 * was where a decision or court itself orders something, which goes on. Names and codes of persons are masked for all but
 * the source and the subject itself; numbers of persons in free text for all but the source.
 */
@Component
public class Projection {

    private static final Reader BUSINESS = new Reader(Audience.DEPARTMENT, null);

    private final Measures measures;

    Projection(Measures measures) {
        this.measures = measures;
    }

    /** The organisation as a search shows it. */
    PublicSubjects.Found found(Subject subject) {
        if (subject.code() == null) {
            throw new IllegalArgumentException("only organisations are found by a search");
        }
        return new PublicSubjects.Found(subject.code(), subject.name());
    }

    /** The public page of an organisation. */
    PublicSubject forPublic(
            Subject subject, List<StoredRecord> records, List<Listing> listings, Pack rules, AsOf asOf) {
        if (subject.code() == null) {
            throw new IllegalArgumentException("persons and sole traders have no public page");
        }
        var shown = records(Reader.PUBLIC, subject, records, rules, asOf);
        return new PublicSubject(
                subject.code(),
                subject.name(),
                subject.kind(),
                only(shown, kind -> kind == ItemKind.LICENCE),
                only(shown, kind -> kind == ItemKind.PENALTY),
                // A received entry stands among the lists already.
                only(shown, kind -> kind == ItemKind.HONOUR || kind == ItemKind.COMMITMENT),
                listings(Reader.PUBLIC, subject, listings, rules, asOf),
                asOf.knownAt(),
                rules.release());
    }

    /** A place on a public list; empty where it may not stand there. */
    Optional<PublicListEntry> entry(Listing listing, Subject subject, CreditList list, Pack rules, LocalDate day) {
        return visible(Reader.PUBLIC, subject, listing, list, rules, day)
                ? Optional.of(new PublicListEntry(
                        subject.code(),
                        subject.name(),
                        decidedBy(listing, rules, Audience.PUBLIC),
                        listing.content() == null
                                ? null
                                : text(listing.content().document(), Audience.PUBLIC),
                        listing.decidedOn(),
                        listing.validUntil()))
                : Optional.empty();
    }

    /** Those of the subject's records that the reader may see, as the reader may see them. */
    List<ShownRecord> records(Reader reader, Subject subject, List<StoredRecord> records, Pack rules, AsOf asOf) {
        return records.stream()
                .filter(record ->
                        visible(reader.towards(record.authority()), subject, record, item(record, rules), rules, asOf))
                .map(record ->
                        shown(reader.towards(record.authority()), subject, record, item(record, rules), rules, asOf))
                .toList();
    }

    /** Those of the subject's listings that the reader may see, as the reader may see them. */
    List<ShownListing> listings(Reader reader, Subject subject, List<Listing> listings, Pack rules, AsOf asOf) {
        return listings.stream()
                .filter(listing -> visible(
                        reader,
                        subject,
                        listing,
                        rules.lists().get(listing.list().value()),
                        rules,
                        asOf.day()))
                .map(listing -> shown(reader.towards(listing.determinedBy()), listing, rules, asOf))
                .toList();
    }

    /**
     * How a record stands for a recipient who is told of changes: seen is what counts for business, for the source of a
     * decision too, who would otherwise see it whatever became of it.
     */
    Standing standing(Reader reader, Subject subject, StoredRecord record, Pack rules, AsOf asOf) {
        var item = item(record, rules);
        boolean counts = visible(Audience.DEPARTMENT, subject, record, item, rules, asOf);
        return new Standing(
                record.authority(),
                counts,
                counts
                        && (!reader.audience().outside()
                                || visible(reader.audience(), subject, record, item, rules, asOf)),
                item == null || item.polarity() == Polarity.NEGATIVE,
                record.item().value(),
                record.validUntil());
    }

    /** The same of a listing. */
    Standing standing(Reader reader, Subject subject, Listing listing, Pack rules, AsOf asOf) {
        var list = rules.lists().get(listing.list().value());
        boolean counts = visible(BUSINESS, subject, listing, list, rules, asOf.day());
        return new Standing(
                listing.determinedBy(),
                counts,
                counts && (!reader.audience().outside() || visible(reader, subject, listing, list, rules, asOf.day())),
                list == null || list.kind() != ListKind.INCENTIVE,
                listing.list().value(),
                listing.validUntil());
    }

    /** Whom a change is about; of persons and sole traders no code, and an id that differs from recipient to recipient. */
    SubjectFile.Whom whom(Subject subject, UUID opaque) {
        return new SubjectFile.Whom(
                subject.kind().personal() ? opaque : subject.id().value(),
                subject.kind(),
                subject.code(),
                subject.name());
    }

    /** Watch lists are for officers; a list without sufficient basis is shown to nobody outside. */
    boolean listPublic(CreditList list, Pack rules, LocalDate day) {
        return list.kind() != ListKind.WATCH
                && list.state() == EntryState.ACTIVE
                && BasisRule.lack(list, rules.documents(), day, rules.division())
                        .isEmpty();
    }

    /** Whether persons and sole traders may stand on the public list: all that it rests on names a statute. */
    boolean personsPublic(CreditList list, Pack rules, LocalDate day) {
        return !list.evidence().isEmpty()
                && list.evidence().stream()
                        .allMatch(item -> personsPublic(rules.items().get(item), rules, day));
    }

    /** The name of an agency, or its id where the rules do not know it. */
    String agencyName(String agency, Pack rules) {
        var known = rules.agencies().get(agency);
        return known == null ? agency : known.label().zh();
    }

    private static @Nullable Item item(StoredRecord record, Pack rules) {
        return rules.items().get(record.item().value());
    }

    private static List<ShownRecord> only(List<ShownRecord> records, Predicate<@Nullable ItemKind> kind) {
        return records.stream().filter(record -> kind.test(record.kind())).toList();
    }

    private static boolean personsPublic(@Nullable Item item, Pack rules, LocalDate day) {
        return item != null
                && item.personsPublicBy() != null
                && BasisRule.lackForPersons(item.personsPublicBy(), rules.documents(), day, rules.division())
                        .isEmpty();
    }

    private static boolean visible(
            Audience audience, Subject subject, StoredRecord record, @Nullable Item item, Pack rules, AsOf asOf) {
        if (audience.seesWhatStandsStill()) {
            return true;
        }
        if (record.suspended() || !record.inForceOn(asOf.day())) {
            return false;
        }
        if (!audience.outside()) {
            return true;
        }
        return item != null
                && record.publicOn(asOf.day())
                && (subject.kind().personal() ? personsPublic(item, rules, asOf.day()) : item.organisationsPublic());
    }

    private boolean visible(
            Reader reader, Subject subject, Listing listing, @Nullable CreditList list, Pack rules, LocalDate day) {
        var audience = reader.towards(listing.determinedBy());
        if (audience.seesWhatStandsStill()) {
            return true;
        }
        if (!listing.inForceOn(day)) {
            return false;
        }
        if (!audience.outside()) {
            return !listing.suspended() || orderStands(listing, subject, rules, day);
        }
        return !listing.suspended()
                && list != null
                && listPublic(list, rules, day)
                && listing.publicFrom() != null
                && !day.isBefore(listing.publicFrom())
                && (!subject.kind().personal() || personsPublic(list, rules, day));
    }

    /**
     * Whether something is in effect while the listing is contested: what a decision or court itself orders is not stopped.
     * To business the listing then counts as it did, or its prompts would betray that somebody objected.
     */
    private boolean orderStands(Listing listing, Subject subject, Pack rules, LocalDate day) {
        return measures.ofList(rules, listing.list(), subject.kind(), EntryState.ACTIVE, day).stream()
                .anyMatch(measure -> measure.origin() == MeasureOrigin.OPERATIVE && measure.reaches(listing.degree()));
    }

    private ShownRecord shown(
            Audience audience, Subject subject, StoredRecord record, @Nullable Item item, Pack rules, AsOf asOf) {
        return new ShownRecord(
                record.id(),
                record.item(),
                item == null ? new Label(record.item().value(), null) : item.label(),
                item == null ? null : item.kind(),
                item == null ? Polarity.NEUTRAL : item.polarity(),
                record.authority(),
                source(record, item, rules),
                record.decidedOn(),
                record.state(),
                record.inForceOn(asOf.day()),
                audience.outside() ? earlier(record.publicUntil(), record.validUntil()) : record.validUntil(),
                record.publicUntil(),
                audience.seesWhatStandsStill() && record.suspended(),
                item == null
                        ? List.of()
                        : item.fields().stream()
                                .flatMap(field -> field(audience, subject, field, record).stream())
                                .toList(),
                deletion(record.deleted()),
                record.receivedAt());
    }

    private ShownListing shown(Audience audience, Listing listing, Pack rules, AsOf asOf) {
        var list = rules.lists().get(listing.list().value());
        var content = listing.content();
        return new ShownListing(
                listing.id(),
                listing.list(),
                list == null ? new Label(listing.list().value(), null) : list.label(),
                list == null ? ListKind.WATCH : list.kind(),
                listing.origin(),
                listing.determinedBy(),
                decidedBy(listing, rules, audience),
                content == null ? null : text(content.document(), audience),
                content == null || audience.outside() ? null : text(content.facts(), audience),
                listing.decidedOn(),
                listing.servedOn(),
                listing.validFrom(),
                listing.validUntil(),
                listing.state(),
                listing.inForceOn(asOf.day()),
                audience.seesWhatStandsStill() && listing.suspended(),
                deletion(listing.deleted()),
                listing.recordedAt());
    }

    private static Optional<ShownRecord.ShownField> field(
            Audience audience, Subject subject, Field field, StoredRecord record) {
        var value = record.fields().get(field.id());
        if (value == null || value.isBlank() || audience.outside() && !field.open()) {
            return Optional.empty();
        }
        var masked = value(audience, subject, field, value);
        return masked == null
                ? Optional.empty()
                : Optional.of(new ShownRecord.ShownField(field.id(), field.label(), masked));
    }

    /** The value as the audience may read it; null where not at all. */
    private static @Nullable String value(Audience audience, Subject subject, Field field, String value) {
        if (field.type() == FieldType.ID_NUMBER) {
            return audience.outside() ? null : value.contains("*") ? value : Mask.number(value);
        }
        if (audience.seesNames()) {
            return text(value, audience);
        }
        if (field.type() == FieldType.PERSON_NAME) {
            return Mask.name(value);
        }
        if (subject.kind().personal()) {
            var role = field.role();
            if (role == FieldRole.SUBJECT_NAME) {
                return Mask.name(value);
            }
            if (role == FieldRole.SUBJECT_CREDIT_CODE
                    || role == FieldRole.SUBJECT_REGISTRATION
                    || role == FieldRole.SUBJECT_ORGANISATION_CODE) {
                return null;
            }
        }
        return text(value, audience);
    }

    private static String text(String text, Audience audience) {
        return audience == Audience.SOURCE ? text : IdentifierScan.mask(text);
    }

    private static @Nullable ShownDeletion deletion(Opened.@Nullable Deleted deleted) {
        return deleted == null
                ? null
                : new ShownDeletion(deleted.on(), deleted.by(), IdentifierScan.mask(deleted.ground()));
    }

    private String source(StoredRecord record, @Nullable Item item, Pack rules) {
        var known = rules.agencies().get(record.authority().value());
        if (known != null) {
            return known.label().zh();
        }
        var field = item == null ? null : item.field(FieldRole.AUTHORITY_NAME);
        var written = field == null ? null : record.fields().get(field.id());
        return written == null ? record.authority().value() : IdentifierScan.mask(written);
    }

    private String decidedBy(Listing listing, Pack rules, Audience audience) {
        return listing.content() == null
                ? agencyName(listing.determinedBy().value(), rules)
                : text(listing.content().authority(), audience);
    }

    private static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }
}
