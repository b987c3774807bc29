package org.xinheng.demo.story;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xinheng.demo.DemoCast;
import org.xinheng.demo.DemoClock;
import org.xinheng.demo.population.Party;
import org.xinheng.kernel.identifier.CreditCode;
import org.xinheng.kernel.pack.AgencyLevel;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.integrity.Activities;
import org.xinheng.platform.integrity.ActivityKind;
import org.xinheng.platform.integrity.CampaignState;
import org.xinheng.platform.integrity.Campaigns;
import org.xinheng.platform.integrity.Clearing;
import org.xinheng.platform.integrity.DecisionStep;
import org.xinheng.platform.integrity.DefaulterCase;
import org.xinheng.platform.integrity.Defaulters;
import org.xinheng.platform.integrity.MajorDecisions;
import org.xinheng.platform.integrity.Milestone;
import org.xinheng.platform.integrity.PromiseField;
import org.xinheng.platform.integrity.PromiseKind;
import org.xinheng.platform.integrity.Promises;
import org.xinheng.platform.integrity.Rounds;
import org.xinheng.platform.listing.ListingEvidence;
import org.xinheng.platform.listing.RemoveReceived;
import org.xinheng.platform.packs.Packs;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.subject.Identity;
import org.xinheng.platform.subject.Subjects;

/**
 * What stands in the ledgers of government integrity: decisions, promises kept and missed, two bodies on the court's list, a
 * round of evaluation, a campaign, activities. Each ledger is filled once.
 */
@Component
class IntegrityStory {

    private static final int FEW = 1;

    private final MajorDecisions decisions;
    private final Promises promises;
    private final Defaulters defaulters;
    private final Rounds rounds;
    private final Campaigns campaigns;
    private final Activities activities;
    private final RemoveReceived remove;
    private final ListingEvidence evidence;
    private final Subjects subjects;
    private final Packs packs;
    private final Order order;
    private final DemoClock clock;

    IntegrityStory(
            MajorDecisions decisions,
            Promises promises,
            Defaulters defaulters,
            Rounds rounds,
            Campaigns campaigns,
            Activities activities,
            RemoveReceived remove,
            ListingEvidence evidence,
            Subjects subjects,
            Packs packs,
            Order order,
            DemoClock clock) {
        this.decisions = decisions;
        this.promises = promises;
        this.defaulters = defaulters;
        this.rounds = rounds;
        this.campaigns = campaigns;
        this.activities = activities;
        this.remove = remove;
        this.evidence = evidence;
        this.subjects = subjects;
        this.packs = packs;
        this.order = order;
        this.clock = clock;
    }

    void tell() {
        var today = clock.today();
        if (activities.newest(null, FEW).isEmpty()) {
            activities(today);
        }
        if (decisions.newest(office(), null, FEW).isEmpty()) {
            decisions(today);
        }
        if (promises.newest(office(), null, FEW).isEmpty()) {
            promises(today);
        }
        if (rounds.newest(office(), null, FEW).isEmpty()) {
            round(today);
        }
        if (campaigns.newest(office(), null, FEW).isEmpty()) {
            campaign();
        }
        defaulters(today);
    }

    private static Actor office() {
        return DeterminationStory.officer("credit-office");
    }

    private static Actor secondOfOffice() {
        return DeterminationStory.officer("credit-office-2");
    }

    private static Actor housing() {
        return DeterminationStory.officer("housing");
    }

    private void activities(LocalDate today) {
        held(ActivityKind.INTEGRITY_IN_TRADE_MONTH, "诚信兴商宣传月启动仪式", today.minusDays(40), "衡心广场", 320, office());
        held(ActivityKind.TO_COMMUNITIES, "信用知识进社区", today.minusDays(24), "衡湖社区", 85, office());
        held(ActivityKind.TO_ENTERPRISES, "建筑企业信用培训", today.minusDays(17), "住建培训中心", 140, housing());
        held(ActivityKind.STAFF_TRAINING, "信用工作人员培训和测试", today.minusDays(9), "市政务中心", 62, office());
        held(ActivityKind.MEDIA, "“说到做到”专题报道", today.minusDays(3), "衡城电视台", 0, office());
    }

    private void held(ActivityKind kind, String title, LocalDate on, String place, int participants, Actor actor) {
        activities.enter(
                new Activities.Held(kind, title, on, place, actor.name() + "所在单位", participants, null, null), actor);
    }

    private void decisions(LocalDate today) {
        var complete = decisions.open("老旧小区加装电梯补贴办法", housing());
        int day = 120;
        for (var step : DecisionStep.values()) {
            decisions.document(
                    complete,
                    step,
                    today.minusDays(day),
                    "衡建决〔" + today.getYear() + "〕1号卷之" + (step.ordinal() + 1),
                    null,
                    true,
                    housing());
            day -= 20;
        }
        var gap = decisions.open("中心城区停车收费调整方案", housing());
        decisions.document(
                gap, DecisionStep.PUBLIC_PARTICIPATION, today.minusDays(60), "公开征求意见情况报告", null, true, housing());
        decisions.document(gap, DecisionStep.EXPERT_REVIEW, today.minusDays(48), "专家论证意见", null, true, housing());
        decisions.document(
                gap, DecisionStep.COLLECTIVE_DISCUSSION, today.minusDays(12), "集体讨论会议纪要", null, true, housing());
    }

