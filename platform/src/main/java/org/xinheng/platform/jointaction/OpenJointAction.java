package org.xinheng.platform.jointaction;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.xinheng.kernel.IdGenerator;
import org.xinheng.kernel.pack.EntryState;
import org.xinheng.kernel.pack.Pack;
import org.xinheng.platform.audit.Change;
import org.xinheng.platform.audit.Changes;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.listing.ListingCorrected;
import org.xinheng.platform.listing.ListingEffects;
import org.xinheng.platform.listing.ListingEnded;
import org.xinheng.platform.listing.ListingEntered;
import org.xinheng.platform.listing.ListingResumed;
import org.xinheng.platform.listing.ListingSuspended;
import org.xinheng.platform.measure.Measures;
import org.xinheng.platform.packs.Packs;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.ListingId;
import org.xinheng.platform.shared.SubjectId;
import org.xinheng.platform.shared.TaskId;
import org.xinheng.platform.subject.Subjects;

/**
 * Initiates joint action (联合奖惩发起): a listing gives each agency of the city that executes its measures a task, as long
 * as it brings them. Banks, associations and other guests are never given one: they are asked for advice where they check.
 */
@Component
class OpenJointAction {

    private static final Actor SELF = Actor.platform("joint-action");

    private final Packs packs;
    private final Order order;
    private final Measures measures;
    private final ListingEffects effects;
    private final Subjects subjects;
    private final TaskCases cases;
    private final Changes changes;
    private final IdGenerator ids;
    private final JdbcClient jdbc;

    OpenJointAction(
            Packs packs,
            Order order,
            Measures measures,
            ListingEffects effects,
            Subjects subjects,
            TaskCases cases,
            Changes changes,
            IdGenerator ids,
            JdbcClient jdbc) {
        this.packs = packs;
        this.order = order;
        this.measures = measures;
        this.effects = effects;
        this.subjects = subjects;
        this.cases = cases;
        this.changes = changes;
        this.ids = ids;
        this.jdbc = jdbc;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(ListingEntered entered) {
        align(entered.subject(), entered.listing(), entered.determinedBy());
    }

    /** Its days may be others now, and its source may attest what it did not before. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(ListingCorrected corrected) {
        align(corrected.subject(), corrected.listing(), corrected.determinedBy());
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(ListingSuspended suspended) {
        align(suspended.subject(), suspended.listing(), null);
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(ListingResumed resumed) {
        align(resumed.subject(), resumed.listing(), null);
    }

    /** A listing that ended before its time takes its tasks with it; what the clock ends is closed where it is read. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(ListingEnded ended) {
        var change = changes.open(SELF);
        standing(ended.subject(), ended.listing()).stream()
                .filter(task -> task.state() != TaskState.CLOSED)
                .forEach(task -> {
                    step(ended.subject(), task.id(), task.version() + 1, change, TaskState.CLOSED);
                    cases.settle(task.id(), change);
                    change.publish(new JointActionMoved(
                            ended.subject(), task.id(), ended.listing(), task.agency(), TaskState.CLOSED));
                });
    }

    /**
     * Opens the tasks that are missing, and lets those there are wait for their agency or stand still as the listing does.
     *
     * @param initiator who determined the listing or passes it on; null: no new tasks
     */
    private void align(SubjectId subject, ListingId listing, @Nullable AgencyId initiator) {
        var effect = effects.of(subject, listing);
        var rules = packs.today();
        var today = order.today();
        var change = changes.open(SELF);
        var there = standing(subject, listing);
        for (var task : there) {
            var standing = new TaskCases.Standing(subject, task.id(), task.agency(), task.state());
            if (brings(task, effect, rules)) {
                cases.keepAwaiting(standing, effect.validUntil(), rules, today, change);
            } else {
                cases.settle(task.id(), change);
            }
        }
        if (initiator == null) {
            return;
        }
        executors(subject, effect, rules, today).forEach((agency, brought) -> {
            if (there.stream().noneMatch(task -> task.agency().equals(agency))) {
                open(subject, listing, effect, initiator, agency, brought, change);
            }
        });
    }

    private Map<AgencyId, List<String>> executors(
            SubjectId subject, ListingEffects.Effect effect, Pack rules, LocalDate today) {
        var byAgency =
                new TreeMap<AgencyId, List<String>>((one, other) -> one.value().compareTo(other.value()));
        for (var measure :
                measures.ofList(rules, effect.list(), subjects.get(subject).kind(), EntryState.ACTIVE, today)) {
            if (!effect.brings(measure.origin())) {
                continue;
            }
            for (var executor : measure.executors()) {
                var agency = rules.agencies().get(executor);
                if (agency != null && !agency.guest()) {
                    byAgency.computeIfAbsent(new AgencyId(executor), _ -> new ArrayList<>())
                            .add(measure.id());
                }
            }
        }
        return byAgency;
    }

    private void open(
            SubjectId subject,
            ListingId listing,
            ListingEffects.Effect effect,
            AgencyId initiator,
            AgencyId agency,
            List<String> brought,
            Change change) {
        var task = new TaskId(ids.next());
        jdbc.sql("""
                        insert into jointaction.task
                            (subject_id, id, change_id, listing_id, list_id, initiator, agency, measures)
                        values (:subject, :id, :change, :listing, :list, :initiator, :agency, :measures)
                        """)
                .param("subject", subject.value())
                .param("id", task.value())
                .param("change", change.id().value())
                .param("listing", listing.value())
                .param("list", effect.list().value())
                .param("initiator", initiator.value())
                .param("agency", agency.value())
                .param("measures", brought.toArray(String[]::new))
                .update();
        step(subject, task, 1, change, TaskState.INITIATED);
        cases.await(
                new TaskCases.Standing(subject, task, agency, TaskState.INITIATED),
                effect.validUntil(),
                packs.today(),
                order.today(),
                change);
        change.publish(new JointActionMoved(subject, task, listing, agency, TaskState.INITIATED));
    }

    private static boolean brings(Standing task, ListingEffects.Effect effect, Pack rules) {
        return task.measures().stream()
                .map(id -> rules.measures().get(id))
                .anyMatch(measure -> measure != null && effect.brings(measure.origin()));
    }

    private record Standing(TaskId id, AgencyId agency, List<String> measures, int version, TaskState state) {}

    private List<Standing> standing(SubjectId subject, ListingId listing) {
        return jdbc.sql("""
                        select distinct on (t.id) t.id, t.agency, t.measures, s.version, s.state
                        from jointaction.task t
                        join jointaction.task_step s on s.subject_id = t.subject_id and s.task_id = t.id
                        where t.subject_id = :subject and t.listing_id = :listing order by t.id, s.version desc
                        """)
                .param("subject", subject.value())
                .param("listing", listing.value())
                .query((row, _) -> new Standing(
                        new TaskId(row.getObject("id", UUID.class)),
                        new AgencyId(row.getString("agency")),
                        Arrays.asList((String[]) row.getArray("measures").getArray()),
                        row.getInt("version"),
                        TaskState.valueOf(row.getString("state"))))
                .list();
    }

    private void step(SubjectId subject, TaskId task, int version, Change change, TaskState state) {
        jdbc.sql("""
                        insert into jointaction.task_step (subject_id, task_id, version, change_id, state, actor)
                        values (:subject, :task, :version, :change, :state, :actor)
                        """)
                .param("subject", subject.value())
                .param("task", task.value())
                .param("version", version)
                .param("change", change.id().value())
                .param("state", state.name())
                .param("actor", SELF.id())
                .update();
    }
}
