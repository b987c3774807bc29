package org.xinheng.platform.jointaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.xinheng.kernel.identifier.CreditCode;
import org.xinheng.platform.Callers;
import org.xinheng.platform.PlatformTest;
import org.xinheng.platform.SettableClock;
import org.xinheng.platform.Synthetic;
import org.xinheng.platform.access.Scope;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.indicator.FactScope;
import org.xinheng.platform.indicator.FactSource;
import org.xinheng.platform.indicator.Figure;
import org.xinheng.platform.indicator.Indicators;
import org.xinheng.platform.listing.Listing;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.MatterId;
import org.xinheng.platform.shared.Role;
import org.xinheng.platform.subject.Identity;

/** What indicators count of joint action: how much more after something was done than before. */
@PlatformTest
class JointActionIndicatorsTest {

    private static final AgencyId HOUSING_AGENCY = new AgencyId("housing");
    private static final Actor HOUSING = Callers.officer("housing-i", "housing", Role.CHECKER);
    private static int next = 8_950;

    @Autowired
    ApplicationContext context;

    @Autowired
    Indicators indicators;

    @Autowired
    Tasks tasks;

    @Autowired
    AdvanceTask advanceTask;

    @Autowired
    CheckSubject checkSubject;

    @Autowired
    GiveFeedback giveFeedback;

    @Autowired
    ReportDecision reportDecision;

    @Autowired
    Order order;

    @Autowired
    SettableClock clock;

    private Listed listed;
    private LocalDate today = SettableClock.START;
    private FactScope scope = new FactScope(YearMonth.from(today), YearMonth.from(today), null);

    /** Whether a step was in time is read off the one order, which other tests may have led into the future. */
    @BeforeEach
    void notBeforeWhatHappened() {
        var last = LocalDate.ofInstant(order.head().moment(), ZoneId.of("Asia/Shanghai"));
        today = (last.isBefore(SettableClock.START) ? SettableClock.START : last.plusDays(1))
                .with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
        clock.set(today);
        listed = new Listed(context);
        scope = new FactScope(YearMonth.from(today), YearMonth.from(today).plusMonths(12), Set.of(HOUSING_AGENCY));
    }

    @Test
    void aStepIsOnTimeWhateverTheAgencyAnsweredAndWhatWasTakenBackIsNotAsked() {
        var before = figure("joint-action-on-time");
        var answered = task(enter("a-grade-taxpayers"));
        var silent = task(enter("a-grade-taxpayers"));
        var ended = enter("a-grade-taxpayers");
        advanceTask.advance(answered.id(), TaskState.NOT_APPLICABLE, TaskStep.Said.note("没有相应事项"), HOUSING);
        listed.end(ended);

        assertThat(figure("joint-action-on-time")).as("nothing is due yet").isEqualTo(before);

        clock.set(Objects.requireNonNull(silent.due()).plusDays(1));

        var after = figure("joint-action-on-time");
        assertThat(after.counted() - before.counted()).isEqualTo(1);
        assertThat(whole(after) - whole(before)).isEqualTo(2);
        var rows = indicators.rows(indicators.get("joint-action-on-time"), true, scope, null);
        assertThat(rows.stream().mapToLong(FactSource.Row::number).sum()).isEqualTo(whole(after));
        assertThat(rows)
                .extracting(FactSource.Row::link)
                .contains("/console/joint-actions/" + answered.id(), "/console/joint-actions/" + silent.id())
                .doesNotContain("/console/joint-actions/" + task(ended).id());
    }

    @Test
    void aPromptCountsFromTheDayAfterItsFeedbackWasDue() {
        var before = figure("prompts-fed-back");
        enter("market-regulation-serious", 8_990);
        var answer = ask(8_990);
        var due = answer.prompts().stream()
                .map(Prompt::feedbackDue)
                .max(LocalDate::compareTo)
                .orElseThrow();
        giveFeedback.give(
                answer.checkId(),
                new GiveFeedback.Given(
                        answer.prompts().getFirst().promptId(),
                        Feedback.Outcome.NOT_APPLIED,
                        "《企业信息公示暂行条例》第十八条：该事项不适用",
                        "王处长",
                        null,
                        List.of()),
                HOUSING);
        assertThat(figure("prompts-fed-back")).isEqualTo(before);

        clock.set(due.plusDays(1));

        var after = figure("prompts-fed-back");
        assertThat(after.counted() - before.counted())
                .as("not applied counts as answered")
                .isEqualTo(1);
        assertThat(whole(after) - whole(before)).isEqualTo(answer.prompts().size());
        assertThat(indicators.rows(indicators.get("prompts-fed-back"), false, scope, null))
                .extracting(FactSource.Row::link)
                .contains("/console/checks/" + answer.checkId());
    }

    @Test
    void aDecisionCountsAsCheckedWhenItsSubjectWasCheckedInTheDaysBefore() {
        var before = figure("checks-before-decisions");
        ask(8_991);
        decided(8_991, "CZ-I-1");
        decided(8_992, "CZ-I-2");

        var after = figure("checks-before-decisions");
        assertThat(after.counted() - before.counted()).isEqualTo(1);
        assertThat(whole(after) - whole(before)).isEqualTo(2);
        assertThat(indicators.rows(indicators.get("checks-before-decisions"), true, scope, null))
                .allSatisfy(row -> assertThat(row.words().zh()).doesNotContain("91320499"));
    }

    private void decided(int organisation, String reference) {
        reportDecision.report(
                new MatterId("construction-bidding"),
                new ReportDecision.Decided(
                        Asked.byCode(Synthetic.organisation(organisation), null), reference, today, "中标"),
                HOUSING);
    }

    private Answer ask(int organisation) {
        return checkSubject.check(
                new Question(
                        Asked.byCode(Synthetic.organisation(organisation), null),
                        new MatterId("construction-bidding"),
                        "评标",
                        null,
                        "李工",
                        null),
                HOUSING);
    }

    private Listing enter(String list) {
        return enter(list, next++);
    }

    private Listing enter(String list, int organisation) {
        return listed.enter(
                listed.subject(new Identity.Organisation(
                        CreditCode.parse(Synthetic.organisation(organisation)), "常州虚构指标有限公司" + organisation)),
                list,
                today.plusYears(1));
    }

    private Task task(Listing listing) {
        return tasks.newest(Scope.own(HOUSING_AGENCY), null, 200).stream()
                .filter(task -> task.listing().equals(listing.id()))
                .findFirst()
                .orElseThrow();
    }

    private Figure figure(String indicator) {
        return indicators.figure(indicators.get(indicator), scope);
    }

    private static long whole(Figure figure) {
        return Objects.requireNonNull(figure.of());
    }
}
