package org.xinheng.platform.jointaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xinheng.platform.Refusing.refused;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinheng.kernel.IdGenerator;
import org.xinheng.kernel.calendar.WorkingCalendar;
import org.xinheng.kernel.identifier.CreditCode;
import org.xinheng.kernel.identifier.IdType;
import org.xinheng.kernel.pack.ListOrigin;
import org.xinheng.kernel.pack.MeasureKind;
import org.xinheng.platform.Callers;
import org.xinheng.platform.PlatformTest;
import org.xinheng.platform.SettableClock;
import org.xinheng.platform.Synthetic;
import org.xinheng.platform.access.AccessError;
import org.xinheng.platform.access.Scope;
import org.xinheng.platform.audit.Changes;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.casework.CaseKind;
import org.xinheng.platform.casework.Inbox;
import org.xinheng.platform.listing.Listing;
import org.xinheng.platform.record.AcceptRecords;
import org.xinheng.platform.record.RecordDraft;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.ItemId;
import org.xinheng.platform.shared.Role;
import org.xinheng.platform.shared.SubjectId;
import org.xinheng.platform.shared.SubmissionId;
import org.xinheng.platform.subject.Identity;

@PlatformTest
class JointActionTest {

    private static final LocalDate NEXT_YEAR = SettableClock.START.plusYears(1);
    private static final Actor HOUSING = Callers.officer("housing-j", "housing", Role.CHECKER);
    private static final Actor TAX = Callers.officer("tax-j", "tax", Role.CHECKER);
    private static final Actor REGULATOR = Callers.officer("regulator-j", "market-regulator", Role.CHECKER);
    private static final Actor OFFICE = Callers.officer("office-j", "credit-office", Role.CREDIT_OFFICE, Role.CHECKER);
    private static int next = 8_600;

    @Autowired
    ApplicationContext context;

    @Autowired
    Tasks tasks;

    @Autowired
    AdvanceTask advanceTask;

    @Autowired
    ChaseTask chaseTask;

    @Autowired
    HonourReviews honours;

    @Autowired
    Forwardings forwardings;

    @Autowired
    Examples examples;

    @Autowired
    QuarterReport quarterReport;

    @Autowired
    Inbox inbox;

    @Autowired
    Order order;

    @Autowired
    SettableClock clock;

    private Listed listed;

    @BeforeEach
    void onTheFirstDay() {
        clock.set(SettableClock.START);
        listed = new Listed(context);
    }

    private SubjectId company() {
        return listed.subject(
                new Identity.Organisation(CreditCode.parse(Synthetic.organisation(next++)), "常州虚构联合有限公司"));
    }

    private Task task(Listing listing, String agency) {
        return tasks.newest(Scope.own(new AgencyId(agency)), null, 200).stream()
                .filter(task -> task.listing().equals(listing.id()))
                .findFirst()
                .orElseThrow();
    }

    private List<CaseKind> waiting(UUID reference) {
        return inbox.about(List.of(reference)).getOrDefault(reference, List.of()).stream()
                .map(Inbox.Line::kind)
                .toList();
    }

    private static TaskStep.Said said(String note) {
        return TaskStep.Said.note(note);
    }

    @Test
    void whatAnotherAgencyCarriedOutIsThereToRecognise() {
        var listing = listed.enter(company(), "market-regulation-serious", NEXT_YEAR);
        var task = task(listing, "housing");
        var other = Objects.requireNonNull(others(listing, task));
        assertThat(tasks.doneElsewhere(task)).isEmpty();
        var actor = Callers.officer("recognised", other.agency().value(), Role.CHECKER);

        advanceTask.advance(other.id(), TaskState.RESPONDED, said("已接收"), actor);
        assertThat(tasks.doneElsewhere(task)).isEmpty();
        advanceTask.advance(other.id(), TaskState.EXECUTED, said("已依法限制"), actor);

        assertThat(tasks.doneElsewhere(task)).singleElement().satisfies(one -> {
            assertThat(one.agency()).isEqualTo(other.agency());
            assertThat(task.measures()).containsAll(one.measures());
            assertThat(one.measures()).isNotEmpty();
        });
    }

