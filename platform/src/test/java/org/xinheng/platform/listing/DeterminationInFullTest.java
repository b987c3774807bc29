package org.xinheng.platform.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xinheng.platform.Refusing.refused;
import static org.xinheng.platform.listing.Determining.DECIDER;
import static org.xinheng.platform.listing.Determining.DECISION;
import static org.xinheng.platform.listing.Determining.PROPOSER;
import static org.xinheng.platform.listing.Determining.REVIEWER;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.xinheng.kernel.pack.Severity;
import org.xinheng.platform.PlatformTest;
import org.xinheng.platform.SettableClock;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.casework.CaseKind;
import org.xinheng.platform.casework.Inbox;
import org.xinheng.platform.casework.Paper;
import org.xinheng.platform.casework.Papers;
import org.xinheng.platform.packs.Packs;
import org.xinheng.platform.shared.DeterminationId;
import org.xinheng.platform.shared.ListId;
import org.xinheng.platform.shared.SubjectId;

@PlatformTest
class DeterminationInFullTest {

    private static final LocalDate TODAY = FixtureLists.DAY;

    @Autowired
    ApplicationContext context;

    @Autowired
    SettableClock clock;

    @Autowired
    Order order;

    @Autowired
    Inbox inbox;

    Determining determining;

    @BeforeEach
    void begin() {
        FixtureLists.release(context);
        determining = new Determining(context);
    }

    private DeterminationId propose(ListId list, SubjectId subject) {
        return determining
                .the(ProposeDetermination.class)
                .propose(subject, list, List.of(determining.penalty(subject)), "虚构的严重情节", PROPOSER);
    }

    private DeterminationId noticed(ListId list, SubjectId subject) {
        var id = propose(list, subject);
        determining.the(CrossCheck.class).check(id, PROPOSER);
        determining.the(GiveNotice.class).prior(id, order.today(), "拟列入，可以陈述、申辩和申请听证", PROPOSER);
        return id;
    }

    private DeterminationId reviewed(ListId list, SubjectId subject) {
        var id = noticed(list, subject);
        determining.the(CloseStatement.class).waived(id, order.today(), "放弃陈述和听证", PROPOSER);
        determining.the(ReviewLegally.class).pass(id, "合法", REVIEWER);
        return id;
    }

    @Test
    void aListMayNotBeUsedUntilItsRulesWereConsultedOnAndPublished() {
        var company = determining.company(3601);
        var consult = determining.the(ConsultOnRules.class);
        var list = FixtureLists.CONSULTED;

        refused(ListingError.RULES_NOT_PUBLISHED, () -> propose(list, company));
        var rules = consult.open(list, "认定规则草案见信用门户，可以来信、来电提意见", PROPOSER);
        refused(ListingError.CONSULTATION_RUNNING, () -> consult.open(list, "再来一次", PROPOSER));
        refused(ListingError.STEP_SKIPPED, () -> consult.publish(rules, "常市监规〔2027〕1号", "信用常州网站", DECIDER));
        consult.comment(rules, TODAY, "建议写明轻微违法不列入", "已采纳", PROPOSER);
        refused(ListingError.TOO_EARLY, () -> consult.close(rules, "收到一条意见", PROPOSER));

        clock.set(LocalDate.parse("2027-01-18"));
        refused(ListingError.TOO_EARLY, () -> consult.close(rules, "收到一条意见", PROPOSER));
        clock.set(LocalDate.parse("2027-01-19"));
        consult.close(rules, "收到一条意见，已采纳", PROPOSER);
        refused(ListingError.RULES_NOT_PUBLISHED, () -> propose(list, company));
        refused(ListingError.SECOND_OFFICER_NEEDED, () -> consult.publish(rules, "常市监规〔2027〕1号", "信用常州网站", PROPOSER));
        assertThat(inbox.of(PROPOSER, 300)).noneMatch(line -> line.reference().equals(rules));
        assertThat(inbox.of(DECIDER, 300))
                .anyMatch(line -> line.reference().equals(rules) && line.kind() == CaseKind.LIST_RULES);
        consult.publish(rules, "常市监规〔2027〕1号", "信用常州网站", DECIDER);

        var id = propose(list, company);
        assertThat(determining.the(Determinations.class).get(id).rules()).isEqualTo(rules);
        refused(ListingError.CONSULTATION_RUNNING, () -> consult.open(list, "同一文本", PROPOSER));
        assertThat(order.of(rules))
                .extracting(Order.Entry::type)
                .containsExactly(
                        "ListConsultationOpened", "RulesCommented", "ListConsultationClosed", "ListRulesPublished");
    }

