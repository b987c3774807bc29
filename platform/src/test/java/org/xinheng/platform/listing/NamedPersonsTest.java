package org.xinheng.platform.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xinheng.platform.Refusing.refused;
import static org.xinheng.platform.listing.Determining.DECIDER;
import static org.xinheng.platform.listing.Determining.DECISION;
import static org.xinheng.platform.listing.Determining.PROPOSER;
import static org.xinheng.platform.listing.Determining.REVIEWER;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.xinheng.kernel.identifier.IdType;
import org.xinheng.kernel.pack.ResponsibleRole;
import org.xinheng.platform.PlatformTest;
import org.xinheng.platform.SettableClock;
import org.xinheng.platform.Synthetic;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.record.EndRecord;
import org.xinheng.platform.record.RecordState;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.DeterminationId;
import org.xinheng.platform.shared.RecordId;
import org.xinheng.platform.shared.SubjectId;
import org.xinheng.platform.subject.Identity;
import org.xinheng.platform.subject.Relation;
import org.xinheng.platform.subject.Relations;
import org.xinheng.platform.subject.Subjects;

/** Promise 9: nobody pays for another. */
@PlatformTest
class NamedPersonsTest {

    private static final LocalDate TODAY = FixtureLists.DAY;

    @Autowired
    ApplicationContext context;

    @Autowired
    SettableClock clock;

    @Autowired
    Order order;

    Determining determining;

    @BeforeEach
    void begin() {
        FixtureLists.release(context);
        determining = new Determining(context);
    }

    private static Identity.Person person(LocalDate birth, int n) {
        return new Identity.Person(IdType.CITIZEN_ID, Synthetic.citizen(birth, n % 1000), "李虚构" + n);
    }

    private static Identity.Person adult(int n) {
        return person(LocalDate.parse("1980-05-06"), n);
    }

    private DeterminationId organisation(SubjectId company, RecordId record) {
        return determining
                .the(ProposeDetermination.class)
                .propose(company, FixtureLists.HEARD, List.of(record), "虚构的严重情节", PROPOSER);
    }

    private DeterminationId with(DeterminationId organisation, Identity.Person person) {
        return determining
                .the(ProposeNamedPerson.class)
                .propose(organisation, person, ResponsibleRole.LEGAL_REPRESENTATIVE, "主管该项业务", PROPOSER);
    }

    private void review(DeterminationId id) {
        determining.the(CrossCheck.class).check(id, PROPOSER);
        determining.the(GiveNotice.class).prior(id, TODAY, "拟列入", PROPOSER);
        determining.the(CloseStatement.class).waived(id, TODAY, "放弃陈述和听证", PROPOSER);
        determining.the(ReviewLegally.class).pass(id, "合法", REVIEWER);
    }

    private void decide(DeterminationId id, DeterminationId... names) {
        var decision = new DecideDetermination.Decision(
                DECISION.document(),
                DECISION.facts(),
                DECISION.reason(),
                DECISION.minutes(),
                DECISION.participants(),
                null,
                Set.of(names));
        determining.the(DecideDetermination.class).decide(id, decision, DECIDER);
    }

    private void serve(DeterminationId id) {
        determining.the(ServeDecision.class).serve(id, order.today(), true, true, PROPOSER);
    }

    private SubjectId subject(DeterminationId id) {
        return determining.the(Determinations.class).get(id).subject();
    }

    @Test
    void aPersonIsEnteredOnlyWhenTheDecisionAboutTheOrganisationNamesThem() {
        var company = determining.company(3621);
        var organisation = organisation(company, determining.penalty(company));
        var named = with(organisation, adult(3621));
        var unnamed = with(organisation, adult(3622));
        review(organisation);
        review(named);
        review(unnamed);
        refused(ListingError.NOT_NAMED_BY_DECISION, () -> decide(named));

        decide(organisation, named);
        assertThat(determining.state(unnamed)).isEqualTo(DeterminationState.LAPSED);
        refused(ListingError.STEP_SKIPPED, () -> decide(unnamed));
        decide(named);
        refused(ListingError.NOT_NAMED_BY_DECISION, () -> serve(named));
        serve(organisation);
        clock.set(TODAY.plusDays(20));
        serve(named);

        assertThat(determining.inForce(subject(named))).hasSize(1);
        assertThat(determining.inForce(subject(unnamed))).isEmpty();
        assertThat(determining.listing(named).validUntil())
                .isEqualTo(determining.listing(organisation).validUntil());
        assertThat(determining.the(Relations.class).of(company, order.head().moment()))
                .containsExactly(new Relation(
                        company, subject(named), Relation.Kind.LEGAL_REPRESENTATIVE, organisation.value()));
    }