    /** Another agency's task because of the same listing with a measure of this one. */
    private @Nullable Task others(Listing listing, Task task) {
        return tasks.newest(Scope.EVERYBODY, null, 500).stream()
                .filter(one ->
                        one.listing().equals(listing.id()) && !one.agency().equals(task.agency()))
                .filter(one -> one.measures().stream().anyMatch(task.measures()::contains))
                .findFirst()
                .orElse(null);
    }

    @Test
    void eachExecutorOfTheCityGetsATaskWithAClockInWorkingDaysAndNoGuestDoes() {
        var listing = listed.enter(company(), "a-grade-taxpayers", NEXT_YEAR);

        var task = task(listing, "housing");
        assertThat(task.due())
                .isEqualTo(WorkingCalendar.published()
                        .plusWorkingDays(SettableClock.START, 5)
                        .date());
        assertThat(waiting(task.id().value())).containsExactly(CaseKind.JOINT_ACTION_RESPONSE);
        assertThat(tasks.newest(Scope.own(new AgencyId("commercial-banks")), null, 200))
                .noneMatch(other -> other.listing().equals(listing.id()));
    }

    @Test
    void theInboxFollowsTheStepsAndForgetsWhatTheClockEnds() {
        var listing = listed.enter(company(), "market-regulation-serious", SettableClock.START.plusDays(40));
        var task = task(listing, "housing");

        advanceTask.advance(task.id(), TaskState.RESPONDED, said("已确定由建管处承办"), HOUSING);
        assertThat(waiting(task.id().value())).containsExactly(CaseKind.JOINT_ACTION_EXECUTION);
        advanceTask.advance(
                task.id(), TaskState.EXECUTED, new TaskStep.Said("已在资质审核中核对", null, List.of("审核意见 12 号")), HOUSING);
        assertThat(waiting(task.id().value())).containsExactly(CaseKind.JOINT_ACTION_FEEDBACK);
        refused(
                JointActionError.FIELD_REQUIRED,
                () -> advanceTask.advance(task.id(), TaskState.FED_BACK, said(" "), HOUSING));

        clock.set(SettableClock.START.plusDays(41));
        assertThat(waiting(task.id().value())).isEmpty();
        assertThat(tasks.get(task.id()).state()).isEqualTo(TaskState.CLOSED);

        clock.set(SettableClock.START.plusDays(1));
        advanceTask.advance(task.id(), TaskState.FED_BACK, said("已从严审核"), HOUSING);
        assertThat(waiting(task.id().value())).isEmpty();
        assertThat(tasks.steps(tasks.get(task.id())))
                .extracting(TaskStep::state)
                .containsExactly(TaskState.INITIATED, TaskState.RESPONDED, TaskState.EXECUTED, TaskState.FED_BACK);
        assertThat(tasks.steps(tasks.get(task.id())).get(2).said())
                .isEqualTo(new TaskStep.Said("已在资质审核中核对", null, List.of("审核意见 12 号")));
        assertThat(order.of(task.id().value()))
                .extracting(Order.Entry::type)
                .contains("JointActionInitiated", "JointActionResponded", "JointActionExecuted", "JointActionFedBack");
    }

