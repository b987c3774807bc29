package org.xinheng.platform.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.xinheng.platform.Refusing.refused;
import static org.xinheng.platform.listing.Determining.DECIDER;
import static org.xinheng.platform.listing.Determining.DECISION;
import static org.xinheng.platform.listing.Determining.MODELS;
import static org.xinheng.platform.listing.Determining.PROPOSER;
import static org.xinheng.platform.listing.Determining.REVIEWER;
import static org.xinheng.platform.listing.Determining.SERIOUS;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinheng.kernel.identifier.IdType;
import org.xinheng.kernel.pack.Basis;
import org.xinheng.kernel.pack.Disposition;
import org.xinheng.platform.Callers;
import org.xinheng.platform.PlatformTest;
import org.xinheng.platform.SettableClock;
import org.xinheng.platform.access.AccessError;
import org.xinheng.platform.audit.Changes;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.casework.CaseKind;
import org.xinheng.platform.casework.Inbox;
import org.xinheng.platform.packs.Packs;
import org.xinheng.platform.record.EndRecord;
import org.xinheng.platform.record.RecordState;
import org.xinheng.platform.record.SuspendRecord;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.ListId;
import org.xinheng.platform.shared.ListingId;
import org.xinheng.platform.shared.Role;
import org.xinheng.platform.subject.Identity;

@PlatformTest
class DeterminationTest {

    private static final LocalDate TODAY = SettableClock.START;
    private static final Actor CREDIT_OFFICE =
            Callers.officer("credit-office-determiner", "credit-office", Role.DETERMINER);
    private static final Actor CREDIT_DECIDER =
            Callers.officer("credit-office-decider", "credit-office", Role.DECIDER, Role.DETERMINER);
    private static final Actor TAX = Callers.officer("tax-determiner", "tax", Role.DETERMINER);

    @Autowired
    Packs packs;

    @Autowired
    ApplicationContext context;

    @Autowired
    SettableClock clock;

    @Autowired
    Order order;

    @Autowired
    Inbox inbox;

    @Autowired
    SuspendRecord suspendRecord;

    @Autowired
    EndRecord endRecord;

    Determining determining;

    @BeforeEach
    void begin() {
        clock.set(TODAY);
        determining = new Determining(context);
    }

    @Test
    void aCompanyIsListedStepByStepAndInForceFromItsService() {
        var company = determining.company(3101);
        var record = determining.penalty(company);
        var id = determining.upTo(DeterminationState.DECIDED, company, record);
        assertThat(determining.inForce(company)).isEmpty();

        determining.the(ServeDecision.class).serve(id, TODAY, true, true, PROPOSER);
        determining.the(PublishListing.class).publish(id, PROPOSER);

        var listing = determining.listing(id);
        assertThat(listing.validFrom()).isEqualTo(TODAY);
        assertThat(listing.validUntil()).isEqualTo("2029-11-22");
        assertThat(listing.publicFrom()).isEqualTo(TODAY);
        assertThat(listing.servedOn()).isEqualTo(TODAY);
        assertThat(listing.content())
                .isEqualTo(new Listing.Content(DECISION.document(), "常州市市场监督管理局", DECISION.facts()));
        assertThat(determining.the(ListingEvidence.class).of(listing.id())).containsExactly(record);
        assertThat(order.of(id.value()))
                .extracting(Order.Entry::type)
                .containsExactly(
                        "DeterminationProposed",
                        "DeterminationCrossChecked",
                        "PriorNoticeServed",
                        "StatementClosed",
                        "DeterminationReviewed",
                        "DeterminationDecided",
                        "DecisionServed",
                        "DeterminationPublished");
        assertThat(order.of(listing.id().value()))
                .extracting(Order.Entry::type)
                .containsExactly("ListingEntered", "ListingPublished");
    }

    @Test
    void theOneOrderHoldsNoWordOfTheDecision() {
        var company = determining.company(3102);
        var id = determining.upTo(DeterminationState.SERVED, company, determining.penalty(company));

        assertThat(order.of(company, order.head().moment()))
                .extracting(Order.Entry::content)
                .noneMatch(content -> content != null && (content.contains("虚构") || content.contains("〔")));
        assertThat(determining.state(id)).isEqualTo(DeterminationState.SERVED);
    }

