package org.xinheng.platform.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xinheng.platform.Refusing.refused;
import static org.xinheng.platform.listing.Determining.DECIDER;
import static org.xinheng.platform.listing.Determining.PROPOSER;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinheng.platform.Callers;
import org.xinheng.platform.PlatformTest;
import org.xinheng.platform.SettableClock;
import org.xinheng.platform.access.AccessError;
import org.xinheng.platform.audit.AsOf;
import org.xinheng.platform.audit.Changes;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.casework.CaseKind;
import org.xinheng.platform.casework.CloseCase;
import org.xinheng.platform.casework.Inbox;
import org.xinheng.platform.record.EndRecord;
import org.xinheng.platform.record.RecordState;
import org.xinheng.platform.record.Records;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.DeterminationId;
import org.xinheng.platform.shared.ListId;
import org.xinheng.platform.shared.ListingId;
import org.xinheng.platform.shared.RecordId;
import org.xinheng.platform.shared.Role;
import org.xinheng.platform.shared.SubjectId;

/** Honours and restraints that meet, candidates, and how one leaves a list. */
@PlatformTest
class ListsMeetTest {

    private static final LocalDate TODAY = FixtureLists.DAY;
    private static final LocalDate AFTER_NOTICE = LocalDate.parse("2027-01-12");
    private static final ListId DEFAULTERS = new ListId("judgment-defaulters");
    private static final ListId AEO = new ListId("advanced-certified-enterprises");
    private static final Actor CUSTOMS = Callers.officer("customs-clerk", "customs", Role.REPORTER, Role.DETERMINER);
    private static final Actor COURT = Callers.officer("court-clerk", "court", Role.REPORTER);

    @Autowired
    ApplicationContext context;

    @Autowired
    SettableClock clock;

    @Autowired
    Order order;

    @Autowired
    Inbox inbox;

    @Autowired
    Listings listings;

    Determining determining;

    @BeforeEach
    void begin() {
        FixtureLists.release(context);
        determining = new Determining(context);
    }

    private ListingId receive(Actor source, SubjectId subject, ListId list, RecordId record) {
        var entry = new ReceivedEntry(
                subject,
                list,
                source.requiredAgency(),
                "虚构来源单位",
                "（2026）苏04执虚9号",
                "虚构",
                order.today().minusDays(3),
                order.today().minusDays(2),
                true,
                null,
                record);
        return Objects.requireNonNull(determining.the(TransactionTemplate.class).execute(_ -> {
            var change = determining.the(Changes.class).open(source);
            change.publish(Determining.sentIn(subject, record));
            return determining
                    .the(ReceiveListings.class)
                    .receive(List.of(entry), change)
                    .getFirst();
        }));
    }

    private RecordId record(SubjectId subject, String item, String source) {
        return determining.record(subject, item, source, order.today().minusDays(3), null);
    }

    private DeterminationId honour(SubjectId company) {
        var id = determining
                .the(ProposeDetermination.class)
                .propose(company, FixtureLists.FOUND, List.of(), "连续守信", PROPOSER);
        determining.the(CrossCheck.class).check(id, PROPOSER);
        determining.the(GiveNotice.class).inPublic(id, PROPOSER);
        return id;
    }

    private ListingId honoured(SubjectId company) {
        var id = honour(company);
        clock.set(AFTER_NOTICE);
        determining
                .the(DecideDetermination.class)
                .decide(id, new DecideDetermination.Decision("常市监信〔2027〕3号", "连续守信", "符合条件", null), DECIDER);
        return determining.listingId(id);
    }

    private boolean asked(Actor officer, ListingId incentive) {
        return inbox.of(officer, 300).stream()
                .anyMatch(line -> line.kind() == CaseKind.INCENTIVE_CONFLICT
                        && line.reference().equals(incentive.value()));
    }

    @Test
    void whenAnHonouredCompanyIsSeriouslyListedTheOwnerOfTheHonourIsAsked() {
        var company = determining.company(3641);
        var incentive = honoured(company);
        assertThat(asked(PROPOSER, incentive)).isFalse();
        receive(COURT, company, DEFAULTERS, record(company, "serious-list-entry", "court"));

        assertThat(asked(PROPOSER, incentive)).isTrue();
        assertThat(determining.inForce(company))
                .as("the platform never decides")
                .hasSize(2);
        var end = determining.the(EndListing.class);
        end.propose(incentive, ListingState.ENDED, "列入严重失信主体名单", PROPOSER);
        end.decide(incentive, true, "同意移出", DECIDER);
        assertThat(asked(PROPOSER, incentive)).isFalse();
    }