    @Test
    void notApplicableNeedsItsReasonAndForAMandatoryMeasureABasis() {
        var mandatory = task(listed.enter(company(), "market-regulation-serious", NEXT_YEAR), "housing");
        assertThat(mandatory.mandatory()).isTrue();
        refused(
                JointActionError.REASON_REQUIRED,
                () -> advanceTask.advance(mandatory.id(), TaskState.NOT_APPLICABLE, null, HOUSING));
        refused(
                JointActionError.REASON_REQUIRED,
                () -> advanceTask.advance(mandatory.id(), TaskState.NOT_APPLICABLE, said("不归我局管"), HOUSING));
        advanceTask.advance(
                mandatory.id(),
                TaskState.NOT_APPLICABLE,
                new TaskStep.Said("本局不办理该企业的事项", "《企业信息公示暂行条例》第十八条", List.of()),
                HOUSING);

        var recommended = task(listed.enter(company(), "a-grade-taxpayers", NEXT_YEAR), "housing");
        assertThat(recommended.mandatory()).isFalse();
        advanceTask.advance(recommended.id(), TaskState.NOT_APPLICABLE, said("没有相应事项"), HOUSING);

        assertThat(tasks.get(mandatory.id()).state()).isEqualTo(TaskState.NOT_APPLICABLE);
        assertThat(waiting(mandatory.id().value())).isEmpty();
        refused(
                JointActionError.STEP_NOT_NEXT,
                () -> advanceTask.advance(mandatory.id(), TaskState.EXECUTED, null, HOUSING));
    }

    @Test
    void onlyTheTasksOwnAgencyTakesItsSteps() {
        var task = task(listed.enter(company(), "market-regulation-serious", NEXT_YEAR), "housing");

        refused(AccessError.OTHER_AGENCY, () -> advanceTask.advance(task.id(), TaskState.RESPONDED, null, TAX));
    }

    @Test
    void anObjectionSuspendsTheTasksAndTheirClocks() {
        var listing = listed.enter(company(), "market-regulation-serious", NEXT_YEAR);
        var task = task(listing, "housing");

        listed.suspend(listing);
        assertThat(waiting(task.id().value())).isEmpty();
        refused(JointActionError.TASK_CLOSED, () -> advanceTask.advance(task.id(), TaskState.RESPONDED, null, HOUSING));

        clock.set(SettableClock.START.plusDays(30));
        listed.resume(listing);
        assertThat(tasks.get(task.id()).state()).isEqualTo(TaskState.INITIATED);
        assertThat(tasks.get(task.id()).due()).isAfter(SettableClock.START.plusDays(30));
    }

    @Test
    void aListingWithoutAttestedServiceOpensNothing() {
        var listing = listed.enter(company(), "judgment-defaulters", NEXT_YEAR, ListOrigin.RECEIVED, false);

        assertThat(tasks.newest(Scope.EVERYBODY, null, 50))
                .noneMatch(task -> task.listing().equals(listing.id()));
    }

    @Test
    void whoIsLateIsRemindedAndSeesItInTheInbox() {
        var task = task(listed.enter(company(), "market-regulation-serious", NEXT_YEAR), "housing");
        refused(JointActionError.NOT_LATE, () -> chaseTask.chase(task.id(), OFFICE));

        clock.set(Objects.requireNonNull(task.due()).plusDays(1));
        assertThat(tasks.overdue(Scope.EVERYBODY, 1_000)).extracting(Task::id).contains(task.id());
        refused(AccessError.NOT_PERMITTED, () -> chaseTask.chase(task.id(), HOUSING));
        chaseTask.chase(task.id(), OFFICE);
        chaseTask.chase(task.id(), OFFICE);

        assertThat(tasks.get(task.id()).chased()).isEqualTo(2);
        assertThat(waiting(task.id().value()))
                .containsExactlyInAnyOrder(CaseKind.JOINT_ACTION_RESPONSE, CaseKind.JOINT_ACTION_CHASED);
        advanceTask.advance(task.id(), TaskState.RESPONDED, null, HOUSING);
        assertThat(waiting(task.id().value())).containsExactly(CaseKind.JOINT_ACTION_EXECUTION);
        assertThat(tasks.overdue(Scope.EVERYBODY, 1_000)).extracting(Task::id).doesNotContain(task.id());
    }

    @Test
    void theInboxRemindsBeforeTheLastDay() {
        var task = task(listed.enter(company(), "market-regulation-serious", NEXT_YEAR), "housing");
        assertThat(line(task).soon()).isFalse();

        clock.set(Objects.requireNonNull(task.due()).minusDays(1));
        assertThat(line(task).soon()).isTrue();
        assertThat(line(task).overdue()).isFalse();
    }

