package org.xinheng.platform.listing;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinheng.kernel.IdGenerator;
import org.xinheng.kernel.identifier.CreditCode;
import org.xinheng.kernel.identifier.IdType;
import org.xinheng.kernel.pack.Behaviour;
import org.xinheng.kernel.pack.Severity;
import org.xinheng.platform.Callers;
import org.xinheng.platform.SettableClock;
import org.xinheng.platform.Synthetic;
import org.xinheng.platform.audit.Changes;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.packs.Packs;
import org.xinheng.platform.record.AcceptRecords;
import org.xinheng.platform.record.RecordDraft;
import org.xinheng.platform.record.RecordReceived;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.DeterminationId;
import org.xinheng.platform.shared.Fact;
import org.xinheng.platform.shared.ItemId;
import org.xinheng.platform.shared.ListId;
import org.xinheng.platform.shared.ListingId;
import org.xinheng.platform.shared.RecordId;
import org.xinheng.platform.shared.Role;
import org.xinheng.platform.shared.SubjectId;
import org.xinheng.platform.shared.SubmissionId;
import org.xinheng.platform.subject.Identity;
import org.xinheng.platform.subject.Subjects;
import tools.jackson.databind.json.JsonMapper;

/** Officers of the market regulator who determine, step by step. Each step is the real use case. */
public final class Determining {

    public static final ListId SERIOUS = new ListId("market-regulation-serious");
    public static final ListId MODELS = new ListId("integrity-models");

    public static final Actor PROPOSER =
            Callers.officer("determiner-li", "market-regulator", Role.DETERMINER, Role.DECIDER, Role.LEGAL_REVIEWER);
    public static final Actor REVIEWER = Callers.officer("reviewer-wang", "market-regulator", Role.LEGAL_REVIEWER);
    public static final Actor DECIDER = Callers.officer("decider-zhao", "market-regulator", Role.DECIDER);

    public static final DecideDetermination.Decision DECISION = new DecideDetermination.Decision(
                    "常市监严列〔2026〕31号", "虚构的违法事实：以虚构材料骗取许可", "受到较重行政处罚，符合列入条件", "集体讨论记录第31号")
            .takenBy("赵虚构", "钱虚构", "孙虚构");

    private static final AtomicInteger DOCUMENTS = new AtomicInteger();

    private final ApplicationContext context;
    private final Order order;
    private final Changes changes;
    private final TransactionTemplate transaction;

    public Determining(ApplicationContext context) {
        this.context = context;
        order = context.getBean(Order.class);
        changes = context.getBean(Changes.class);
        transaction = context.getBean(TransactionTemplate.class);
    }

    <T> T the(Class<T> useCase) {
        return context.getBean(useCase);
    }

    public SubjectId company(int n) {
        return establish(new Identity.Organisation(new CreditCode(Synthetic.organisation(n)), "常州虚构" + n + "号贸易有限公司"));
    }

    public SubjectId person(LocalDate birth, int n) {
        return establish(new Identity.Person(IdType.CITIZEN_ID, Synthetic.citizen(birth, n), "张虚构"));
    }

