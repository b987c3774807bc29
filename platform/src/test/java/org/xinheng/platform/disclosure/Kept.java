package org.xinheng.platform.disclosure;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinheng.kernel.IdGenerator;
import org.xinheng.kernel.identifier.CreditCode;
import org.xinheng.kernel.identifier.IdType;
import org.xinheng.kernel.pack.ListOrigin;
import org.xinheng.kernel.pack.Severity;
import org.xinheng.platform.Callers;
import org.xinheng.platform.Synthetic;
import org.xinheng.platform.audit.Change;
import org.xinheng.platform.audit.Changes;
import org.xinheng.platform.listing.Listing;
import org.xinheng.platform.listing.ListingEnded;
import org.xinheng.platform.listing.ListingEntered;
import org.xinheng.platform.listing.ListingEvidence;
import org.xinheng.platform.listing.ListingState;
import org.xinheng.platform.listing.Listings;
import org.xinheng.platform.record.AcceptRecords;
import org.xinheng.platform.record.DeleteRecord;
import org.xinheng.platform.record.EndRecord;
import org.xinheng.platform.record.RecordDraft;
import org.xinheng.platform.record.RecordState;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.ItemId;
import org.xinheng.platform.shared.ListId;
import org.xinheng.platform.shared.ListingId;
import org.xinheng.platform.shared.RecordId;
import org.xinheng.platform.shared.Role;
import org.xinheng.platform.shared.SubjectId;
import org.xinheng.platform.shared.SubmissionId;
import org.xinheng.platform.subject.Identity;
import org.xinheng.platform.subject.Subjects;
import tools.jackson.databind.json.JsonMapper;

/** Puts subjects, penalties and listings of its own where disclosure tests read them. */
@TestComponent
public class Kept {

    public static final AgencyId REGULATOR = new AgencyId("market-regulator");
    public static final ListId SERIOUS = new ListId("market-regulation-serious");
    public static final ListId INCENTIVE = new ListId("a-grade-taxpayers");
    public static final LocalDate DECIDED = LocalDate.parse("2026-06-01");

    private static final Actor OFFICER = Callers.officer("market-regulator", "market-regulator", Role.REPORTER);
    private static final Actor CREDIT_OFFICE = Callers.officer("credit-office", "credit-office", Role.CREDIT_OFFICE);
    private static final AtomicInteger NEXT = new AtomicInteger(4000);

    private final TransactionTemplate transaction;
    private final Changes changes;
    private final Subjects subjects;
    private final AcceptRecords accept;
    private final EndRecord end;
    private final Listings listings;
    private final ListingEvidence evidence;
    private final DeleteRecord delete;
    private final IdGenerator ids;
    private final JsonMapper json;

    Kept(
            TransactionTemplate transaction,
            Changes changes,
            Subjects subjects,
            AcceptRecords accept,
            EndRecord end,
            Listings listings,
            ListingEvidence evidence,
            DeleteRecord delete,
            IdGenerator ids,
            JsonMapper json) {
        this.transaction = transaction;
        this.changes = changes;
        this.subjects = subjects;
        this.accept = accept;
        this.end = end;
        this.listings = listings;
        this.evidence = evidence;
        this.delete = delete;
        this.ids = ids;
        this.json = json;
    }

    /** A subject nobody else uses. */
    public record Known(SubjectId id, String code, Identity identity) {}

    public Known organisation(String name) {
        var code = Synthetic.organisation(NEXT.incrementAndGet());
        return establish(code, new Identity.Organisation(new CreditCode(code), name));
    }

    public Known governmentBody(String name) {
        var code = Synthetic.publicBody(NEXT.incrementAndGet());
        return establish(code, new Identity.Organisation(new CreditCode(code), name));
    }

    public Known soleTrader(String name) {
        var code = Synthetic.soleTrader(NEXT.incrementAndGet());
        return establish(code, new Identity.SoleTrader(new CreditCode(code), name));
    }

    public Known person(String number, String name) {
        return establish(number, new Identity.Person(IdType.CITIZEN_ID, number, name));
    }

