package org.xinheng.platform.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xinheng.platform.Refusing.refused;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinheng.kernel.identifier.CreditCode;
import org.xinheng.kernel.identifier.IdType;
import org.xinheng.platform.Callers;
import org.xinheng.platform.PlatformTest;
import org.xinheng.platform.SettableClock;
import org.xinheng.platform.Synthetic;
import org.xinheng.platform.access.AccessError;
import org.xinheng.platform.audit.Changes;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.casework.CaseKind;
import org.xinheng.platform.casework.Inbox;
import org.xinheng.platform.listing.DeterminationState;
import org.xinheng.platform.listing.Determining;
import org.xinheng.platform.listing.Listing;
import org.xinheng.platform.listing.Listings;
import org.xinheng.platform.record.Records;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.Role;
import org.xinheng.platform.shared.SubjectId;

@PlatformTest
class AmendSubjectTest {

    private static final LocalDate TODAY = SettableClock.START;
    private static final Actor CLERK = Callers.officer("credit-clerk", "credit-office", Role.CREDIT_OFFICE);
    private static final Actor HEAD = Callers.officer("credit-head", "credit-office", Role.CREDIT_OFFICE);
    private static final String GROUND = "登记机关准予变更登记通知书（虚构）第7号";

    @Autowired
    ApplicationContext context;

    @Autowired
    SettableClock clock;

    @Autowired
    AmendSubject amend;

    @Autowired
    Subjects subjects;

    @Autowired
    SubjectLife life;

    @Autowired
    Relations relations;

    @Autowired
    Listings listings;

    @Autowired
    Order order;

    @Autowired
    Inbox inbox;

    Determining determining;

    @BeforeEach
    void begin() {
        clock.set(TODAY);
        determining = new Determining(context);
    }

    private UUID granted(SubjectId subject, Amendment amendment) {
        var id = amend.propose(subject, amendment, GROUND, CLERK);
        amend.decide(id, true, HEAD);
        return id;
    }

    private static Identity.Organisation organisation(int n) {
        return new Identity.Organisation(new CreditCode(Synthetic.organisation(n)), "");
    }

    private SubjectId establish(Identity identity) {
        var known = context.getBean(TransactionTemplate.class)
                .execute(_ -> subjects.establish(
                        List.of(identity), context.getBean(Changes.class).open(Actor.platform("test"))));
        return Objects.requireNonNull(Objects.requireNonNull(known).get(identity));
    }

    private SubjectId listed(int n) {
        var company = determining.company(n);
        determining.upTo(DeterminationState.SERVED, company, determining.penalty(company));
        return company;
    }

    private List<Listing> inForce(SubjectId subject) {
        return listings.inForce(subject, order.now());
    }

    @Test
    void aChangeTakesTwoOfficersOfTheCreditOffice() {
        var company = determining.company(3701);
        var rename = new Amendment.Rename("常州虚构改名贸易有限公司", TODAY, null, null);
        refused(AccessError.NOT_PERMITTED, () -> amend.propose(company, rename, GROUND, Determining.PROPOSER));
        refused(SubjectError.AMENDMENT_INCOMPLETE, () -> amend.propose(company, rename, " ", CLERK));

        var id = amend.propose(company, rename, GROUND, CLERK);
        refused(SubjectError.AMENDMENT_WAITS, () -> amend.propose(company, rename, GROUND, CLERK));
        refused(SubjectError.AMENDMENT_NEEDS_SECOND_OFFICER, () -> amend.decide(id, true, CLERK));
        assertThat(inbox.of(CLERK, 300)).noneMatch(line -> line.reference().equals(id));
        assertThat(inbox.of(HEAD, 300))
                .anyMatch(line -> line.kind() == CaseKind.SUBJECT_AMENDMENT
                        && line.reference().equals(id));
        assertThat(subjects.get(company).name()).isEqualTo("常州虚构3701号贸易有限公司");

        amend.decide(id, false, HEAD);
        assertThat(subjects.get(company).name()).isEqualTo("常州虚构3701号贸易有限公司");
        refused(SubjectError.AMENDMENT_NOT_OPEN, () -> amend.decide(id, true, HEAD));
        assertThat(inbox.of(HEAD, 300)).noneMatch(line -> line.reference().equals(id));
    }