    @Test
    void nobodyUnderEighteenAtTheConductIsProposedOrEvenKnown() {
        var company = determining.company(3623);
        var record = determining.record(
                company, "administrative-penalty", "market-regulator", TODAY, LocalDate.parse("2026-05-31"));
        var organisation = organisation(company, record);
        var minor = person(LocalDate.parse("2008-06-01"), 3623);

        refused(ListingError.MINOR_AT_CONDUCT, () -> with(organisation, minor));
        assertThat(determining.the(Subjects.class).find(minor)).isEmpty();
    }

    @Test
    void aListThatNamesNobodyTakesNoPersons() {
        var company = determining.company(3624);
        var organisation = determining.propose(company, determining.penalty(company));

        refused(ListingError.PERSONS_NOT_NAMED, () -> with(organisation, adult(3624)));
    }

    @Test
    void nobodyIsNamedForAPersonNorAfterTheDecision() {
        var company = determining.company(3625);
        var organisation = organisation(company, determining.penalty(company));
        var named = with(organisation, adult(3625));
        refused(ListingError.PERSONS_NOT_NAMED, () -> with(named, adult(3626)));
        review(organisation);
        decide(organisation, named);

        refused(ListingError.STEP_SKIPPED, () -> with(organisation, adult(3626)));
    }

    @Test
    void whenNothingIsDecidedAboutTheOrganisationNobodyIsNamed() {
        var company = determining.company(3627);
        var organisation = organisation(company, determining.penalty(company));
        var named = with(organisation, adult(3627));
        determining.the(WithdrawDetermination.class).withdraw(organisation, "事实不清", PROPOSER);

        assertThat(determining.state(named)).isEqualTo(DeterminationState.LAPSED);
    }

    private DeterminationId listedTogether(int n, RecordId record, SubjectId company) {
        var organisation = organisation(company, record);
        var named = with(organisation, adult(n));
        review(organisation);
        review(named);
        decide(organisation, named);
        serve(organisation);
        decide(named);
        serve(named);
        assertThat(determining.inForce(subject(named))).hasSize(1);
        return named;
    }

    @Test
    void aPersonLeavesWithTheOrganisation() {
        var company = determining.company(3628);
        var named = listedTogether(3628, determining.penalty(company), company);
        var listing = determining.inForce(company).getFirst().id();
        var end = determining.the(EndListing.class);
        end.propose(listing, ListingState.ANNULLED, "决定被复议撤销", PROPOSER);
        end.decide(listing, true, "同意", DECIDER);

        assertThat(determining.inForce(subject(named))).isEmpty();
        assertThat(determining.listing(named).state()).isEqualTo(ListingState.ANNULLED);
        assertThat(determining.listing(named).content()).isNotNull();
    }

    @Test
    void bothAreUndoneWhenTheRecordTheyRestOnIsAnnulled() {
        var company = determining.company(3629);
        var record = determining.penalty(company);
        var named = listedTogether(3629, record, company);
        determining.the(EndRecord.class).end(record, RecordState.ANNULLED, Actor.platform("test"));

        assertThat(determining.inForce(company)).isEmpty();
        assertThat(determining.inForce(subject(named))).isEmpty();
        assertThat(determining.listing(named).state()).isEqualTo(ListingState.ANNULLED);
        assertThat(order.of(determining.listingId(named).value()))
                .extracting(Order.Entry::type)
                .filteredOn("ListingEnded"::equals)
                .hasSize(1);
    }
}
