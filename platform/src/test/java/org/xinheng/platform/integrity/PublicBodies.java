package org.xinheng.platform.integrity;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinheng.kernel.IdGenerator;
import org.xinheng.kernel.identifier.CreditCode;
import org.xinheng.kernel.pack.Severity;
import org.xinheng.platform.Callers;
import org.xinheng.platform.Synthetic;
import org.xinheng.platform.audit.Change;
import org.xinheng.platform.audit.Changes;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.listing.Listings;
import org.xinheng.platform.listing.ReceiveListings;
import org.xinheng.platform.listing.ReceivedEntry;
import org.xinheng.platform.listing.RemoveReceived;
import org.xinheng.platform.record.AcceptRecords;
import org.xinheng.platform.record.EndRecord;
import org.xinheng.platform.record.RecordDraft;
import org.xinheng.platform.record.RecordReceived;
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

/** Bodies and organisations with records, and the court's feed, for tests of the ledgers. */
public final class PublicBodies {

    static final Actor COURT = Callers.officer("integrity-court", "court", Role.REPORTER);
    static final Actor OFFICE = Callers.officer("integrity-office", "credit-office", Role.CREDIT_OFFICE, Role.REPORTER);
    static final Actor OFFICE_2 = Callers.officer("integrity-office-2", "credit-office", Role.CREDIT_OFFICE);
    static final Actor HOUSING = Callers.officer("integrity-housing", "housing", Role.REPORTER, Role.DETERMINER);
    static final Actor AUDITOR = Callers.officer("integrity-auditor", "auditor", Role.AUDITOR);
    private static final AtomicInteger DOCUMENTS = new AtomicInteger();

    private final ApplicationContext context;

    public PublicBodies(ApplicationContext context) {
        this.context = context;
    }

    private <T> T the(Class<T> type) {
        return context.getBean(type);
    }

    private <T> T inChange(Actor actor, Function<Change, T> work) {
        return Objects.requireNonNull(the(TransactionTemplate.class)
                .execute(_ -> work.apply(the(Changes.class).open(actor))));
    }

    public SubjectId body(int n, String name) {
        return subject(Synthetic.publicBody(n), name);
    }

    public SubjectId company(int n) {
        return subject(Synthetic.organisation(n), "虚构商贸" + n + "有限公司");
    }

    private SubjectId subject(String code, String name) {
        var identity = new Identity.Organisation(new CreditCode(code), name);
        return the(Subjects.class)
                .find(identity)
                .orElseGet(() -> inChange(
                        OFFICE,
                        change -> Objects.requireNonNull(the(Subjects.class)
                                .establish(List.of(identity), change)
                                .get(identity))));
    }

    RecordId record(SubjectId subject, String item, String authority, LocalDate decidedOn, @Nullable LocalDate until) {
        var draft = new RecordDraft(
                subject,
                new ItemId(item),
                new AgencyId(authority),
                "虚政〔2026〕" + DOCUMENTS.incrementAndGet() + "号",
                Severity.GENERAL,
                decidedOn,
                decidedOn,
                until,
                null,
                null,
                false,
                new SubmissionId(the(IdGenerator.class).next()),
                2,
                new JsonMapper().writeValueAsString(Map.of()),
                null);
        return inChange(
                Actor.platform("test"),
                change -> the(AcceptRecords.class)
                        .accept(List.of(draft), change)
                        .getFirst()
                        .record());
    }

    /** An entry of the court's feed; the record it came with. */
    public RecordId listed(SubjectId subject, LocalDate decidedOn, @Nullable LocalDate until) {
        var record = record(subject, "serious-list-entry", "court", decidedOn, null);
        var entry = new ReceivedEntry(
                subject,
                new ListId("judgment-defaulters"),
                new AgencyId("court"),
                "常州市虚构区人民法院",
                "（2026）苏04执虚" + DOCUMENTS.incrementAndGet() + "号",
                "虚构：有履行能力而拒不履行",
                decidedOn,
                decidedOn,
                true,
                until,
                record);
        inChange(COURT, change -> {
            change.publish(new RecordReceived(
                    subject,
                    record,
                    new ItemId("serious-list-entry"),
                    new AgencyId("court"),
                    decidedOn,
                    null,
                    null,
                    new SubmissionId(record.value())));
            return the(ReceiveListings.class).receive(List.of(entry), change);
        });
        return record;
    }

    /** The court takes it off its list; the day on which it stands there no more. */
    void removed(RecordId record, LocalDate on) {
        the(RemoveReceived.class).remove(record, on, COURT);
    }

    void repaired(RecordId record) {
        the(EndRecord.class).end(record, RecordState.REPAIRED, Actor.platform("test"));
    }

    ListingId listing(SubjectId subject) {
        var order = the(Order.class);
        return the(Listings.class).of(subject, order.now()).getFirst().id();
    }
}
