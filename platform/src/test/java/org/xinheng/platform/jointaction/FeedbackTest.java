package org.xinheng.platform.jointaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xinheng.platform.Refusing.refused;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.xinheng.kernel.identifier.CreditCode;
import org.xinheng.platform.Callers;
import org.xinheng.platform.PlatformTest;
import org.xinheng.platform.SettableClock;
import org.xinheng.platform.Synthetic;
import org.xinheng.platform.access.Scope;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.disclosure.Ledger;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.MatterId;
import org.xinheng.platform.shared.Role;
import org.xinheng.platform.shared.SubjectId;
import org.xinheng.platform.subject.Identity;

@PlatformTest
class FeedbackTest {

    private static final Actor HOUSING = Callers.officer("housing-f", "housing", Role.CHECKER);
    private static final Actor OTHER = Callers.officer("public-f", "public-resources", Role.CHECKER);
    private static final Actor OFFICE = Callers.officer("office-f", "credit-office", Role.CREDIT_OFFICE);

    @Autowired
    ApplicationContext context;

    @Autowired
    CheckSubject checkSubject;

    @Autowired
    GiveFeedback giveFeedback;

    @Autowired
    Feedbacks feedbacks;

    @Autowired
    ReportDecision reportDecision;

    @Autowired
    JointActionQueries queries;

    @Autowired
    Tasks tasks;

    @Autowired
    AdvanceTask advanceTask;

    @Autowired
    Order order;

    @Autowired
    Ledger ledger;

    @Autowired
    SettableClock clock;

    @Autowired
    Callers callers;

    @Autowired
    MockMvcTester http;

    private Listed listed;

    @BeforeEach
    void onTheFirstDay() {
        clock.set(SettableClock.START);
        listed = new Listed(context);
    }

    private Answer prompted(int n) {
        var code = Synthetic.organisation(n);
        listed.enter(
                listed.subject(new Identity.Organisation(CreditCode.parse(code), "常州虚构园林有限公司" + n)),
                "market-regulation-serious",
                SettableClock.START.plusYears(1));
        return ask(n);
    }

    private Answer ask(int n) {
        return checkSubject.check(
                new Question(
                        Asked.byCode(Synthetic.organisation(n), null),
                        new MatterId("construction-bidding"),
                        "评标",
                        null,
                        "李工",
                        null),
                HOUSING);
    }

    private static GiveFeedback.Given said(
            UUID prompt,
            Feedback.Outcome outcome,
            @Nullable String reason,
            @Nullable String decidedBy,
            @Nullable LocalDate informed) {
        return new GiveFeedback.Given(prompt, outcome, reason, decidedBy, informed, List.of());
    }

    @Test
    void peopleDecideAndAnAppliedRestraintSaysWhoAndWhyAndWhenTheSubjectWasTold() {
        var answer = prompted(2401);
        var prompt = answer.prompts().getFirst().promptId();
        var today = SettableClock.START;

        for (var incomplete : List.of(
                said(prompt, Feedback.Outcome.APPLIED, null, "王处长", today),
                said(prompt, Feedback.Outcome.APPLIED, "列入仍有效", " ", today),
                said(prompt, Feedback.Outcome.PARTLY_APPLIED, "列入仍有效", "王处长", null))) {
            refused(
                    JointActionError.DECISION_INCOMPLETE,
                    () -> giveFeedback.give(answer.checkId(), incomplete, HOUSING));
        }
        refused(
                JointActionError.REASON_REQUIRED,
                () -> giveFeedback.give(
                        answer.checkId(), said(prompt, Feedback.Outcome.NOT_APPLIED, null, null, null), HOUSING));
        refused(
                JointActionError.DAY_IN_FUTURE,
                () -> giveFeedback.give(
                        answer.checkId(),
                        said(prompt, Feedback.Outcome.APPLIED, "列入仍有效", "王处长", today.plusDays(1)),
                        HOUSING));

        var complete = said(prompt, Feedback.Outcome.APPLIED, "列入仍有效，依法限制", "王处长", today);
        giveFeedback.give(answer.checkId(), complete, HOUSING);
        giveFeedback.give(answer.checkId(), complete, HOUSING);

        var feedback = Objects.requireNonNull(feedbacks.of(answer.checkId()).get(prompt));
        assertThat(feedback.version()).isEqualTo(1);
        assertThat(feedback.outcome()).isEqualTo(Feedback.Outcome.APPLIED);
        assertThat(order.of(prompt))
                .singleElement()
                .satisfies(fact -> assertThat(fact.type()).isEqualTo("FeedbackGiven"))
                .satisfies(fact -> assertThat(fact.content()).doesNotContain("王处长"));
    }

    @Test
    void onlyTheAgencyThatAskedFeedsBack() {
        var answer = prompted(2402);

        refused(
                JointActionError.CHECK_NOT_FOUND,
                () -> giveFeedback.give(
                        answer.checkId(),
                        said(answer.prompts().getFirst().promptId(), Feedback.Outcome.NOT_APPLIED, "名单已到期", null, null),
                        OTHER));
    }

    @Test
    void promptsPastTheirDayStandInTheReportUntilFedBack() {
        var answer = prompted(2403);
        var prompt = answer.prompts().getFirst();
        assertThat(unanswered()).doesNotContain(prompt.promptId());

        clock.set(prompt.feedbackDue().plusDays(1));
        assertThat(unanswered()).contains(prompt.promptId());

        giveFeedback.give(
                answer.checkId(),
                said(prompt.promptId(), Feedback.Outcome.NOT_APPLIED, "依《招标投标法》不予限制", null, null),
                HOUSING);
        assertThat(unanswered()).doesNotContain(prompt.promptId());
    }

