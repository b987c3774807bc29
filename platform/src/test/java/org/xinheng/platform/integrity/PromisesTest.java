package org.xinheng.platform.integrity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xinheng.platform.Refusing.refused;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinheng.platform.Callers;
import org.xinheng.platform.PlatformTest;
import org.xinheng.platform.SettableClock;
import org.xinheng.platform.Synthetic;
import org.xinheng.platform.access.AccessError;
import org.xinheng.platform.casework.CaseKind;
import org.xinheng.platform.casework.Inbox;
import org.xinheng.platform.shared.Role;

@PlatformTest
class PromisesTest {

    private static final LocalDate TODAY = SettableClock.START;
    private static final LocalDate DUE = TODAY.plusDays(30);

    @Autowired
    SettableClock clock;

    @Autowired
    Promises promises;

    @Autowired
    RecordDefault recordDefault;

    @Autowired
    Inbox inbox;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void begin() {
        clock.set(TODAY);
    }

    private UUID give(
            PromiseKind kind, PromiseField field, @Nullable String code, @Nullable String name, boolean open) {
        return promises.give(
                new Promises.Given(
                        kind,
                        field,
                        "兑现虚构扶持资金",
                        "年底前兑现虚构扶持资金，联系人 " + Synthetic.citizen(LocalDate.parse("1980-01-01"), 7),
                        "虚政发〔2026〕7号",
                        TODAY,
                        DUE,
                        code,
                        name,
                        open),
                PublicBodies.HOUSING);
    }

    private UUID give() {
        return give(PromiseKind.CONTRACT, PromiseField.INVESTMENT, null, null, false);
    }

    private Promise of(UUID id) {
        return promises.get(id, PublicBodies.HOUSING);
    }

    @Test
    void keptInTimeWithEvidenceAnotherAcceptsItIsKept() {
        var id = give();
        assertThat(of(id).standing(TODAY)).isEqualTo(Promise.Standing.RUNNING);
        assertThat(inbox.about(List.of(id)).get(id))
                .extracting(Inbox.Line::kind)
                .containsExactly(CaseKind.GOVERNMENT_PROMISE);

        refused(
                IntegrityError.ENTRY_INCOMPLETE,
                () -> promises.report(id, TODAY, List.of(" "), null, PublicBodies.HOUSING));
        promises.report(id, TODAY, List.of("付款凭证1号"), null, PublicBodies.HOUSING);
        assertThat(of(id).standing(TODAY)).isEqualTo(Promise.Standing.REPORTED);
        assertThat(inbox.about(List.of(id)).get(id))
                .extracting(Inbox.Line::kind)
                .containsExactly(CaseKind.GOVERNMENT_PROMISE_REVIEW);

        clock.set(DUE.plusDays(20));
        promises.review(id, true, null, PublicBodies.OFFICE);
        assertThat(of(id).standing(DUE.plusDays(20))).isEqualTo(Promise.Standing.KEPT);
        assertThat(inbox.about(List.of(id))).isEmpty();
    }

    @Test
    void theClockAloneMakesItMissed() {
        var id = give();

        assertThat(of(id).standing(DUE)).isEqualTo(Promise.Standing.RUNNING);
        assertThat(of(id).standing(DUE.plusDays(1))).isEqualTo(Promise.Standing.MISSED);
    }

    @Test
    void keptAfterItsLastDayItStaysSeenAsLate() {
        var id = give();
        clock.set(DUE.plusDays(5));
        promises.report(id, DUE.plusDays(3), List.of("付款凭证2号"), null, PublicBodies.HOUSING);
        assertThat(of(id).standing(DUE.plusDays(5))).isEqualTo(Promise.Standing.MISSED);
        promises.review(id, true, null, PublicBodies.OFFICE);

        assertThat(of(id).standing(DUE.plusDays(5))).isEqualTo(Promise.Standing.KEPT_LATE);
        assertThat(of(id).missed(DUE.plusDays(5))).isTrue();
    }

    @Test
    void evidenceSentBackOpensItAgain() {
        var id = give();
        promises.report(id, TODAY, List.of("情况说明"), null, PublicBodies.HOUSING);
        refused(IntegrityError.ENTRY_INCOMPLETE, () -> promises.review(id, false, " ", PublicBodies.OFFICE));
        promises.review(id, false, "请附付款凭证", PublicBodies.OFFICE);

        assertThat(of(id).standing(TODAY)).isEqualTo(Promise.Standing.RUNNING);
        refused(IntegrityError.ENTRY_STEP_NOT_NEXT, () -> promises.review(id, true, null, PublicBodies.OFFICE));
    }

    @Test
    void whoReportedItDoesNotAcceptIt() {
        var id = promises.give(
                new Promises.Given(
                        PromiseKind.POLICY,
                        PromiseField.OTHER,
                        "办结时限",
                        "三日办结",
                        "虚信发〔2026〕1号",
                        TODAY,
                        DUE,
                        null,
                        null,
                        true),
                PublicBodies.OFFICE);
        promises.report(id, TODAY, List.of("统计表"), null, PublicBodies.OFFICE);

        refused(IntegrityError.ENTRY_SECOND_PERSON, () -> promises.review(id, true, null, PublicBodies.OFFICE));
        promises.review(id, true, null, PublicBodies.OFFICE_2);
        assertThat(promises.get(id, PublicBodies.OFFICE).standing(TODAY)).isEqualTo(Promise.Standing.KEPT);
        assertThat(promises.published(200)).extracting(Promise::id).contains(id);
    }

