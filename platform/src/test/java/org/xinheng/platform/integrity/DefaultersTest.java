package org.xinheng.platform.integrity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.xinheng.kernel.CreditException;
import org.xinheng.platform.PlatformTest;
import org.xinheng.platform.SettableClock;
import org.xinheng.platform.access.AccessError;
import org.xinheng.platform.audit.AsOf;
import org.xinheng.platform.audit.AuditError;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.casework.CaseKind;
import org.xinheng.platform.casework.Inbox;
import org.xinheng.platform.shared.SubjectId;

@PlatformTest
class DefaultersTest {

    private static final LocalDate TODAY = SettableClock.START;
    private static final LocalDate LISTED = TODAY.minusDays(40);

    @Autowired
    ApplicationContext context;

    @Autowired
    SettableClock clock;

    @Autowired
    Defaulters defaulters;

    @Autowired
    Inbox inbox;

    @Autowired
    Order order;

    private PublicBodies bodies;

    @BeforeEach
    void begin() {
        clock.set(TODAY);
        bodies = new PublicBodies(context);
    }

    private DefaulterCase of(SubjectId subject) {
        return defaulters.all(PublicBodies.OFFICE).stream()
                .filter(one -> one.subject().equals(subject))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aCourtDeliveryWithAGovernmentBodyLandsInTheLedgerByItself() {
        var body = bodies.body(7001, "虚构县水务局甲");
        bodies.listed(body, LISTED, null);

        var found = of(body);
        assertThat(found.state(TODAY)).isEqualTo(DefaulterState.LISTED);
        assertThat(found.division()).isEqualTo("320499");
        assertThat(inbox.of(PublicBodies.OFFICE, 200))
                .filteredOn(line -> line.kind() == CaseKind.GOVERNMENT_DEFAULTER)
                .extracting(Inbox.Line::reference)
                .contains(found.id());
    }

    @Test
    void aCompanyOnTheSameListDoesNot() {
        var company = bodies.company(7002);
        bodies.listed(company, LISTED, null);

        assertThat(defaulters.all(PublicBodies.OFFICE))
                .extracting(DefaulterCase::subject)
                .doesNotContain(company);
    }

    @Test
    void aBodyTheRulesKnowCountsToTheCountyOfItsAgency() {
        var body = bodies.body(7003, "常州市天宁区人民政府");
        bodies.listed(body, LISTED, null);

        assertThat(of(body).division()).isEqualTo("320402");
    }

    @Test
    void itClosesOnlyWithHowAndDocumentAndOffTheCourtsList() {
        var body = bodies.body(7004, "虚构县水务局丁");
        var record = bodies.listed(body, LISTED, null);
        var id = of(body).id();

        assertThatThrownBy(() -> defaulters.clear(id, Clearing.PAID, TODAY, " ", PublicBodies.OFFICE))
                .isInstanceOfSatisfying(
                        CreditException.class,
                        refused -> assertThat(refused.code()).isEqualTo(IntegrityError.ENTRY_INCOMPLETE));
        defaulters.clear(id, Clearing.PAID, TODAY, "（2026）苏04执虚1号结案通知书", PublicBodies.OFFICE);
        assertThat(of(body).state(TODAY)).isEqualTo(DefaulterState.AWAITS_COURT);
        assertThat(of(body).openOn(TODAY)).isTrue();

        bodies.removed(record, TODAY);
        assertThat(of(body).state(TODAY)).isEqualTo(DefaulterState.CLOSED);
        assertThat(of(body).openOn(TODAY.minusDays(1))).isTrue();
        assertThat(inbox.about(List.of(id))).isEmpty();
    }

    @Test
    void offTheListWithoutADocumentItStaysOpen() {
        var body = bodies.body(7005, "虚构县水务局戊");
        bodies.removed(bodies.listed(body, LISTED, null), TODAY.minusDays(5));

        assertThat(of(body).state(TODAY)).isEqualTo(DefaulterState.AWAITS_DOCUMENT);
        assertThat(of(body).openOn(TODAY)).isTrue();
        defaulters.clear(of(body).id(), Clearing.WITHDRAWN_BY_COURT, TODAY.minusDays(5), "撤回决定书", PublicBodies.OFFICE);
        assertThat(of(body).state(TODAY)).isEqualTo(DefaulterState.CLOSED);
        assertThat(of(body).state(TODAY.minusDays(6))).isEqualTo(DefaulterState.LISTED);
    }

    @Test
    void theZeroOfACountyIsProvableOnAnyDayAndAsKnownThen() {
        var body = bodies.body(7006, "虚构县水务局己");
        var record = bodies.listed(body, LISTED, null);
        defaulters.countTo(of(body).id(), "320413", PublicBodies.OFFICE);
        var before = order.now().knownAt();
        bodies.removed(record, TODAY.minusDays(3));
        defaulters.clear(of(body).id(), Clearing.SETTLED, TODAY.minusDays(3), "和解协议", PublicBodies.OFFICE);

        assertThat(open("320413", LISTED.minusDays(1), null)).isZero();
        assertThat(open("320413", LISTED, null)).isEqualTo(1);
        assertThat(open("320413", TODAY.minusDays(4), null)).isEqualTo(1);
        assertThat(open("320413", TODAY.minusDays(3), null)).isZero();
        assertThat(open("320413", TODAY, null)).isZero();
        assertThat(open("320413", TODAY, before)).as("as it was known before").isEqualTo(1);
    }

    private long open(String division, LocalDate day, @Nullable Instant knownAt) {
        // Other tests may have set the clock forward and back: their moments lie ahead of it.
        return defaulters
                .counties(new AsOf(day, knownAt == null ? order.now().knownAt() : knownAt), PublicBodies.OFFICE)
                .stream()
                .filter(county -> county.division().equals(division))
                .findFirst()
                .orElseThrow()
                .open();
    }

    @Test
    void whoWasListedOnAPastDayIsForTheAuditorAndTheCourt() {
        var body = bodies.body(7007, "虚构县水务局庚");
        bodies.listed(body, LISTED, null);
        var then = order.at(TODAY.minusDays(1), null);

        assertThatThrownBy(() -> defaulters.openOn(then, PublicBodies.OFFICE))
                .isInstanceOfSatisfying(
                        CreditException.class,
                        refused -> assertThat(refused.code()).isEqualTo(AuditError.PAST_NOT_FOR_USE));
        assertThat(defaulters.openOn(then, PublicBodies.AUDITOR))
                .extracting(DefaulterCase::subject)
                .contains(body);
        assertThat(defaulters.openOn(then, PublicBodies.COURT))
                .extracting(DefaulterCase::subject)
                .contains(body);
    }

    @Test
    void aCircularNamesThoseWithoutATermOrPastItAndNoneTwice() {
        var body = bodies.body(7008, "虚构县水务局辛");
        bodies.listed(body, LISTED, null);
        var id = of(body).id();
        assertThat(toCirculate()).contains(id);

        defaulters.owes(id, new BigDecimal("125000.50"), TODAY.plusDays(10), "执行裁定书", PublicBodies.OFFICE);
        assertThat(of(body).amount()).isEqualByComparingTo("125000.50");
        assertThat(toCirculate()).doesNotContain(id);
        clock.set(TODAY.plusDays(11));
        assertThat(toCirculate()).contains(id);
        defaulters.circulate(List.of(id), "常虚信通〔2026〕1号", TODAY.plusDays(11), PublicBodies.OFFICE);
        assertThat(toCirculate()).doesNotContain(id);
        defaulters.interviewed(id, TODAY.plusDays(11), "月底前付清", "约谈记录1号", PublicBodies.OFFICE);
        assertThat(of(body).steps())
                .extracting(LedgerStep::name)
                .containsExactly("RECEIVED", "AMOUNT_AND_TERM", "CIRCULATED", "INTERVIEWED");
    }

    private List<UUID> toCirculate() {
        return defaulters.toCirculate(PublicBodies.OFFICE).stream()
                .map(DefaulterCase::id)
                .toList();
    }

    @Test
    void theLedgerIsClosedToOtherAgenciesAndWrittenByTheCreditOfficeAlone() {
        var body = bodies.body(7009, "虚构县水务局壬");
        bodies.listed(body, LISTED, null);
        var id = of(body).id();

        assertThatThrownBy(() -> defaulters.all(PublicBodies.HOUSING))
                .isInstanceOfSatisfying(
                        CreditException.class,
                        refused -> assertThat(refused.code()).isEqualTo(AccessError.NOT_PERMITTED));
        assertThatThrownBy(() -> defaulters.clear(id, Clearing.PAID, TODAY, "文书", PublicBodies.COURT))
                .isInstanceOf(CreditException.class);
    }

    @Test
    void theWayToZeroHasAPlaceForEachMonth() {
        assertThat(defaulters.months(12, PublicBodies.OFFICE))
                .hasSize(12)
                .last()
                .satisfies(month -> assertThat(month.day()).isEqualTo(TODAY));
    }
}