    @Test
    void otherWordingNeedsAConsultationOfItsOwn() {
        var lists = determining.the(Packs.class).today().lists();
        var one = Objects.requireNonNull(lists.get(FixtureLists.CONSULTED.value()));
        var other = Objects.requireNonNull(lists.get(FixtureLists.HEARD.value()));

        assertThat(RulesOfLists.fingerprint(one)).isNotEqualTo(RulesOfLists.fingerprint(other));
        assertThat(determining.the(RulesOfLists.class).published(other)).isEmpty();
    }

    @Test
    void aListMadeByLawIsNotPutToThePublicHere() {
        refused(
                ListingError.CONSULTATION_NOT_NEEDED,
                () -> determining.the(ConsultOnRules.class).open(FixtureLists.HEARD, "x", PROPOSER));
    }

    @Test
    void aHearingIsCalledWithNoticeAndHeldByAnotherThanTheProposer() {
        var company = determining.company(3602);
        var id = noticed(FixtureLists.HEARD, company);
        var hearing = determining.the(HoldHearing.class);

        hearing.request(id, TODAY, "申请听证", PROPOSER);
        refused(
                ListingError.STEP_SKIPPED,
                () -> determining.the(CloseStatement.class).waived(id, TODAY, "放弃", PROPOSER));
        refused(
                ListingError.STEP_SKIPPED,
                () -> determining.the(ReviewLegally.class).pass(id, "合法", REVIEWER));
        refused(
                ListingError.HEARING_TOO_SOON,
                () -> hearing.call(id, TODAY, LocalDate.parse("2027-01-12"), "一月十二日，一号会议室", PROPOSER));
        var day = LocalDate.parse("2027-01-13");
        hearing.call(id, TODAY, day, "一月十三日，一号会议室，王虚构主持", PROPOSER);
        assertThat(inbox.of(REVIEWER, 300))
                .filteredOn(line -> line.reference().equals(id.value()))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.kind()).isEqualTo(CaseKind.DETERMINATION_HEARING);
                    assertThat(line.due()).isEqualTo(day);
                });
        refused(ListingError.DAY_OUT_OF_ORDER, () -> hearing.hold(id, day, "笔录", REVIEWER));
        clock.set(day);
        refused(ListingError.SECOND_OFFICER_NEEDED, () -> hearing.hold(id, day, "笔录", PROPOSER));
        hearing.hold(id, day, "主持人、到场人员、质证意见", REVIEWER);
        determining.the(ReviewLegally.class).pass(id, "经听证，合法", REVIEWER);

        assertThat(determining.state(id)).isEqualTo(DeterminationState.LEGALLY_REVIEWED);
        assertThat(order.of(id.value()))
                .extracting(Order.Entry::type)
                .contains("HearingRequested", "HearingCalled", "HearingHeld");
    }

    @Test
    void noHearingAfterItsClockAndNoAnswerThatCutsTheClockShort() {
        var company = determining.company(3603);
        var id = noticed(FixtureLists.HEARD, company);
        var close = determining.the(CloseStatement.class);

        refused(ListingError.TOO_EARLY, () -> close.answered(id, TODAY, "陈述", "答复", PROPOSER));
        clock.set(LocalDate.parse("2027-01-11"));
        refused(ListingError.TOO_EARLY, () -> close.unanswered(id, PROPOSER));
        clock.set(LocalDate.parse("2027-01-12"));
        refused(
                ListingError.HEARING_TOO_LATE,
                () -> determining.the(HoldHearing.class).request(id, LocalDate.parse("2027-01-12"), "申请听证", PROPOSER));
        close.answered(id, TODAY, "陈述", "答复", PROPOSER);
        assertThat(determining.state(id)).isEqualTo(DeterminationState.STATEMENT_CLOSED);
    }

    @Test
    void whoDropsTheHearingStillHasItsStatement() {
        var company = determining.company(3604);
        var id = noticed(FixtureLists.HEARD, company);
        determining.the(HoldHearing.class).request(id, TODAY, "申请听证", PROPOSER);
        determining.the(HoldHearing.class).drop(id, "当事人书面撤回申请", PROPOSER);

        assertThat(determining.state(id)).isEqualTo(DeterminationState.NOTICE_SERVED);
        refused(
                ListingError.TOO_EARLY,
                () -> determining.the(CloseStatement.class).unanswered(id, PROPOSER));
        determining.the(CloseStatement.class).answered(id, TODAY, "陈述", "已核实", PROPOSER);
        assertThat(determining.state(id)).isEqualTo(DeterminationState.STATEMENT_CLOSED);
    }

    @Test
    void aListWithoutHearingsHoldsNone() {
        var company = determining.company(3605);
        var id = noticed(FixtureLists.WATCH, company);

        refused(
                ListingError.STEP_SKIPPED,
                () -> determining.the(HoldHearing.class).request(id, TODAY, "申请听证", PROPOSER));
    }

    @Test
    void aCollectiveDecisionSaysWhoTookPart() {
        var company = determining.company(3606);
        var id = reviewed(FixtureLists.HEARD, company);
        var decide = determining.the(DecideDetermination.class);

        refused(ListingError.PARTICIPANTS_MISSING, () -> decide.decide(id, DECISION.takenBy(), DECIDER));
        refused(
                ListingError.PARTICIPANTS_MISSING,
                () -> decide.decide(id, DECISION.takenBy("赵虚构", " 赵虚构 ", ""), DECIDER));
        decide.decide(id, DECISION, DECIDER);
        assertThat(determining.the(Papers.class).of(id.value()))
                .filteredOn(filed -> filed.kind() == Paper.Kind.PARTICIPANTS)
                .extracting(filed -> Objects.requireNonNull(filed.paper()).text())
                .containsExactly("赵虚构、钱虚构、孙虚构");
    }

    @Test
    void aWatchListSaysHowUntrustworthyAndNoOtherListDoes() {
        var company = determining.company(3607);
        var id = reviewed(FixtureLists.WATCH, company);
        var decide = determining.the(DecideDetermination.class);
        refused(ListingError.DEGREE_MISSING, () -> decide.decide(id, DECISION, DECIDER));
        decide.decide(id, decision(Severity.GENERAL, Set.of()), DECIDER);
        determining.the(ServeDecision.class).serve(id, TODAY, true, true, PROPOSER);

        assertThat(determining.listing(id).degree()).isEqualTo(Severity.GENERAL);
        assertThat(determining.inForce(company)).extracting(Listing::degree).containsExactly(Severity.GENERAL);
        var serious = reviewed(FixtureLists.HEARD, determining.company(3608));
        refused(
                ListingError.DEGREE_MISSING,
                () -> decide.decide(serious, decision(Severity.SERIOUS, Set.of()), DECIDER));
    }

    private static DecideDetermination.Decision decision(Severity degree, Set<DeterminationId> names) {
        return new DecideDetermination.Decision(
                DECISION.document(),
                DECISION.facts(),
                DECISION.reason(),
                DECISION.minutes(),
                DECISION.participants(),
                degree,
                names);
    }

    @Test
    void movingUpFromTheWatchListNeedsADecisionOfItsOwn() {
        var company = determining.company(3609);
        var watch = reviewed(FixtureLists.WATCH, company);
        determining.the(DecideDetermination.class).decide(watch, decision(Severity.SERIOUS, Set.of()), DECIDER);
        determining.the(ServeDecision.class).serve(watch, TODAY, true, true, PROPOSER);

        assertThat(determining.inForce(company)).extracting(Listing::list).containsExactly(FixtureLists.WATCH);
        assertThat(determining.state(propose(FixtureLists.HEARD, company))).isEqualTo(DeterminationState.PROPOSED);
    }
}