    @Test
    void noLongerTermAfterTheLastDay() {
        var id = give();
        promises.extend(id, DUE.plusDays(10), List.of("补充协议1号"), "相对方书面同意", PublicBodies.HOUSING);
        assertThat(of(id).due()).isEqualTo(DUE.plusDays(10));

        clock.set(DUE.plusDays(11));
        refused(
                IntegrityError.PROMISE_PAST_DUE,
                () -> promises.extend(id, DUE.plusDays(60), List.of("补充协议2号"), "再延", PublicBodies.HOUSING));
        promises.release(id, DUE.plusDays(11), List.of("解除协议"), "双方解除", PublicBodies.HOUSING);
        assertThat(of(id).standing(DUE.plusDays(11))).isEqualTo(Promise.Standing.MISSED);
    }

    @Test
    void noNaturalPersonIsACounterpartyOrStandsInClear() {
        refused(
                IntegrityError.COUNTERPARTY_ORGANISATION_ONLY,
                () -> give(PromiseKind.CONTRACT, PromiseField.INVESTMENT, Synthetic.soleTrader(7101), "虚构小店", false));
        refused(
                IntegrityError.COUNTERPARTY_ORGANISATION_ONLY,
                () -> give(PromiseKind.CONTRACT, PromiseField.INVESTMENT, null, "张虚构", false));
        var id = give(PromiseKind.CONTRACT, PromiseField.INVESTMENT, Synthetic.organisation(7102), "虚构投资有限公司", false);

        var promise = of(id);
        assertThat(promise.counterparty()).isNotNull();
        assertThat(Objects.requireNonNull(promise.content()).text())
                .doesNotContain(Synthetic.citizen(LocalDate.parse("1980-01-01"), 7));
        assertThat(jdbc.sql("select content from integrity.entry where id = :id")
                        .param("id", id)
                        .query((row, _) -> new String(row.getBytes(1), StandardCharsets.UTF_8))
                        .single())
                .doesNotContain("扶持资金");
    }

    @Test
    void onlyAPublishedPolicyMayBePublic() {
        refused(
                IntegrityError.PROMISE_NOT_PUBLIC,
                () -> give(PromiseKind.CONTRACT, PromiseField.INVESTMENT, null, null, true));
    }

    @Test
    void aSubsidyShowsReviewPublicityAndInspection() {
        var id = give(PromiseKind.POLICY, PromiseField.SUBSIDY, null, null, false);
        promises.milestone(id, Milestone.REVIEW, TODAY, List.of("专家评审意见"), PublicBodies.HOUSING);

        assertThat(Milestone.of(PromiseField.SUBSIDY))
                .containsExactly(Milestone.REVIEW, Milestone.PUBLICITY, Milestone.INSPECTION);
        assertThat(of(id).milestone(Milestone.REVIEW)).isNotNull();
        assertThat(of(id).milestone(Milestone.PUBLICITY)).isNull();
        refused(
                IntegrityError.MILESTONE_OF_OTHER_FIELD,
                () -> promises.milestone(id, Milestone.TRANSFER, TODAY, List.of("移交书"), PublicBodies.HOUSING));
    }

    @Test
    void onlyADecisionMakesAMissedPromiseADefaultAndMayNameAPerson() {
        var id = give(PromiseKind.AGREEMENT, PromiseField.PPP, null, null, false);
        promises.milestone(id, Milestone.PROCUREMENT, TODAY, List.of("采购合同"), PublicBodies.HOUSING);
        refused(
                IntegrityError.PROMISE_NOT_MISSED,
                () -> recordDefault.record(id, TODAY, "（2026）苏04民虚1号", "违约", null, PublicBodies.OFFICE));
        clock.set(DUE.plusDays(1));
        refused(
                IntegrityError.ENTRY_INCOMPLETE,
                () -> recordDefault.record(id, DUE, " ", "违约", null, PublicBodies.OFFICE));
        recordDefault.record(id, DUE, "（2026）苏04民虚1号", "未按约支付可用性服务费", "周虚构", PublicBodies.OFFICE);

        assertThat(of(id).defaultRecorded()).isTrue();
        assertThat(Objects.requireNonNull(of(id).steps().getLast().said()).responsible())
                .isEqualTo("周虚构");
        assertThat(of(id).standing(DUE.plusDays(1))).isEqualTo(Promise.Standing.MISSED);
    }

    @Test
    void otherAgenciesDoNotSeeIt() {
        var id = give();
        refused(
                AccessError.OTHER_AGENCY,
                () -> promises.get(id, Callers.officer("integrity-tax", "tax", Role.REPORTER)));
        refused(
                AccessError.OTHER_AGENCY,
                () -> promises.report(
                        id, TODAY, List.of("凭证"), null, Callers.officer("integrity-tax", "tax", Role.REPORTER)));
    }
}