    private Inbox.Line line(Task task) {
        return inbox.about(List.of(task.id().value()))
                .getOrDefault(task.id().value(), List.of())
                .getFirst();
    }

    @Test
    void peopleDecideWhetherAnHonourStaysWhenItsHolderIsEnteredInASeriousList() {
        var subject = company();
        var honour = honoured(subject, "market-regulator");
        var incentive = listed.enter(subject, "a-grade-taxpayers", NEXT_YEAR);
        var serious = listed.enter(subject, "wage-arrears", NEXT_YEAR);

        var byRegulator = reviews(REGULATOR, serious).getFirst();
        assertThat(byRegulator.honour()).isEqualTo(honour);
        assertThat(reviews(TAX, serious))
                .singleElement()
                .satisfies(review ->
                        assertThat(review.honour()).isEqualTo(incentive.id().value()));
        assertThat(reviews(HOUSING, serious)).isEmpty();
        assertThat(waiting(byRegulator.id())).containsExactly(CaseKind.HONOUR_REVIEW);

        refused(
                JointActionError.DECISION_INCOMPLETE,
                () -> honours.decide(
                        byRegulator.id(),
                        new HonourReviews.Given(HonourReview.Outcome.WITHDRAWN, "不再符合条件", "周处长", null, null),
                        REGULATOR));
        refused(
                AccessError.OTHER_AGENCY,
                () -> honours.decide(
                        byRegulator.id(),
                        new HonourReviews.Given(HonourReview.Outcome.KEPT, "与荣誉无关", null, null, null),
                        TAX));
        honours.decide(
                byRegulator.id(),
                new HonourReviews.Given(
                        HonourReview.Outcome.WITHDRAWN, "不再符合评选办法第八条", "周处长", "虚市监〔2026〕9号", SettableClock.START),
                REGULATOR);

        var decided = honours.get(byRegulator.id());
        assertThat(decided.open()).isFalse();
        assertThat(Objects.requireNonNull(
                                Objects.requireNonNull(decided.decided()).said())
                        .decidedBy())
                .isEqualTo("周处长");
        assertThat(waiting(byRegulator.id())).isEmpty();
        assertThat(listed.standing(incentive)).isTrue();

        listed.end(serious);
        assertThat(reviews(TAX, serious)).noneMatch(HonourReview::open);
    }

    private List<HonourReview> reviews(Actor actor, Listing listing) {
        return honours.newest(actor, null, 200).stream()
                .filter(review -> review.listing().equals(listing.id()))
                .toList();
    }

    private UUID honoured(SubjectId subject, String agency) {
        var changes = context.getBean(Changes.class);
        var ids = context.getBean(IdGenerator.class);
        return Objects.requireNonNull(context.getBean(TransactionTemplate.class).execute(_ -> {
            var change = changes.open(REGULATOR);
            var record = context.getBean(AcceptRecords.class)
                    .accept(
                            List.of(new RecordDraft(
                                    subject,
                                    new ItemId("honour"),
                                    new AgencyId(agency),
                                    "虚荣〔2026〕1号",
                                    null,
                                    SettableClock.START,
                                    SettableClock.START,
                                    null,
                                    null,
                                    null,
                                    false,
                                    new SubmissionId(ids.next()),
                                    2,
                                    "{\"honourName\":\"虚构诚信奖\"}",
                                    null)),
                            change)
                    .getFirst()
                    .record()
                    .value();
            change.publish(new HonourReviewOpened(
                    subject, record, new org.xinheng.platform.shared.ListingId(record), new AgencyId(agency)));
            return record;
        }));
    }