    @ParameterizedTest
    @CsvSource({"PROPOSED", "CROSS_CHECKED", "NOTICE_SERVED", "STATEMENT_CLOSED"})
    void noListingWithoutADecisionNorADecisionWithoutItsSteps(DeterminationState state) {
        var company = determining.company(3103 + state.ordinal());
        var id = determining.upTo(state, company, determining.penalty(company));

        refused(
                ListingError.STEP_SKIPPED,
                () -> determining.the(DecideDetermination.class).decide(id, DECISION, DECIDER));
        refused(
                ListingError.STEP_SKIPPED,
                () -> determining.the(ServeDecision.class).serve(id, TODAY, true, true, PROPOSER));
        refused(
                ListingError.STEP_SKIPPED,
                () -> determining.the(PublishListing.class).publish(id, PROPOSER));
        assertThat(determining.inForce(company)).isEmpty();
    }

    @Test
    void noListingWithoutADecisionEvenPastTheUseCases() {
        var company = determining.company(3110);
        var id = determining.upTo(DeterminationState.SERVED, company, determining.penalty(company));
        var other = determining.company(3111);
        var listed = determining.listing(id);
        var smuggled = new Listing(
                new ListingId(
                        determining.the(org.xinheng.kernel.IdGenerator.class).next()),
                other,
                1,
                listed.list(),
                listed.origin(),
                listed.state(),
                listed.determinedBy(),
                listed.decidedOn(),
                listed.servedOn(),
                true,
                listed.validFrom(),
                listed.validUntil(),
                null,
                false,
                listed.content(),
                null,
                listed.recordedAt());

        var transaction = determining.the(TransactionTemplate.class);
        assertThatThrownBy(() -> transaction.executeWithoutResult(_ -> determining
                        .the(Listings.class)
                        .append(smuggled, determining.the(Changes.class).open(PROPOSER))))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("no_listing_without_a_decision");
    }

    @Test
    void peopleDecideAndAnotherThanTheProposer() {
        var company = determining.company(3112);
        var id = determining.upTo(DeterminationState.STATEMENT_CLOSED, company, determining.penalty(company));

        refused(
                ListingError.SECOND_OFFICER_NEEDED,
                () -> determining.the(ReviewLegally.class).pass(id, "无意见", PROPOSER));
        determining.the(ReviewLegally.class).pass(id, "程序合法", REVIEWER);
        refused(
                ListingError.SECOND_OFFICER_NEEDED,
                () -> determining.the(DecideDetermination.class).decide(id, DECISION, PROPOSER));
        refused(
                AccessError.NOT_PERMITTED,
                () -> determining.the(DecideDetermination.class).decide(id, DECISION, REVIEWER));
        refused(
                ListingError.LIST_NOT_YOURS,
                () -> determining.the(DecideDetermination.class).decide(id, DECISION, CREDIT_DECIDER));
    }