    SubjectId establish(Identity identity) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            var change = changes.open(Actor.platform("test"));
            var id = Objects.requireNonNull(
                    the(Subjects.class).establish(List.of(identity), change).get(identity));
            record(id, "administrative-licence", "approval", order.today(), null);
            return id;
        }));
    }

    public RecordId penalty(SubjectId subject) {
        return record(subject, "administrative-penalty", "market-regulator", order.today(), null);
    }

    /** So many honours of the market regulator, decided today. */
    public void honours(SubjectId subject, int count) {
        for (int i = 0; i < count; i++) {
            record(subject, "honour", "market-regulator", order.today(), null);
        }
    }

    RecordId record(
            SubjectId subject, String item, String authority, LocalDate decidedOn, @Nullable LocalDate conductOn) {
        var fields = conductOn == null ? Map.of() : Map.of("conductOn", conductOn.toString());
        var draft = new RecordDraft(
                subject,
                new ItemId(item),
                new AgencyId(authority),
                "常虚罚〔2026〕" + DOCUMENTS.incrementAndGet() + "号",
                Severity.SERIOUS,
                decidedOn,
                decidedOn,
                null,
                null,
                null,
                false,
                new SubmissionId(the(IdGenerator.class).next()),
                2,
                new JsonMapper().writeValueAsString(fields),
                null);
        return Objects.requireNonNull(transaction.execute(_ -> the(AcceptRecords.class)
                .accept(List.of(draft), changes.open(Actor.platform("test")))
                .getFirst()
                .record()));
    }

    public DeterminationId propose(SubjectId subject, RecordId... records) {
        return the(ProposeDetermination.class)
                .propose(subject, SERIOUS, List.of(records), conduct(SERIOUS), "以虚构材料骗取许可，情节严重", PROPOSER);
    }

    /** One kind of conduct the pack ties to the list; none where it ties none. */
    public Set<String> conduct(ListId list) {
        var rules = the(Packs.class).today();
        return Conduct.of(Objects.requireNonNull(rules.lists().get(list.value())), rules).stream()
                .map(Behaviour::id)
                .limit(1)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Takes the steps of a serious list up to and with that state, all of them today. */
    public DeterminationId upTo(DeterminationState state, SubjectId subject, RecordId... records) {
        var id = propose(subject, records);
        if (state.compareTo(DeterminationState.CROSS_CHECKED) >= 0) {
            the(CrossCheck.class).check(id, PROPOSER);
        }
        if (state.compareTo(DeterminationState.NOTICE_SERVED) >= 0) {
            the(GiveNotice.class).prior(id, order.today(), "拟将你单位列入名单，五个工作日内可以陈述、申辩", PROPOSER);
        }
        if (state.compareTo(DeterminationState.STATEMENT_CLOSED) >= 0) {
            the(CloseStatement.class).waived(id, order.today(), "放弃陈述、申辩", PROPOSER);
        }
        if (state.compareTo(DeterminationState.LEGALLY_REVIEWED) >= 0) {
            the(ReviewLegally.class).pass(id, "事实清楚，程序合法", REVIEWER);
        }
        if (state.compareTo(DeterminationState.DECIDED) >= 0) {
            the(DecideDetermination.class).decide(id, DECISION, DECIDER);
        }
        if (state.compareTo(DeterminationState.SERVED) >= 0) {
            the(ServeDecision.class).serve(id, order.today(), true, true, PROPOSER);
        }
        return id;
    }

    Listing listing(DeterminationId id) {
        return the(Listings.class).get(listingId(id), order.now());
    }

    ListingId listingId(DeterminationId id) {
        return the(Determinations.class).listing(id).orElseThrow();
    }

    DeterminationState state(DeterminationId id) {
        return the(Determinations.class).get(id).state();
    }

    List<Listing> inForce(SubjectId subject) {
        return the(Listings.class).inForce(subject, order.now());
    }

    /** What intake tells of the record an entry came with. */
    static Fact sentIn(SubjectId subject, RecordId record) {
        return new RecordReceived(
                subject,
                record,
                new ItemId("serious-list-entry"),
                new AgencyId("court"),
                LocalDate.EPOCH,
                null,
                null,
                new SubmissionId(record.value()));
    }

    /** Puts the rules of a list of the credit office to the public and publishes them, in time before the first day of tests. */
    public void publishRules(ListId list, SettableClock clock) {
        var rules = the(Packs.class).today();
        var definition = Objects.requireNonNull(rules.lists().get(list.value()));
        if (the(RulesOfLists.class).published(definition).isPresent()) {
            return;
        }
        var consult = the(ConsultOnRules.class);
        var opener = Callers.officer("rules-opener", definition.owner(), Role.DETERMINER);
        var publisher = Callers.officer("rules-publisher", definition.owner(), Role.DECIDER);
        clock.set(SettableClock.START.minusDays(60));
        var id = consult.open(list, "认定规则草案见信用门户，可以来信、来电提意见", opener);
        clock.set(SettableClock.START.minusDays(20));
        consult.close(id, "没有收到意见", opener);
        consult.publish(id, "虚构规〔2026〕1号", "信用门户", publisher);
        clock.set(SettableClock.START);
    }
}