    @Test
    void aRenamedCompanyIsFoundByItsFormerNameAndTheNameOfADayStaysReadable() {
        var company = determining.company(3702);
        var before = order.now().knownAt();
        granted(company, new Amendment.Rename("常州虚构新名贸易有限公司", TODAY.minusDays(10), null, null));
        var after = order.now().knownAt();

        assertThat(subjects.get(company).name()).isEqualTo("常州虚构新名贸易有限公司");
        assertThat(subjects.isNamed(company, "常州虚构3702号贸易有限公司")).isTrue();
        assertThat(subjects.isNamed(company, "常州虚构新名贸易有限公司")).isTrue();
        assertThat(context.getBean(OrganisationSearch.class).find("虚构3702号", 10))
                .extracting(Subject::id)
                .contains(company);
        assertThat(life.nameOn(company, TODAY.minusDays(11), after)).contains("常州虚构3702号贸易有限公司");
        assertThat(life.nameOn(company, TODAY, after)).contains("常州虚构新名贸易有限公司");
        assertThat(life.of(company, before).names()).hasSizeLessThan(2);
        assertThat(order.of(company, after)).extracting(Order.Entry::type).contains("SubjectRenamed");
    }

    @Test
    void aRenamedPersonIsFoundByNumberWithEitherName() {
        var number = Synthetic.citizen(LocalDate.parse("1985-03-04"), 703);
        var person = establish(new Identity.Person(IdType.CITIZEN_ID, number, "王虚构"));
        refused(
                SubjectError.NOT_THIS_PERSON,
                () -> amend.propose(
                        person,
                        new Amendment.Rename(
                                "王改名", TODAY, IdType.CITIZEN_ID, Synthetic.citizen(LocalDate.parse("1985-03-04"), 704)),
                        GROUND,
                        CLERK));
        granted(person, new Amendment.Rename("王改名", TODAY, IdType.CITIZEN_ID, number));

        assertThat(subjects.find(new Identity.Person(IdType.CITIZEN_ID, number, "王改名")))
                .contains(person);
        assertThat(subjects.find(new Identity.Person(IdType.CITIZEN_ID, number, "王虚构")))
                .contains(person);
        assertThat(subjects.get(person).name()).doesNotContain("改名");
        assertThat(order.of(person, order.head().moment()))
                .extracting(Order.Entry::content)
                .noneMatch(content -> content != null && (content.contains("王") || content.contains(number)));
    }

    @Test
    void anOldCodeStillMeansTheSameOrganisation() {
        var company = listed(3705);
        granted(company, new Amendment.CodeChange(Synthetic.organisation(3706), TODAY));

        assertThat(subjects.find(organisation(3705))).contains(company);
        assertThat(subjects.find(organisation(3706))).contains(company);
        assertThat(subjects.get(company).code()).isEqualTo(Synthetic.organisation(3706));
        assertThat(life.of(company, order.head().moment()).formerCodes())
                .extracting(SubjectLife.FormerCode::code)
                .containsExactly(Synthetic.organisation(3705));
        assertThat(inForce(company)).hasSize(1);
        determining.company(3707);
        refused(
                SubjectError.ALREADY_ANOTHERS,
                () -> amend.propose(
                        company, new Amendment.CodeChange(Synthetic.organisation(3707), TODAY), GROUND, CLERK));
    }

    @Test
    void aSoleTraderWhoBecomesACompanyIsLinkedAndNeverTransferred() {
        var trader = establish(new Identity.SoleTrader(new CreditCode(Synthetic.soleTrader(3708)), "虚构小吃店"));
        determining.upTo(DeterminationState.SERVED, trader, determining.penalty(trader));
        var company = determining.company(3709);
        refused(
                SubjectError.NEVER_ONE,
                () -> amend.propose(
                        trader, new Amendment.CodeChange(Synthetic.organisation(3710), TODAY), GROUND, CLERK));
        refused(SubjectError.NEVER_ONE, () -> amend.propose(trader, new Amendment.Merge(company), GROUND, CLERK));
        refused(
                SubjectError.AMENDMENT_DOES_NOT_FIT,
                () -> amend.propose(company, new Amendment.Continuation(trader), GROUND, CLERK));

        var id = granted(trader, new Amendment.Continuation(company));

        assertThat(relations.of(company, order.head().moment()))
                .containsExactly(new Relation(trader, company, Relation.Kind.CONTINUED_AS, id));
        assertThat(inForce(company)).isEmpty();
        assertThat(inForce(trader)).hasSize(1);
    }

