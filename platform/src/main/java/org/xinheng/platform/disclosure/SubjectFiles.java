package org.xinheng.platform.disclosure;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.identifier.Mask;
import org.xinheng.platform.access.AccessError;
import org.xinheng.platform.access.Accounts;
import org.xinheng.platform.audit.AsOf;
import org.xinheng.platform.audit.AuditError;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.disclosure.SubjectFile.Whom;
import org.xinheng.platform.listing.Listing;
import org.xinheng.platform.listing.Listings;
import org.xinheng.platform.measure.Measures;
import org.xinheng.platform.packs.Packs;
import org.xinheng.platform.record.Records;
import org.xinheng.platform.record.StoredRecord;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.MatterId;
import org.xinheng.platform.shared.Role;
import org.xinheng.platform.shared.SubjectId;
import org.xinheng.platform.subject.Identity;
import org.xinheng.platform.subject.Subject;
import org.xinheng.platform.subject.SubjectError;
import org.xinheng.platform.subject.Subjects;
import org.xinheng.platform.vault.Vault;

/**
 * Hands out a subject's file (信用档案). Every question is logged before its answer leaves, every copy that leaves for a
 * business system stands in the ledger. About the past may ask: the subject, an auditor, and an agency about its own
 * decisions.
 */
@Component
public class SubjectFiles {

    private static final Set<Role> READERS = Set.of(
            Role.CHECKER,
            Role.REPORTER,
            Role.DETERMINER,
            Role.LEGAL_REVIEWER,
            Role.DECIDER,
            Role.CREDIT_OFFICE,
            Role.AUDITOR);

    /** Roles in which an agency answers for its own decisions. */
    private static final Set<Role> DECIDING = Set.of(Role.REPORTER, Role.DETERMINER, Role.LEGAL_REVIEWER, Role.DECIDER);

    private final Subjects subjects;
    private final Records records;
    private final Listings listings;
    private final Packs packs;
    private final Measures measures;
    private final Order order;
    private final Vault vault;
    private final Accounts accounts;
    private final Projection projection;
    private final Timeline timeline;
    private final QueryLog queries;
    private final Ledger ledger;

    SubjectFiles(
            Subjects subjects,
            Records records,
            Listings listings,
            Packs packs,
            Measures measures,
            Order order,
            Vault vault,
            Accounts accounts,
            Projection projection,
            Timeline timeline,
            QueryLog queries,
            Ledger ledger) {
        this.subjects = subjects;
        this.records = records;
        this.listings = listings;
        this.packs = packs;
        this.measures = measures;
        this.order = order;
        this.vault = vault;
        this.accounts = accounts;
        this.projection = projection;
        this.timeline = timeline;
        this.queries = queries;
        this.ledger = ledger;
    }

    /**
     * The file of whom a caller means. An organisation that is not known is refused with {@code SUBJECT_NOT_FOUND}; a
     * person or sole trader that is not known has an empty file like everybody of whom nothing may be shown.
     */
    @Transactional
    public SubjectFile ask(Identity whom, Inquiry inquiry, Actor actor) {
        var asOf = order.at(inquiry.asOf(), inquiry.knownAt());
        var reader = admit(whom.kind().personal(), inquiry, actor);
        var id = subjects.find(whom).orElse(null);
        if (!whom.kind().personal()) {
            if (id == null) {
                throw new CreditException(SubjectError.SUBJECT_NOT_FOUND, "");
            }
            return answer(subjects.get(id), null, inquiry, reader, asOf, actor);
        }
        var shown = new Whom(opaque(whom, actor), whom.kind(), null, Mask.name(name(whom)));
        if (id != null) {
            return answer(subjects.get(id), shown, inquiry, reader, asOf, actor);
        }
        requirePresent(inquiry, reader);
        queries.write(null, inquiry, actor);
        return new SubjectFile(
                shown,
                asOf.day(),
                asOf.knownAt(),
                List.of(),
                List.of(),
                List.of(),
                packs.inForce(asOf).release());
    }

    /** The file of a subject an officer came to by its id; about persons the same purpose, matter and authority. */
    @Transactional
    public SubjectFile view(SubjectId id, Inquiry inquiry, Actor actor) {
        var asOf = order.at(inquiry.asOf(), inquiry.knownAt());
        var subject = subjects.get(id);
        var reader = admit(subject.kind().personal(), inquiry, actor);
        return answer(subject, null, inquiry, reader, asOf, actor);
    }

    /** A subject's own file, which it may ask for of any day. Whose account it is nobody else's log need say. */
    @Transactional
    public SubjectFile own(Inquiry inquiry, Actor actor) {
        var subject = accounts.subjectOf(actor)
                .map(subjects::get)
                .orElseThrow(() -> new CreditException(AccessError.NOT_PERMITTED, Actor.Kind.SUBJECT));
        var asOf = order.at(inquiry.asOf(), inquiry.knownAt());
        return file(
                subject,
                whom(subject),
                Reader.SUBJECT,
                asOf,
                records.of(subject.id(), asOf),
                listings.of(subject.id(), asOf));
    }