    @Test
    void whatIsExecutedOutsideTheCityIsPassedOnOnceAndTakenBackAfterTheEnd() {
        var listing = listed.enter(company(), "judgment-defaulters", NEXT_YEAR, ListOrigin.RECEIVED, true);
        var due = forwarded(listing).stream()
                .filter(forwarding -> forwarding.recipient().value().equals("railway"))
                .findFirst()
                .orElseThrow();
        assertThat(waiting(due.id())).containsExactly(CaseKind.FORWARDING);
        assertThat(forwarded(listing))
                .as("only what must be executed is passed on case by case")
                .extracting(forwarding -> forwarding.measure().value())
                .containsOnly("consumption-limit");

        refused(
                JointActionError.FIELD_REQUIRED,
                () -> forwardings.record(
                        due.id(), ForwardingState.SENT, SettableClock.START, new Forwarding.Said(null, null), OFFICE));
        forwardings.record(
                due.id(),
                ForwardingState.SENT,
                SettableClock.START,
                new Forwarding.Said("常信函〔2026〕3号", "（2026）虚执1号限制消费令"),
                OFFICE);
        forwardings.record(
                due.id(), ForwardingState.ANSWERED, SettableClock.START, new Forwarding.Said(null, "已收悉"), OFFICE);
        refused(
                JointActionError.STEP_NOT_NEXT,
                () -> forwardings.record(
                        due.id(), ForwardingState.SENT, SettableClock.START, new Forwarding.Said("2号", null), OFFICE));

        listed.end(listing);
        assertThat(forwardings.get(due.id()).state()).isEqualTo(ForwardingState.TO_WITHDRAW);
        assertThat(waiting(due.id())).containsExactly(CaseKind.FORWARDING_WITHDRAWAL);
        forwardings.record(
                due.id(),
                ForwardingState.WITHDRAWN,
                SettableClock.START,
                new Forwarding.Said("常信函〔2026〕4号", null),
                OFFICE);
        assertThat(forwardings.get(due.id()).steps())
                .extracting(Forwarding.Step::state)
                .containsExactly(
                        ForwardingState.DUE,
                        ForwardingState.SENT,
                        ForwardingState.ANSWERED,
                        ForwardingState.TO_WITHDRAW,
                        ForwardingState.WITHDRAWN);
        assertThat(forwarded(listing))
                .filteredOn(forwarding -> !forwarding.id().equals(due.id()))
                .isNotEmpty()
                .allMatch(forwarding -> forwarding.state() == ForwardingState.CLOSED);
    }

    /** Promise 4: no job closes it, the clock does. */
    @Test
    void whatWasNotPassedOnInTimeIsNoLongerToBePassedOn() {
        var listing = listed.enter(company(), "judgment-defaulters", NEXT_YEAR, ListOrigin.RECEIVED, true);
        assertThat(forwarded(listing)).isNotEmpty().allMatch(one -> one.state() == ForwardingState.DUE);

        clock.set(NEXT_YEAR.plusDays(1));
        assertThat(forwarded(listing)).isNotEmpty().allMatch(one -> one.state() == ForwardingState.CLOSED);
    }

    @Test
    void nothingOfAPersonIsPassedOnToWhoIsNoPublicBody() {
        var person = listed.subject(
                new Identity.Person(IdType.CITIZEN_ID, Synthetic.citizen(LocalDate.of(1980, 2, 3), 401), "钱虚构"));
        var listing = listed.enter(person, "judgment-defaulters", NEXT_YEAR, ListOrigin.RECEIVED, true);

        assertThat(forwarded(listing))
                .extracting(forwarding -> forwarding.recipient().value())
                .contains("immigration")
                .doesNotContain("railway");
    }

    private List<Forwarding> forwarded(Listing listing) {
        return forwardings.newest(OFFICE, null, 500).stream()
                .filter(forwarding -> forwarding.listing().equals(listing.id()))
                .toList();
    }