    private List<UUID> unanswered() {
        return queries
                .promptsWithoutFeedback(SettableClock.START, SettableClock.START.plusMonths(1), null, OFFICE)
                .rows()
                .stream()
                .map(JointActionQueries.Unanswered::prompt)
                .toList();
    }

    @Test
    void aDecisionWithoutACheckInTheDaysBeforeStandsInTheReport() {
        ask(2404);
        var checked = reportDecision.report(
                new MatterId("construction-bidding"),
                new ReportDecision.Decided(
                        Asked.byCode(Synthetic.organisation(2404), null), "CZ-9", SettableClock.START, "中标"),
                HOUSING);
        var unchecked = reportDecision.report(
                new MatterId("construction-bidding"),
                new ReportDecision.Decided(
                        Asked.byCode(Synthetic.organisation(2405), null), "CZ-10", SettableClock.START, "中标"),
                HOUSING);
        var others = reportDecision.report(
                new MatterId("construction-bidding"),
                new ReportDecision.Decided(
                        Asked.byCode(Synthetic.organisation(2404), null), "CZ-11", SettableClock.START, "中标"),
                OTHER);

        assertThat(checked.checked()).isTrue();
        assertThat(unchecked.checked()).isFalse();
        var report = queries.decidedWithoutCheck(SettableClock.START, SettableClock.START, null, OFFICE);
        assertThat(report.rows())
                .extracting(JointActionQueries.Unchecked::id)
                .contains(unchecked.id(), others.id())
                .doesNotContain(checked.id());
        assertThat(report.shares())
                .filteredOn(share -> share.agency().equals(new AgencyId("public-resources")))
                .singleElement()
                .satisfies(share -> assertThat(share.missing()).isPositive());
        assertThat(queries.decidedWithoutCheck(SettableClock.START, SettableClock.START, null, HOUSING)
                        .rows())
                .extracting(JointActionQueries.Unchecked::agency)
                .containsOnly(new AgencyId("housing"));
    }

    @Test
    void theSameDecisionReportedTwiceIsOne() {
        var decided = new ReportDecision.Decided(
                Asked.byCode(Synthetic.organisation(2406), null), "CZ-12", SettableClock.START, "中标");
        var matter = new MatterId("construction-bidding");

        assertThat(reportDecision.report(matter, decided, HOUSING).id())
                .isEqualTo(reportDecision.report(matter, decided, HOUSING).id());
    }

    /** Answered as the same one, the other outcome would be lost without a word. */
    @Test
    void aDecisionIsNotReportedOnceMoreWithAnotherOutcome() {
        var matter = new MatterId("construction-bidding");
        var subject = Asked.byCode(Synthetic.organisation(2410), null);
        reportDecision.report(matter, new ReportDecision.Decided(subject, "CZ-13", SettableClock.START, "中标"), HOUSING);

        refused(
                JointActionError.DECISION_REPORTED_OTHERWISE,
                () -> reportDecision.report(
                        matter, new ReportDecision.Decided(subject, "CZ-13", SettableClock.START, "否决"), HOUSING));
    }

    @Test
    void aListingGivesEachExecutorATaskAndAfterExitNothingFollows() {
        var subject =
                listed.subject(new Identity.Organisation(CreditCode.parse(Synthetic.organisation(2407)), "常州虚构园林有限公司"));
        var listing = listed.enter(subject, "market-regulation-serious", SettableClock.START.plusDays(5));
        var task = tasks.newest(Scope.own(new AgencyId("housing")), null, 50).stream()
                .filter(candidate -> candidate.listing().equals(listing.id()))
                .findFirst()
                .orElseThrow();
        assertThat(task.state()).isEqualTo(TaskState.INITIATED);
        assertThat(task.measures()).extracting(id -> id.value()).contains("bidding-limit");

        refused(
                JointActionError.STEP_NOT_NEXT,
                () -> advanceTask.advance(task.id(), TaskState.EXECUTED, null, HOUSING));
        advanceTask.advance(task.id(), TaskState.RESPONDED, null, HOUSING);
        assertThat(tasks.get(task.id()).state()).isEqualTo(TaskState.RESPONDED);

        var address = "/console/joint-actions/" + task.id();
        var agency = callers.signedIn("feedback-housing", "housing", Role.CHECKER);
        assertThat(http.get().uri("/console/joint-actions").with(agency))
                .bodyText()
                .contains(address);

        clock.set(SettableClock.START.plusDays(6));
        assertThat(tasks.get(task.id()).state()).isEqualTo(TaskState.CLOSED);
        assertThat(http.get().uri("/console/joint-actions").with(agency))
                .hasStatusOk()
                .bodyText()
                .doesNotContain(address);
        refused(JointActionError.TASK_CLOSED, () -> advanceTask.advance(task.id(), TaskState.EXECUTED, null, HOUSING));

        clock.set(SettableClock.START);
        listed.end(listing);
        assertThat(tasks.get(task.id()).state()).isEqualTo(TaskState.CLOSED);
    }

    @Test
    void answersWithPromptsAreCopiesThatLeft() {
        var answer = prompted(2408);
        ask(2409);
        var subject = Objects.requireNonNull(answer.subject().id());

        assertThat(ledger.copiesOf(new SubjectId(subject))).singleElement().satisfies(copy -> {
            assertThat(copy.recipient()).isEqualTo(new AgencyId("housing"));
            assertThat(copy.client()).isEqualTo("housing-f");
            assertThat(copy.purpose()).isEqualTo("评标");
        });
    }
}