    @Test
    void whenASeriouslyListedCompanyIsHonouredElsewhereTheOwnerOfTheHonourIsAskedOnce() {
        var company = determining.company(3642);
        receive(COURT, company, DEFAULTERS, record(company, "serious-list-entry", "court"));
        var incentive = receive(CUSTOMS, company, AEO, record(company, "incentive-list-entry", "customs"));
        assertThat(asked(CUSTOMS, incentive)).isTrue();

        receive(COURT, company, DEFAULTERS, record(company, "serious-list-entry", "court"));
        var waiting = inbox.of(CUSTOMS, 300).stream()
                .filter(line -> line.reference().equals(incentive.value()))
                .toList();
        assertThat(waiting).hasSize(1);
        determining.the(CloseCase.class).close(waiting.getFirst().id(), CUSTOMS);
        assertThat(asked(CUSTOMS, incentive)).isFalse();
    }

    @Test
    void aCompanyMayDeclineAnHonourAndNothingFollows() {
        var company = determining.company(3643);
        var id = honour(company);
        determining.the(DeclineHonour.class).decline(id, "本公司不需要该称号", PROPOSER);

        assertThat(determining.state(id)).isEqualTo(DeterminationState.DECLINED);
        clock.set(AFTER_NOTICE);
        refused(
                ListingError.STEP_SKIPPED,
                () -> determining
                        .the(DecideDetermination.class)
                        .decide(id, new DecideDetermination.Decision("d", "f", "r", null), DECIDER));
        assertThat(determining.inForce(company)).isEmpty();
        var adverse = determining.propose(company, determining.penalty(company));
        refused(
                ListingError.STEP_SKIPPED,
                () -> determining.the(DeclineHonour.class).decline(adverse, "不接受", PROPOSER));
    }

    @Test
    void anObjectionInThePublicNoticeIsAnsweredAndItsClockRunsOn() {
        var company = determining.company(3644);
        var id = honour(company);
        var due = determining.the(Determinations.class).get(id).last().due();
        determining.the(GiveNotice.class).answerObjection(id, "该公司拖欠货款", "经核查不实", PROPOSER);

        var determination = determining.the(Determinations.class).get(id);
        assertThat(determination.state()).isEqualTo(DeterminationState.PUBLIC_NOTICE);
        assertThat(determination.last().due()).isEqualTo(due);
        refused(
                ListingError.TOO_EARLY,
                () -> determining
                        .the(DecideDetermination.class)
                        .decide(id, new DecideDetermination.Decision("d", "f", "r", null), DECIDER));
    }

    @Test
    void candidatesComeFromRecordsInForceAndPeopleDecide() {
        var found = determining.company(3645);
        var penalised = determining.company(3646);
        var one = determining.company(3647);
        var listed = determining.company(3648);
        var annulled = determining.company(3649);
        for (var company : List.of(found, penalised, listed, annulled)) {
            record(company, "honour", "market-regulator");
            record(company, "honour", "market-regulator");
        }
        record(one, "honour", "market-regulator");
        determining.penalty(penalised);
        receive(COURT, listed, DEFAULTERS, record(listed, "serious-list-entry", "court"));
        determining
                .the(EndRecord.class)
                .end(record(annulled, "honour", "market-regulator"), RecordState.ANNULLED, PROPOSER);
        determining.the(Records.class).inForce(annulled, order.now()).stream()
                .filter(record -> record.item().value().equals("honour"))
                .findFirst()
                .ifPresent(record -> determining.the(EndRecord.class).end(record.id(), RecordState.ANNULLED, PROPOSER));

        assertThat(candidates()).contains(found).doesNotContain(penalised, one, listed, annulled);
        assertThat(determining.inForce(found)).isEmpty();

        var id = determining
                .the(ProposeDetermination.class)
                .propose(found, FixtureLists.FOUND, evidence(found), "规则候选，经核实", PROPOSER);
        assertThat(determining.state(id)).isEqualTo(DeterminationState.PROPOSED);
        assertThat(candidates()).doesNotContain(found);
    }

    private List<SubjectId> candidates() {
        return page().stream().map(one -> one.subject().id()).toList();
    }

    private List<Candidates.Candidate> page() {
        return determining
                .the(Candidates.class)
                .page(FixtureLists.FOUND, null, 200, PROPOSER)
                .candidates();
    }