    private SubjectFile answer(
            Subject subject, @Nullable Whom shown, Inquiry inquiry, Reader reader, AsOf asOf, Actor actor) {
        var kept = records.of(subject.id(), asOf);
        var listed = listings.of(subject.id(), asOf);
        if (past(inquiry) && reader.audience() != Audience.AUDITOR) {
            kept = kept.stream().filter(record -> own(reader, record)).toList();
            listed = listed.stream().filter(listing -> own(reader, listing)).toList();
            if (kept.isEmpty() && listed.isEmpty() || DECIDING.stream().noneMatch(actor::may)) {
                throw new CreditException(AuditError.PAST_NOT_FOR_USE);
            }
        }
        queries.write(subject.id(), inquiry, actor);
        var file = file(subject, shown == null ? whom(subject) : shown, reader, asOf, kept, listed);
        if (actor.kind() == Actor.Kind.CLIENT) {
            var held = Stream.concat(
                    file.records().stream().map(record -> record.id().value()),
                    file.listings().stream().map(listing -> listing.id().value()));
            ledger.leaves(Copy.Kind.SUBJECT_FILE, Map.of(subject.id(), held.toList()), asOf, inquiry.purpose(), actor);
        }
        return file;
    }

    private SubjectFile file(
            Subject subject, Whom whom, Reader reader, AsOf asOf, List<StoredRecord> kept, List<Listing> listed) {
        var rules = packs.inForce(asOf);
        var shownRecords = projection.records(reader, subject, kept, rules, asOf);
        var shownListings = projection.listings(reader, subject, listed, rules, asOf);
        return new SubjectFile(
                whom,
                asOf.day(),
                asOf.knownAt(),
                shownRecords,
                shownListings,
                timeline.of(subject.id(), reader, rules, asOf, shownRecords, shownListings),
                rules.release());
    }

    /** Whether this actor may ask this at all, and as whom. */
    private Reader admit(boolean personal, Inquiry inquiry, Actor actor) {
        if (READERS.stream().noneMatch(actor::may)) {
            throw new CreditException(AccessError.NOT_PERMITTED, Role.CHECKER);
        }
        var rules = packs.today();
        var reader = Reader.of(actor, rules);
        inquiry.requirePurpose();
        if (personal) {
            inquiry.requireGrounds(reader);
        }
        var matter = inquiry.matter();
        // What an auditor or the credit office works on is no matter of the packs; nor is an agency's own past
        // decision.
        if (matter != null
                && reader.audience() == Audience.DEPARTMENT
                && reader.office().isEmpty()
                && !past(inquiry)) {
            measures.requireOwn(actor, measures.matter(new MatterId(matter), rules));
        }
        return reader;
    }

    private void requirePresent(Inquiry inquiry, Reader reader) {
        if (past(inquiry) && reader.audience() != Audience.AUDITOR) {
            throw new CreditException(AuditError.PAST_NOT_FOR_USE);
        }
    }

    private boolean past(Inquiry inquiry) {
        return inquiry.knownAt() != null
                || inquiry.asOf() != null && !inquiry.asOf().equals(order.today());
    }

    private static boolean own(Reader reader, StoredRecord record) {
        return reader.towards(record.authority()) == Audience.SOURCE;
    }

    private static boolean own(Reader reader, Listing listing) {
        return reader.towards(listing.determinedBy()) == Audience.SOURCE;
    }

    private static Whom whom(Subject subject) {
        return new Whom(subject.id().value(), subject.kind(), subject.code(), subject.name());
    }

    private static String name(Identity whom) {
        return switch (whom) {
            case Identity.Person person -> person.name();
            case Identity.SoleTrader trader -> trader.name();
            case Identity.Organisation organisation -> organisation.name();
        };
    }

    /** The same for known and unknown, another for each agency: nothing can be told or joined by it. */
    private UUID opaque(Identity whom, Actor actor) {
        var identity = switch (whom) {
            case Identity.Person person -> person.type() + "\u0000" + person.number() + "\u0000" + person.name();
            case Identity.SoleTrader trader -> trader.code().value();
            case Identity.Organisation _ -> throw new IllegalArgumentException("organisations have their own id");
        };
        var hash = ByteBuffer.wrap(vault.hash("opaque", actor.requiredAgency() + "\u0000" + identity));
        return new UUID(
                hash.getLong() & 0xFFFF_FFFF_FFFF_0FFFL | 0x8000L,
                hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L);
    }
}