    @Test
    void theDatabaseRefusesADecisionByItsProposer() {
        var company = determining.company(3113);
        var id = determining.upTo(DeterminationState.LEGALLY_REVIEWED, company, determining.penalty(company));
        var determinations = determining.the(Determinations.class);

        var transaction = determining.the(TransactionTemplate.class);
        assertThatThrownBy(() -> transaction.executeWithoutResult(_ -> determinations.decide(
                        determinations.get(id),
                        new ListingId(id.value()),
                        TODAY,
                        new byte[] {1},
                        null,
                        determining.the(Changes.class).open(PROPOSER))))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @ParameterizedTest
    @CsvSource({"' ',f,r,m", "d,' ',r,m", "d,f,' ',m", "d,f,r,"})
    void anUndocumentedDecisionIsNone(String document, String facts, String reason, String minutes) {
        var company = determining.company(3114);
        var id = determining.upTo(DeterminationState.LEGALLY_REVIEWED, company, determining.penalty(company));

        refused(
                ListingError.UNDOCUMENTED_DECISION,
                () -> determining
                        .the(DecideDetermination.class)
                        .decide(id, new DecideDetermination.Decision(document, facts, reason, minutes), DECIDER));
        assertThat(determining.state(id)).isEqualTo(DeterminationState.LEGALLY_REVIEWED);
        determining.the(WithdrawDetermination.class).withdraw(id, "重新办理", PROPOSER);
    }

    @Test
    void theClockForTheStatementRunsOutAfterItsLastWorkingDay() {
        var company = determining.company(3115);
        var id = determining.upTo(DeterminationState.NOTICE_SERVED, company, determining.penalty(company));
        assertThat(inbox.of(PROPOSER, 100))
                .filteredOn(line -> line.reference().equals(id.value()))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.kind()).isEqualTo(CaseKind.DETERMINATION_STATEMENT);
                    assertThat(line.due()).isEqualTo("2026-11-30");
                    assertThat(line.overdue()).isFalse();
                });

        clock.set(LocalDate.parse("2026-11-30"));
        refused(
                ListingError.TOO_EARLY,
                () -> determining.the(CloseStatement.class).unanswered(id, PROPOSER));
        clock.set(LocalDate.parse("2026-12-01"));
        assertThat(inbox.of(PROPOSER, 100))
                .filteredOn(line -> line.reference().equals(id.value()))
                .singleElement()
                .matches(Inbox.Line::overdue);
        determining.the(CloseStatement.class).unanswered(id, PROPOSER);

        assertThat(determining.state(id)).isEqualTo(DeterminationState.STATEMENT_CLOSED);
    }

    @Test
    void theNextOfficerFindsTheCaseAndTheProposerDoesNot() {
        var company = determining.company(3116);
        var id = determining.upTo(DeterminationState.LEGALLY_REVIEWED, company, determining.penalty(company));

        assertThat(inbox.of(DECIDER, 100))
                .filteredOn(line -> line.reference().equals(id.value()))
                .extracting(Inbox.Line::kind)
                .containsExactly(CaseKind.DETERMINATION_DECISION);
        assertThat(inbox.of(PROPOSER, 100)).noneMatch(line -> line.reference().equals(id.value()));
    }

    @Test
    void theDecisionIsServedTogetherWithTheNoticeOfRepair() {
        var company = determining.company(3117);
        var id = determining.upTo(DeterminationState.DECIDED, company, determining.penalty(company));

        var serve = determining.the(ServeDecision.class);
        refused(ListingError.SERVICE_INCOMPLETE, () -> serve.serve(id, TODAY, true, false, PROPOSER));
        refused(ListingError.DAY_OUT_OF_ORDER, () -> serve.serve(id, TODAY.plusDays(1), true, true, PROPOSER));
        refused(ListingError.DAY_OUT_OF_ORDER, () -> serve.serve(id, TODAY.minusDays(1), true, true, PROPOSER));
        assertThat(determining.inForce(company)).isEmpty();
    }

    @Test
    void aListingRestsOnFittingRecordsOfTheSubjectItself() {
        var company = determining.company(3118);
        var neighbour = determining.company(3119);
        var foreign = determining.record(company, "administrative-penalty", "housing", TODAY, null);
        var licence = determining.record(company, "administrative-licence", "market-regulator", TODAY, null);
        var annulled = determining.penalty(company);
        endRecord.end(annulled, RecordState.ANNULLED, Actor.platform("test"));

        refused(ListingError.EVIDENCE_MISSING, () -> determining.propose(company));
        refused(ListingError.EVIDENCE_MISSING, () -> determining.propose(company, foreign));
        refused(ListingError.EVIDENCE_MISSING, () -> determining.propose(company, licence));
        refused(ListingError.EVIDENCE_MISSING, () -> determining.propose(company, annulled));
        refused(ListingError.EVIDENCE_OF_ANOTHER, () -> determining.propose(company, determining.penalty(neighbour)));
    }

    @Test
    void nobodyPaysForAnotherAndNobodyUnderEighteen() {
        var birth = LocalDate.parse("2008-06-01");
        var person = determining.person(birth, 311);
        var early = determining.record(
                person, "administrative-penalty", "market-regulator", TODAY, LocalDate.parse("2026-05-31"));
        var late = determining.record(
                person, "administrative-penalty", "market-regulator", TODAY, LocalDate.parse("2026-06-01"));

        refused(ListingError.MINOR_AT_CONDUCT, () -> determining.propose(person, early));
        refused(ListingError.MINOR_AT_CONDUCT, () -> determining.propose(person, late, early));
        assertThat(determining.state(determining.propose(person, late))).isEqualTo(DeterminationState.PROPOSED);
    }

    @Test
    void aPersonWhoseAgeNothingShowsIsNotListed() {
        var person = determining.establish(new Identity.Person(IdType.PASSPORT, "X31313131", "虚构客"));
        var record = determining.record(person, "administrative-penalty", "market-regulator", TODAY, null);

        refused(ListingError.AGE_NOT_SHOWN, () -> determining.propose(person, record));
    }

    @Test
    void aPersonIsNotPutOnThePortalWithoutAStatute() {
        var person = determining.person(LocalDate.parse("1990-06-01"), 312);
        var id = determining.upTo(
                DeterminationState.SERVED,
                person,
                determining.record(person, "administrative-penalty", "market-regulator", TODAY, null));

        refused(
                ListingError.NOT_PUBLIC,
                () -> determining.the(PublishListing.class).publish(id, PROPOSER));
        assertThat(inbox.of(PROPOSER, 200)).noneMatch(line -> line.reference().equals(id.value()));
    }

    @Test
    void listsOfOthersAreNotDeterminedHere() {
        var company = determining.company(3120);
        var propose = determining.the(ProposeDetermination.class);

        refused(
                ListingError.LIST_NOT_DETERMINED_HERE,
                () -> propose.propose(company, new ListId("judgment-defaulters"), List.of(), "x", PROPOSER));
        refused(ListingError.LIST_NOT_YOURS, () -> propose.propose(company, SERIOUS, List.of(), "x", TAX));
        refused(
                ListingError.LIST_NOT_FOUND,
                () -> propose.propose(company, new ListId("no-such-list"), List.of(), "x", PROPOSER));
    }

    @Test
    void aListWhoseRulesTheCityMakesIsNotUsedBeforeTheyWerePutToThePublic() {
        var models = Objects.requireNonNull(packs.today().lists().get(MODELS.value()));

        assertThat(Objects.requireNonNull(models.procedure().consultation()).days())
                .isPositive();
        assertThat(models.basis()).extracting(Basis::document).contains("changzhou-joint-measures-2018");
    }

    @Test
    void anEntryInASeriousListIsForConductOfTheRules() {
        var company = determining.company(3188);
        var penalty = List.of(determining.penalty(company));
        var propose = determining.the(ProposeDetermination.class);

        refused(
                ListingError.CONDUCT_MISSING,
                () -> propose.propose(company, SERIOUS, penalty, Set.of(), "情节严重", PROPOSER));
        refused(
                ListingError.CONDUCT_NOT_OF_LIST,
                () -> propose.propose(company, SERIOUS, penalty, Set.of("no-such-conduct"), "情节严重", PROPOSER));
        var recorded = packs.today().behaviours().values().stream()
                .filter(one -> one.disposition() == Disposition.RECORDED)
                .findFirst()
                .orElseThrow();
        refused(
                ListingError.CONDUCT_NOT_OF_LIST,
                () -> propose.propose(company, SERIOUS, penalty, Set.of(recorded.id()), "情节严重", PROPOSER));
        var id = propose.propose(company, SERIOUS, penalty, Set.of("product-quality"), "情节严重", PROPOSER);

        assertThat(determining.the(Conduct.class).of(id)).containsExactly("product-quality");
    }

    @Test
    void theCrossCheckStopsASeriouslyUntrustworthyCompany() {
        determining.publishRules(MODELS, clock);
        var company = determining.company(3121);
        determining.upTo(DeterminationState.SERVED, company, determining.penalty(company));
        var id = determining.the(ProposeDetermination.class).propose(company, MODELS, List.of(), "连续纳税守信", TAX);

        refused(
                ListingError.CROSS_CHECK_CONFLICT,
                () -> determining.the(CrossCheck.class).check(id, TAX));
        assertThat(determining.state(id)).isEqualTo(DeterminationState.BLOCKED);
        refused(
                ListingError.STEP_SKIPPED,
                () -> determining.the(GiveNotice.class).inPublic(id, CREDIT_OFFICE));
    }

    @Test
    void anHonestCompanyIsListedAfterItsPublicNotice() {
        determining.publishRules(MODELS, clock);
        var company = determining.company(3122);
        var id = determining.the(ProposeDetermination.class).propose(company, MODELS, List.of(), "连续纳税守信", TAX);
        determining.the(CrossCheck.class).check(id, TAX);
        determining.the(GiveNotice.class).inPublic(id, CREDIT_OFFICE);
        var decide = determining.the(DecideDetermination.class);
        var decision = new DecideDetermination.Decision("常信用办〔2026〕32号", "受到诚信表彰", "符合条件", null);

        refused(ListingError.TOO_EARLY, () -> decide.decide(id, decision, CREDIT_DECIDER));
        clock.set(LocalDate.parse("2026-12-01"));
        decide.decide(id, decision, CREDIT_DECIDER);
        determining.the(PublishListing.class).publish(id, CREDIT_OFFICE);

        assertThat(determining.listing(id).validFrom()).isEqualTo("2026-12-01");
        assertThat(determining.listing(id).validUntil()).isEqualTo("2028-11-30");
        assertThat(determining.listing(id).publicFrom()).isEqualTo("2026-12-01");
    }

    @Test
    void aSeriousProposalAgainstAnHonestCompanyAsksTheOwnerOfTheIncentiveList() {
        determining.publishRules(MODELS, clock);
        var company = determining.company(3123);
        var model = determining.the(ProposeDetermination.class).propose(company, MODELS, List.of(), "连续守信", TAX);
        determining.the(CrossCheck.class).check(model, TAX);
        determining.the(GiveNotice.class).inPublic(model, CREDIT_OFFICE);
        clock.set(LocalDate.parse("2026-12-01"));
        determining
                .the(DecideDetermination.class)
                .decide(model, new DecideDetermination.Decision("常信用办〔2026〕33号", "受到表彰", "符合条件", null), CREDIT_DECIDER);
        var id = determining.propose(company, determining.penalty(company));

        assertThat(determining.the(CrossCheck.class).check(id, PROPOSER))
                .extracting(Listing::list)
                .containsExactly(MODELS);
        assertThat(determining.state(id)).isEqualTo(DeterminationState.CROSS_CHECKED);
        assertThat(inbox.of(CREDIT_OFFICE, 200))
                .anyMatch(line -> line.kind() == CaseKind.INCENTIVE_CONFLICT && company.equals(line.subject()));
    }

    @Test
    void anObjectionToTheRecordStopsTheListingAndItsEndResumesIt() {
        var company = determining.company(3124);
        var record = determining.penalty(company);
        var other = determining.penalty(company);
        var id = determining.upTo(DeterminationState.SERVED, company, record, other);
        var officer = Actor.platform("test");

        suspendRecord.suspend(record, officer);
        suspendRecord.suspend(other, officer);
        assertThat(determining.listing(id).suspended()).isTrue();
        suspendRecord.resume(record, officer);
        assertThat(determining.listing(id).suspended()).isTrue();
        suspendRecord.resume(other, officer);
        assertThat(determining.listing(id).suspended()).isFalse();
        assertThat(order.of(determining.listingId(id).value()))
                .extracting(Order.Entry::type)
                .containsExactly("ListingEntered", "ListingSuspended", "ListingResumed");
    }

    @Test
    void aListingEndsWhenNothingItRestsOnStandsAnyMore() {
        var company = determining.company(3125);
        var record = determining.penalty(company);
        var other = determining.penalty(company);
        var id = determining.upTo(DeterminationState.SERVED, company, record, other);

        endRecord.end(record, RecordState.ANNULLED, Actor.platform("test"));
        assertThat(determining.inForce(company)).hasSize(1);
        endRecord.end(other, RecordState.ANNULLED, Actor.platform("test"));

        assertThat(determining.inForce(company)).isEmpty();
        assertThat(determining.listing(id).state()).isEqualTo(ListingState.ANNULLED);
        assertThat(determining.listing(id).content()).isNotNull();
    }

    @Test
    void timeIsPartOfEveryQuestionAboutAListing() {
        var company = determining.company(3126);
        var before = order.now();
        var id = determining.upTo(DeterminationState.SERVED, company, determining.penalty(company));
        var listings = determining.the(Listings.class);
        var lastDay = java.util.Objects.requireNonNull(determining.listing(id).validUntil());
        var known = order.head().moment();

        assertThat(listings.inForce(company, before)).isEmpty();
        assertThat(listings.inForce(company, new org.xinheng.platform.audit.AsOf(lastDay, known)))
                .hasSize(1);
        assertThat(listings.inForce(company, new org.xinheng.platform.audit.AsOf(lastDay.plusDays(1), known)))
                .isEmpty();
        assertThat(listings.inForce(company, new org.xinheng.platform.audit.AsOf(TODAY.minusDays(1), known)))
                .isEmpty();
    }

    @Test
    void leavingEarlyTakesTwoOfficersAndTheDefinitionsTime() {
        var company = determining.company(3127);
        var id = determining.upTo(DeterminationState.SERVED, company, determining.penalty(company));
        var listing = determining.listingId(id);
        var end = determining.the(EndListing.class);

        refused(ListingError.TOO_EARLY, () -> end.propose(listing, ListingState.ENDED, "已履行", PROPOSER));
        end.propose(listing, ListingState.ANNULLED, "处罚决定被确认无效", PROPOSER);
        refused(ListingError.ENDING_NOT_OPEN, () -> end.propose(listing, ListingState.ANNULLED, "再提", PROPOSER));
        refused(ListingError.SECOND_OFFICER_NEEDED, () -> end.decide(listing, true, "同意", PROPOSER));
        end.decide(listing, true, "同意撤销", DECIDER);

        assertThat(determining.inForce(company)).isEmpty();
        assertThat(determining.listing(id).state()).isEqualTo(ListingState.ANNULLED);
        refused(ListingError.LISTING_ENDED, () -> end.propose(listing, ListingState.ANNULLED, "再撤", PROPOSER));
    }
}