    private Known establish(String code, Identity identity) {
        return inChange(change -> new Known(
                Objects.requireNonNull(
                        subjects.establish(List.of(identity), change).get(identity)),
                code,
                identity));
    }

    /** A penalty of the class GENERAL decided by the market regulator, on the portal for a year where {@code open}. */
    public RecordId penalty(Known subject, String document, boolean open, Map<String, String> fields) {
        var payload = new HashMap<>(Map.of(
                "counterpartyName",
                "云栖试验对象",
                "creditCode",
                subject.code(),
                "documentNumber",
                document,
                "violationFacts",
                "销售不合格产品",
                "decidedOn",
                DECIDED.toString()));
        payload.putAll(fields);
        return inChange(change -> accept.accept(
                        List.of(new RecordDraft(
                                subject.id(),
                                new ItemId("administrative-penalty"),
                                REGULATOR,
                                document,
                                Severity.GENERAL,
                                DECIDED,
                                DECIDED,
                                DECIDED.plusYears(1).minusDays(1),
                                open ? DECIDED : null,
                                open ? DECIDED.plusYears(1).minusDays(1) : null,
                                false,
                                new SubmissionId(ids.next()),
                                2,
                                json.writeValueAsString(payload),
                                null)),
                        change)
                .getFirst()
                .record());
    }

    public ListingId listing(Known subject, ListId list, @Nullable LocalDate publicFrom) {
        var listing = listing(subject, list, new ListingId(ids.next()), 1, ListingState.IN_FORCE, publicFrom);
        append(listing);
        return listing.id();
    }

    /** A received listing that rests on the record. */
    public ListingId listingOn(Known subject, ListId list, RecordId record) {
        var listing = listing(subject, list, new ListingId(ids.next()), 1, ListingState.IN_FORCE, null);
        return inChange(change -> {
            listings.append(listing, change);
            evidence.rest(listing, List.of(record));
            change.publish(new ListingEntered(
                    listing.subject(),
                    listing.id(),
                    listing.list(),
                    listing.determinedBy(),
                    listing.validFrom(),
                    listing.validUntil()));
            return listing.id();
        });
    }

    /** The listing's second version: ended today. */
    public void endListing(Known subject, ListId list, ListingId id) {
        append(listing(subject, list, id, 2, ListingState.ENDED, null));
    }

    /** The listing's second version as the one that ends it is written: annulled. */
    public void annulListing(Known subject, ListId list, ListingId id) {
        inChange(change -> {
            listings.append(listing(subject, list, id, 2, ListingState.ANNULLED, null), change);
            change.publish(new ListingEnded(subject.id(), id, ListingState.ANNULLED));
            return id;
        });
    }

    private void append(Listing listing) {
        inChange(change -> {
            listings.append(listing, change);
            change.publish(new ListingEntered(
                    listing.subject(),
                    listing.id(),
                    listing.list(),
                    listing.determinedBy(),
                    listing.validFrom(),
                    listing.validUntil()));
            return listing;
        });
    }

    private static Listing listing(
            Known subject, ListId list, ListingId id, int version, ListingState state, @Nullable LocalDate publicFrom) {
        return new Listing(
                id,
                subject.id(),
                version,
                list,
                // What is determined here needs its decision, which is the business of other tests.
                ListOrigin.RECEIVED,
                state,
                list.equals(SERIOUS) ? REGULATOR : new AgencyId("tax"),
                DECIDED,
                DECIDED,
                true,
                DECIDED,
                DECIDED.plusYears(3).minusDays(1),
                publicFrom,
                false,
                new Listing.Content("云市监列〔2026〕" + id.value().hashCode() + "号", "云栖市市场监督管理局", "情节严重"),
                null,
                DECIDED.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    /** Ends a record as annulled and has its content deleted by a recorded act. */
    public void delete(RecordId record, String ground) {
        end.end(record, RecordState.ANNULLED, OFFICER);
        delete.delete(record, ground, CREDIT_OFFICE);
    }

    private <T> T inChange(Function<Change, T> work) {
        var done = transaction.execute(_ -> work.apply(changes.open(OFFICER)));
        if (done == null) {
            throw new IllegalStateException("nothing came of it");
        }
        return done;
    }
}