    @Test
    void whoeverReadsOneOfTwoMergedReadsBothAndASplitUndoesItWithoutLoss() {
        var one = listed(3711);
        var other = determining.company(3712);
        var record = determining.penalty(other);
        var before = order.now();
        granted(one, new Amendment.Merge(other));
        var merged = order.now();

        assertThat(inForce(other)).extracting(Listing::subject).containsExactly(one);
        assertThat(context.getBean(Records.class).inForce(one, order.now()))
                .extracting(kept -> kept.id())
                .contains(record);
        assertThat(life.of(one, merged.knownAt()).mergedInto()).isEqualTo(other);
        assertThat(subjects.isNamed(one, "常州虚构3712号贸易有限公司")).isTrue();
        assertThat(listings.inForce(other, before)).as("as known before").isEmpty();
        refused(
                SubjectError.AMENDMENT_DOES_NOT_FIT,
                () -> amend.propose(one, new Amendment.Merge(determining.company(3713)), GROUND, CLERK));

        granted(one, new Amendment.Split());
        assertThat(inForce(other)).isEmpty();
        assertThat(inForce(one)).hasSize(1);
        assertThat(listings.inForce(other, merged)).as("as known meanwhile").hasSize(1);
        granted(one, new Amendment.Merge(other));
        assertThat(inForce(other)).hasSize(1);
    }

    @Test
    void aPersonIsNeverOneWithAnOrganisation() {
        var company = determining.company(3714);
        var person = establish(
                new Identity.Person(IdType.CITIZEN_ID, Synthetic.citizen(LocalDate.parse("1985-03-04"), 714), "周虚构"));
        refused(SubjectError.NEVER_ONE, () -> amend.propose(person, new Amendment.Merge(company), GROUND, CLERK));
    }

    @Test
    void nothingNewIsDeterminedAboutACancelledCompanyAndWhatStandsStaysUntilItsTerm() {
        var company = listed(3715);
        var other = determining.company(3716);
        var running = determining.propose(other, determining.penalty(other));
        granted(company, new Amendment.Closure(TODAY));
        granted(other, new Amendment.Closure(TODAY));

        assertThat(inForce(company)).hasSize(1);
        assertThat(order.of(running.value())).extracting(Order.Entry::type).contains("DeterminationLapsed");
        refused(SubjectError.SUBJECT_CLOSED, () -> determining.propose(other, determining.penalty(other)));
        refused(
                SubjectError.AMENDMENT_DOES_NOT_FIT,
                () -> amend.propose(other, new Amendment.Closure(TODAY), GROUND, CLERK));

        granted(other, new Amendment.Reopening());
        assertThat(determining.propose(other, determining.penalty(other))).isNotNull();
    }

    @Test
    void aDeadPersonsMattersEnd() {
        var person = establish(
                new Identity.Person(IdType.CITIZEN_ID, Synthetic.citizen(LocalDate.parse("1970-03-04"), 717), "吴虚构"));
        determining.upTo(DeterminationState.SERVED, person, determining.penalty(person));
        assertThat(inForce(person)).hasSize(1);
        granted(person, new Amendment.Closure(TODAY));

        assertThat(inForce(person)).isEmpty();
        assertThat(order.of(person, order.head().moment()))
                .extracting(Order.Entry::type)
                .contains("SubjectClosed", "ListingEnded");
    }

    @Test
    void relationsAreOnlyThoseThatDecisionsName() {
        var company = listed(3718);
        assertThat(relations.of(company, order.head().moment())).isEmpty();
    }

    @Test
    void whereNoPopulationRegisterIsConnectedNobodyIsAskedAndNothingKept() {
        var check = context.getBean(CheckIdentity.class);
        var person =
                new Identity.Person(IdType.CITIZEN_ID, Synthetic.citizen(LocalDate.parse("1985-03-04"), 719), "郑虚构");
        var head = order.head();

        assertThat(check.isConnected()).isFalse();
        refused(SubjectError.IDENTITY_CHECK_ABSENT, () -> check.ask(person, "核对报送", "信用信息报送", "虚构依据第一条", CLERK));
        refused(SubjectError.IDENTITY_CHECK_UNGROUNDED, () -> check.ask(person, "", "信用信息报送", "虚构依据第一条", CLERK));
        assertThat(order.head()).isEqualTo(head);
        assertThat(subjects.find(person)).isEmpty();
    }
}
