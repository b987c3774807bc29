package org.xinheng.demo.story;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.xinheng.demo.DemoClock;
import org.xinheng.demo.population.Party;
import org.xinheng.kernel.identifier.CreditCode;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.listing.Act;
import org.xinheng.platform.listing.CloseStatement;
import org.xinheng.platform.listing.CrossCheck;
import org.xinheng.platform.listing.DecideDetermination;
import org.xinheng.platform.listing.GiveNotice;
import org.xinheng.platform.listing.ProposeDetermination;
import org.xinheng.platform.listing.PublishListing;
import org.xinheng.platform.listing.ReviewLegally;
import org.xinheng.platform.listing.ServeDecision;
import org.xinheng.platform.packs.Packs;
import org.xinheng.platform.record.Records;
import org.xinheng.platform.record.StoredRecord;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.DeterminationId;
import org.xinheng.platform.shared.ListId;
import org.xinheng.platform.shared.SubjectId;
import org.xinheng.platform.subject.Identity;
import org.xinheng.platform.subject.Subjects;

/**
 * Two officers of an agency take a determination through its steps. What is done already, the one order says:
 * a story that was interrupted goes on with the next step.
 */
@Component
class DeterminationStory {

    private static final ListId SERIOUS = new ListId("market-regulation-serious");
    private static final String CONDUCT = "product-quality";
    private static final ListId INCENTIVE = new ListId("a-grade-taxpayers");
    private static final String FACTS = "因产品质量违法行为受到较重行政处罚，性质恶劣、情节严重。";

    private final ProposeDetermination propose;
    private final CrossCheck crossCheck;
    private final GiveNotice giveNotice;
    private final CloseStatement closeStatement;
    private final ReviewLegally review;
    private final DecideDetermination decide;
    private final ServeDecision serve;
    private final PublishListing publish;
    private final Subjects subjects;
    private final Records records;
    private final Packs packs;
    private final Order order;
    private final DemoClock clock;

    DeterminationStory(
            ProposeDetermination propose,
            CrossCheck crossCheck,
            GiveNotice giveNotice,
            CloseStatement closeStatement,
            ReviewLegally review,
            DecideDetermination decide,
            ServeDecision serve,
            PublishListing publish,
            Subjects subjects,
            Records records,
            Packs packs,
            Order order,
            DemoClock clock) {
        this.propose = propose;
        this.crossCheck = crossCheck;
        this.giveNotice = giveNotice;
        this.closeStatement = closeStatement;
        this.review = review;
        this.decide = decide;
        this.serve = serve;
        this.publish = publish;
        this.subjects = subjects;
        this.records = records;
        this.packs = packs;
        this.order = order;
        this.clock = clock;
    }

    void proposeWithNotice(Party.Organisation party) {
        var subject = subject(party);
        if (!isDone(subject, Act.PROPOSE)) {
            var evidence = records.of(subject, order.now()).stream()
                    .filter(record -> record.item().value().equals("administrative-penalty"))
                    .map(StoredRecord::id)
                    .toList();
            propose.propose(subject, SERIOUS, evidence, Set.of(CONDUCT), FACTS, handler());
        }
        var id = determination(subject);
        step(subject, Act.CROSS_CHECK, () -> crossCheck.check(id, handler()));
        step(
                subject,
                Act.GIVE_NOTICE,
                () -> giveNotice.prior(id, clock.today(), "拟将你单位列入严重违法失信名单，你单位可以陈述、申辩。", handler()));
    }

    /** The time for a statement went by without one. */
    void closeAndReview(Party.Organisation party) {
        var subject = subject(party);
        var id = determination(subject);
        step(subject, Act.CLOSE_STATEMENT, () -> closeStatement.unanswered(id, handler()));
        step(subject, Act.REVIEW, () -> review.pass(id, "事实清楚，证据充分，程序合法，同意列入。", decider()));
    }

    void waiveStatement(Party.Organisation party) {
        var subject = subject(party);
        var id = determination(subject);
        step(
                subject,
                Act.CLOSE_STATEMENT,
                () -> closeStatement.waived(id, clock.today(), "我单位收到告知书，不作陈述、申辩。", handler()));
    }

    void decideAndPublish(Party.Organisation party) {
        var subject = subject(party);
        var id = determination(subject);
        var decision = new DecideDetermination.Decision(
                        "衡市监列〔" + clock.today().getYear() + "〕1号", FACTS, "符合列入条件，当事人未陈述、申辩。", "集体讨论记录第1号")
                .takenBy("周虚构", "吴虚构", "郑虚构");
        step(subject, Act.DECIDE, () -> decide.decide(id, decision, decider()));
        step(subject, Act.SERVE, () -> serve.serve(id, clock.today(), true, true, handler()));
        step(subject, Act.PUBLISH, () -> publish.publish(id, handler()));
    }

    /** The tax authority proposes, a second officer decides; no notice is asked for. */
    void grantIncentive(Party.Organisation party) {
        var subject = subject(party);
        var handler = officer("tax");
        var decider = officer("tax-2");
        step(subject, Act.PROPOSE, () -> propose.propose(subject, INCENTIVE, List.of(), "上一年度纳税缴费信用评价为A级。", handler));
        var id = determination(subject);
        step(subject, Act.CROSS_CHECK, () -> crossCheck.check(id, handler));
        var list = Objects.requireNonNull(packs.today().lists().get(INCENTIVE.value()));
        if (list.procedure().legalReview()) {
            step(subject, Act.REVIEW, () -> review.pass(id, "符合列入条件，同意。", decider));
        }
        var decision = new DecideDetermination.Decision(
                "衡税评〔" + clock.today().getYear() + "〕1号", "上一年度纳税缴费信用评价为A级。", "符合列入条件。", "经集体讨论，一致同意列入。");
        step(subject, Act.DECIDE, () -> decide.decide(id, decision, decider));
    }

    private void step(SubjectId subject, Act act, Runnable taking) {
        if (!isDone(subject, act)) {
            taking.run();
        }
    }

    private SubjectId subject(Party.Organisation party) {
        return subjects.find(new Identity.Organisation(new CreditCode(party.code()), party.name()))
                .orElseThrow(() -> new IllegalStateException("no record made a subject of " + party.code()));
    }

    private boolean isDone(SubjectId subject, Act act) {
        return facts(subject).stream().anyMatch(entry -> entry.type().equals(act.fact()));
    }

    private DeterminationId determination(SubjectId subject) {
        return facts(subject).stream()
                .filter(entry -> entry.type().equals(Act.PROPOSE.fact()))
                .map(entry -> new DeterminationId(entry.reference()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nobody proposed " + subject));
    }

    private List<Order.Entry> facts(SubjectId subject) {
        return order.of(subject, order.head().moment());
    }

    private static Actor handler() {
        return officer("market-regulator");
    }

    private static Actor decider() {
        return officer("market-regulator-2");
    }

    static Actor officer(String account) {
        return OpenAccounts.OFFICERS.stream()
                .filter(officer -> officer.account().equals(account))
                .map(officer -> new Actor(
                        Actor.Kind.OFFICER,
                        officer.account(),
                        new AgencyId(officer.agency()),
                        officer.name(),
                        officer.roles(),
                        Set.of()))
                .findFirst()
                .orElseThrow();
    }
}