    private void promises(LocalDate today) {
        var kept = give(
                PromiseKind.POLICY,
                PromiseField.SUBSIDY,
                "绿色建筑补贴按季兑现",
                today.minusDays(100),
                today.minusDays(20),
                true);
        promises.milestone(kept, Milestone.REVIEW, today.minusDays(60), List.of("专家评审意见"), housing());
        promises.milestone(kept, Milestone.PUBLICITY, today.minusDays(45), List.of("补贴名单公示"), housing());
        promises.report(kept, today.minusDays(30), List.of("拨付凭证汇总"), "全部拨付到位", housing());
        promises.review(kept, true, null, secondOfOffice());
        give(
                PromiseKind.POLICY,
                PromiseField.POLICY_IMPLEMENTATION,
                "房产登记一小时办结",
                today.minusDays(80),
                today.minusDays(10),
                true);
        give(
                PromiseKind.AGREEMENT,
                PromiseField.INVESTMENT,
                "产业园配套道路按期通车",
                today.minusDays(90),
                today.plusDays(45),
                false);
        var reported = give(
                PromiseKind.CONTRACT,
                PromiseField.PROCUREMENT,
                "装备采购合同按期付款",
                today.minusDays(50),
                today.plusDays(5),
                false);
        promises.report(reported, today.minusDays(2), List.of("支付凭证"), null, housing());
    }

    private UUID give(
            PromiseKind kind, PromiseField field, String title, LocalDate madeOn, LocalDate due, boolean published) {
        return promises.give(
                new Promises.Given(
                        kind,
                        field,
                        title,
                        title + "，到期未能履行的说明原因。",
                        "衡建发〔" + madeOn.getYear() + "〕" + (10 + title.length()) + "号",
                        madeOn,
                        due,
                        kind == PromiseKind.POLICY ? null : DemoCast.PLAIN.code(),
                        kind == PromiseKind.POLICY ? null : DemoCast.PLAIN.name(),
                        published),
                housing());
    }

    private void round(LocalDate today) {
        var group = packs.today().groups().values().iterator().next();
        var id = rounds.open(
                new Rounds.Commissioned(
                        today.getYear() + " 年度政务诚信第三方评价",
                        group.id(),
                        "衡城大学信用研究中心",
                        "衡信采〔" + today.getYear() + "〕2号",
                        today.minusDays(200),
                        today.minusDays(20)),
                office());
        int points = 93;
        for (var score : rounds.get(id, office()).scores().stream().limit(8).toList()) {
            rounds.score(
                    id,
                    score.body(),
                    BigDecimal.valueOf(points--),
                    null,
                    List.of("评价报告分册：" + score.body().value()),
                    null,
                    office());
        }
    }

    private void campaign() {
        var id = campaigns.open(
                new Campaigns.Planned(
                        "“屡罚不改”专项治理",
                        "督促一年内多次受到行政处罚的单位整改，逐家销号。",
                        "guobanfa-2020-49",
                        "三",
                        "administrative-penalty",
                        2,
                        12,
                        null,
                        null,
                        clock.today().plusDays(30)),
                office());
        var found = campaigns.get(id, office()).subjects();
        for (int i = 0; i < found.size() && i < 2; i++) {
            campaigns.see(
                    id,
                    found.get(i).id(),
                    i == 0 ? CampaignState.CLEARED : CampaignState.MENDING,
                    null,
                    List.of("整改情况核查记录 " + (i + 1)),
                    office());
        }
    }

    /** One body pays and the court takes it off its list; the other is named in a circular. */
    private void defaulters(LocalDate today) {
        var paid = caseOf(DemoCast.CLEARED_BODY);
        if (paid != null && paid.cleared() == null) {
            count(paid);
            defaulters.owes(paid.id(), new BigDecimal("860000.00"), today.minusDays(30), "执行裁定书（清偿情况）", office());
            evidence.of(paid.listing().id())
                    .forEach(record -> remove.remove(record, today.minusDays(25), DeterminationStory.officer("court")));
            defaulters.clear(paid.id(), Clearing.PAID, today.minusDays(26), "结案通知书", office());
        }
        var open = caseOf(DemoCast.INDEBTED_BODY);
        if (open != null && open.steps().size() == 1) {
            count(open);
            defaulters.owes(open.id(), new BigDecimal("1254000.50"), today.minusDays(5), "执行裁定书", office());
            defaulters.interviewed(open.id(), today.minusDays(15), "约定分两期付清", "约谈记录", office());
        }
    }

    private void count(DefaulterCase one) {
        packs.today().agencies().values().stream()
                .filter(agency -> agency.level() == AgencyLevel.COUNTY)
                .findFirst()
                .ifPresent(county -> defaulters.countTo(one.id(), county.division(), office()));
    }

    private @Nullable DefaulterCase caseOf(Party.Organisation party) {
        return subjects.find(new Identity.Organisation(new CreditCode(party.code()), party.name()))
                .flatMap(id -> defaulters.all(office()).stream()
                        .filter(one -> one.subject().equals(id) && one.begunOn(order.today()))
                        .findFirst())
                .orElse(null);
    }
}