    private List<RecordId> evidence(SubjectId subject) {
        var list = Objects.requireNonNull(determining
                .the(org.xinheng.platform.packs.Packs.class)
                .today()
                .lists()
                .get(FixtureLists.FOUND.value()));
        return page().stream()
                .filter(one -> one.subject().id().equals(subject))
                .findFirst()
                .orElseThrow()
                .evidence(list);
    }

    @Test
    void candidatesAreForWhoeverMayProposeThem() {
        var candidates = determining.the(Candidates.class);
        var checker = Callers.officer("housing-checker", "housing", Role.CHECKER);

        refused(AccessError.OTHER_AGENCY, () -> candidates.page(FixtureLists.FOUND, null, 20, checker));
        refused(ListingError.NO_CANDIDATES_RULE, () -> candidates.page(Determining.SERIOUS, null, 20, PROPOSER));
    }

    @Test
    void anEarlyExitIsAskedForByTheListedAndGrantedByASecondOfficer() {
        var company = determining.company(3650);
        determining.upTo(DeterminationState.SERVED, company, determining.penalty(company));
        var listing = determining.inForce(company).getFirst().id();
        var end = determining.the(EndListing.class);
        var application = new EndListing.Application(TODAY.plusYears(1), "已履行全部义务，申请移出");
        refused(ListingError.TOO_EARLY, () -> end.propose(listing, ListingState.ENDED, application, "符合条件", PROPOSER));

        clock.set(TODAY.plusYears(1));
        refused(ListingError.APPLICATION_MISSING, () -> end.propose(listing, ListingState.ENDED, "符合条件", PROPOSER));
        end.propose(listing, ListingState.ENDED, application, "符合条件", PROPOSER);
        refused(ListingError.SECOND_OFFICER_NEEDED, () -> end.decide(listing, true, "同意", PROPOSER));
        end.decide(listing, true, "同意提前移出", DECIDER);
        assertThat(determining.inForce(company)).isEmpty();
        assertThat(listings.get(listing, order.now()).state()).isEqualTo(ListingState.ENDED);
    }

    @Test
    void aListingEndsByTheClockAndCanStillBeAnnulledAndWasThenNeverInForce() {
        var company = determining.company(3651);
        determining.upTo(DeterminationState.SERVED, company, determining.penalty(company));
        var listing = determining.inForce(company).getFirst();
        var known = order.now().knownAt();
        var lastDay = Objects.requireNonNull(listing.validUntil());
        clock.set(lastDay);
        assertThat(determining.inForce(company)).hasSize(1);
        clock.set(lastDay.plusDays(1));
        assertThat(determining.inForce(company)).isEmpty();

        var end = determining.the(EndListing.class);
        var application = new EndListing.Application(lastDay, "申请");
        refused(
                ListingError.LISTING_ENDED,
                () -> end.propose(listing.id(), ListingState.ENDED, application, "已届满", PROPOSER));
        end.propose(listing.id(), ListingState.ANNULLED, "处罚被法院撤销", PROPOSER);
        end.decide(listing.id(), true, "撤销列入", DECIDER);

        var during = TODAY.plusDays(30);
        assertThat(listings.inForce(company, new AsOf(during, order.now().knownAt())))
                .as("counts as never")
                .isEmpty();
        assertThat(listings.inForce(company, new AsOf(during, known)))
                .as("what was known then stays known")
                .hasSize(1);
        assertThat(listings.get(listing.id(), order.now()).content()).isNotNull();
    }

    @Test
    void aSourceAltersAndRemovesWhatItSentAndNobodyElseDoes() {
        var company = determining.company(3652);
        var record = record(company, "serious-list-entry", "court");
        var listing = receive(COURT, company, DEFAULTERS, record);
        var remove = determining.the(RemoveReceived.class);
        refused(ListingError.DAY_OUT_OF_ORDER, () -> remove.remove(record, TODAY.plusDays(1), COURT));

        remove.remove(record, TODAY.minusDays(1), COURT);

        assertThat(determining.inForce(company)).isEmpty();
        assertThat(listings.get(listing, order.now()).validUntil()).isEqualTo(TODAY.minusDays(2));
        assertThat(listings.get(listing, order.now()).state()).isEqualTo(ListingState.ENDED);
        receive(COURT, company, DEFAULTERS, record);
        assertThat(determining.inForce(company))
                .as("sent in again it stays removed")
                .isEmpty();
        var penalty = determining.penalty(company);
        refused(ListingError.NOT_RECEIVED_FROM_SOURCE, () -> remove.remove(penalty, TODAY, COURT));
        assertThat(new AgencyId("court")).isEqualTo(COURT.agency());
    }
}
