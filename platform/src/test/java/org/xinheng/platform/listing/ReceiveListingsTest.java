package org.xinheng.platform.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinheng.kernel.CreditException;
import org.xinheng.platform.Callers;
import org.xinheng.platform.PlatformTest;
import org.xinheng.platform.SettableClock;
import org.xinheng.platform.audit.Changes;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.record.EndRecord;
import org.xinheng.platform.record.RecordState;
import org.xinheng.platform.record.SuspendRecord;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.ListId;
import org.xinheng.platform.shared.ListingId;
import org.xinheng.platform.shared.RecordId;
import org.xinheng.platform.shared.Role;
import org.xinheng.platform.shared.SubjectId;

@PlatformTest
class ReceiveListingsTest {

    private static final LocalDate TODAY = SettableClock.START;
    private static final LocalDate LAST = LocalDate.parse("2028-11-22");
    private static final ListId DEFAULTERS = new ListId("judgment-defaulters");
    private static final Actor COURT = Callers.officer("court-clerk", "court", Role.REPORTER);

    @Autowired
    ApplicationContext context;

    @Autowired
    SettableClock clock;

    @Autowired
    ReceiveListings receive;

    @Autowired
    Listings listings;

    @Autowired
    EndRecord endRecord;

    @Autowired
    SuspendRecord suspendRecord;

    @Autowired
    Order order;

    Determining determining;

    @BeforeEach
    void begin() {
        clock.set(TODAY);
        determining = new Determining(context);
    }

    private static ReceivedEntry entry(SubjectId subject, ListId list, RecordId record, @Nullable LocalDate until) {
        return new ReceivedEntry(
                subject,
                list,
                new AgencyId("court"),
                "常州市中级人民法院",
                "（2026）苏04执虚1号",
                "虚构：有履行能力而拒不履行",
                TODAY.minusDays(3),
                TODAY.minusDays(2),
                true,
                until,
                record);
    }

    private List<ListingId> receive(Actor actor, ReceivedEntry... entries) {
        return Objects.requireNonNull(determining.the(TransactionTemplate.class).execute(_ -> {
            var change = determining.the(Changes.class).open(actor);
            change.publish(Determining.sentIn(entries[0].subject(), entries[0].record()));
            return receive.receive(List.of(entries), change);
        }));
    }

    private RecordId record(SubjectId subject) {
        return determining.record(subject, "serious-list-entry", "court", TODAY, null);
    }

    @Test
    void itIsInForceFromItsServiceToTheDayTheSourceNames() {
        var company = determining.company(3150);
        var id = receive(COURT, entry(company, DEFAULTERS, record(company), LAST))
                .getFirst();

        var listing = listings.get(id, order.now());
        assertThat(listing.validFrom()).isEqualTo(TODAY.minusDays(2));
        assertThat(listing.validUntil()).isEqualTo(LAST);
        assertThat(listing.publicFrom()).isEqualTo(TODAY.minusDays(2));
        assertThat(Objects.requireNonNull(listing.content()).authority()).isEqualTo("常州市中级人民法院");
        assertThat(determining.inForce(company)).extracting(Listing::id).containsExactly(id);
    }

    @Test
    void sentAgainItGetsANewVersionOnlyForOtherContent() {
        var company = determining.company(3151);
        var record = record(company);
        var id = receive(COURT, entry(company, DEFAULTERS, record, LAST)).getFirst();

        assertThat(receive(COURT, entry(company, DEFAULTERS, record, LAST))).containsExactly(id);
        assertThat(listings.get(id, order.now()).version()).isEqualTo(1);
        assertThat(receive(COURT, entry(company, DEFAULTERS, record, LAST.minusYears(1))))
                .containsExactly(id);
        assertThat(listings.get(id, order.now()).version()).isEqualTo(2);
        assertThat(listings.get(id, order.now()).validUntil()).isEqualTo(LAST.minusYears(1));
        assertThat(order.of(id.value()))
                .extracting(Order.Entry::type)
                .containsExactly("ListingEntered", "ListingPublished", "ListingCorrected");
    }

    @Test
    void aPersonIsReceivedButNotPutOnThePortal() {
        var person = determining.person(LocalDate.parse("1985-02-03"), 315);
        var id = receive(COURT, entry(person, DEFAULTERS, record(person), null)).getFirst();

        assertThat(listings.get(id, order.now()).publicFrom()).isNull();
        assertThat(determining.inForce(person)).hasSize(1);
    }

    @Test
    void itFollowsItsRecord() {
        var company = determining.company(3152);
        var record = record(company);
        var id = receive(COURT, entry(company, DEFAULTERS, record, LAST)).getFirst();

        suspendRecord.suspend(record, Actor.platform("test"));
        assertThat(listings.get(id, order.now()).suspended()).isTrue();
        endRecord.end(record, RecordState.REPAIRED, Actor.platform("test"));
        assertThat(determining.inForce(company)).isEmpty();

        receive(COURT, entry(company, DEFAULTERS, record, LAST.plusYears(1)));
        assertThat(determining.inForce(company)).isEmpty();
        assertThat(listings.get(id, order.now()).state()).isEqualTo(ListingState.ENDED);
    }

    @Test
    void onlyItsOwnerOrACreditOfficeSendsItIn() {
        var company = determining.company(3153);
        var housing = Callers.officer("housing-clerk", "housing", Role.REPORTER);
        var office = Callers.officer("office-clerk", "credit-office", Role.CREDIT_OFFICE);

        assertThat(receive.refusal(DEFAULTERS, housing)).contains(ListingError.LIST_NOT_YOURS);
        assertThat(receive.refusal(DEFAULTERS, office)).isEmpty();
        assertThat(receive.refusal(DEFAULTERS, COURT)).isEmpty();
        assertThat(receive.refusal(new ListId("market-regulation-serious"), office))
                .contains(ListingError.LIST_NOT_RECEIVED);
        assertThat(receive.refusal(new ListId("no-such-list"), office)).contains(ListingError.LIST_NOT_FOUND);
        assertThatThrownBy(() -> receive(housing, entry(company, DEFAULTERS, record(company), LAST)))
                .isInstanceOfSatisfying(
                        CreditException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ListingError.LIST_NOT_YOURS));
    }
}