    @Test
    void aCaseWorthShowingNeedsAnOrganisationsConsentPapersAndASecondPerson() {
        var restraint = carriedOut("market-regulation-serious");
        var incentive = carriedOut("a-grade-taxpayers");
        var whole =
                new Examples.Proposed("绿色通道办结", "当日受理", "三日办结", List.of("受理通知 7 号"), "同意书 1 号", SettableClock.START);

        refused(
                JointActionError.FIELD_REQUIRED,
                () -> examples.propose(
                        incentive.id(),
                        new Examples.Proposed("题", "做法", "效果", List.of(), "同意书", SettableClock.START),
                        HOUSING));
        refused(
                JointActionError.FIELD_REQUIRED,
                () -> examples.propose(
                        incentive.id(), new Examples.Proposed("题", "做法", "效果", List.of("甲"), "同意书", null), HOUSING));
        var first = examples.propose(incentive.id(), whole, HOUSING);
        var second = examples.propose(restraint.id(), whole, HOUSING);
        var own = Callers.officer("housing-j", "credit-office", Role.CREDIT_OFFICE);
        refused(JointActionError.SECOND_PERSON_NEEDED, () -> examples.move(first, Example.State.ADOPTED, own));
        assertThat(examples.shown(TAX)).extracting(Example::id).doesNotContain(first, second);

        examples.move(second, Example.State.ADOPTED, OFFICE);
        examples.move(first, Example.State.ADOPTED, OFFICE);
        var shown = examples.shown(TAX);
        assertThat(shown).extracting(Example::id).containsSubsequence(first, second);
        assertThat(shown.getFirst().kind()).isEqualTo(MeasureKind.INCENTIVE);

        clock.set(NEXT_YEAR.plusDays(1));
        assertThat(examples.shown(TAX)).extracting(Example::id).doesNotContain(first, second);
    }

    private Task carriedOut(String list) {
        var task = task(listed.enter(company(), list, NEXT_YEAR), "housing");
        advanceTask.advance(task.id(), TaskState.RESPONDED, null, HOUSING);
        advanceTask.advance(task.id(), TaskState.EXECUTED, null, HOUSING);
        return task;
    }

    @Test
    void theQuarterCountsWhatWasAskedAndSaysWhoWasSilent() {
        // Other tests may have set the clock forward: the one order never goes back.
        var quarter = QuarterReport.Quarter.of(LocalDate.ofInstant(order.head().moment(), ZoneId.of("Asia/Shanghai")));
        var before = line(quarter, "housing");
        var task = carriedOut("market-regulation-serious");
        advanceTask.advance(task.id(), TaskState.FED_BACK, said("已从严审核"), HOUSING);
        var other = task(listed.enter(company(), "market-regulation-serious", NEXT_YEAR), "housing");

        var after = line(quarter, "housing");
        assertThat(after.tasks() - before.tasks()).isEqualTo(2);
        assertThat(after.answered() - before.answered()).isEqualTo(1);
        assertThat(after.executed() - before.executed()).isEqualTo(1);
        assertThat(after.fedBack() - before.fedBack()).isEqualTo(1);
        assertThat(after.silent()).isFalse();
        assertThat(other.state()).isEqualTo(TaskState.INITIATED);
        assertThat(line(quarter, "natural-resources").silent()).isTrue();
        assertThat(quarterReport.of(quarter, HOUSING))
                .extracting(QuarterReport.Line::agency)
                .containsOnly(new AgencyId("housing"));
        assertThat(quarterReport.of(
                        quarter, Callers.officer("quarter-district", "district-credit-office", Role.CREDIT_OFFICE)))
                .as("a district sees its own agencies alone")
                .isEmpty();
        var first = QuarterReport.Quarter.of(SettableClock.START);
        assertThat(first.last()).isEqualTo(LocalDate.of(2026, 12, 31));
        assertThat(first.before()).isEqualTo(new QuarterReport.Quarter(2026, 3));
    }

    private QuarterReport.Line line(QuarterReport.Quarter quarter, String agency) {
        return quarterReport.of(quarter, OFFICE).stream()
                .filter(line -> line.agency().value().equals(agency))
                .findFirst()
                .orElse(new QuarterReport.Line(new AgencyId(agency), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0));
    }
}
