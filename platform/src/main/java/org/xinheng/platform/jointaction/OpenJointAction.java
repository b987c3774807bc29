package org.xinheng.platform.jointaction;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.xinheng.kernel.IdGenerator;
import org.xinheng.kernel.pack.BasisRule;
import org.xinheng.kernel.pack.EntryState;
import org.xinheng.platform.audit.Changes;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.listing.ListingEnded;
import org.xinheng.platform.listing.ListingEntered;
import org.xinheng.platform.packs.Packs;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.SubjectId;
import org.xinheng.platform.shared.TaskId;
import org.xinheng.platform.subject.Subjects;

/** Initiates joint action (联合奖惩发起): a listing gives each agency that executes its measures a task. */
@Component
class OpenJointAction {

    private static final Actor SELF = Actor.platform("joint-action");

    private final Packs packs;
    private final Order order;
    private final Subjects subjects;
    private final Changes changes;
    private final IdGenerator ids;
    private final JdbcClient jdbc;

    OpenJointAction(Packs packs, Order order, Subjects subjects, Changes changes, IdGenerator ids, JdbcClient jdbc) {
        this.packs = packs;
        this.order = order;
        this.subjects = subjects;
        this.changes = changes;
        this.ids = ids;
        this.jdbc = jdbc;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(ListingEntered entered) {
        var asOf = order.now();
        var rules = packs.inForce(asOf);
        var kind = subjects.get(entered.subject()).kind();
        var byAgency = new TreeMap<String, List<String>>();
        rules.measures().values().stream()
                .filter(measure -> measure.state() == EntryState.ACTIVE
                        && measure.lists().contains(entered.list().value())
                        && measure.targets().contains(kind)
                        && BasisRule.lack(measure, rules.documents(), asOf.day(), rules.division())
                                .isEmpty())
                .forEach(measure -> measure.executors()
                        .forEach(agency -> byAgency.computeIfAbsent(agency, _ -> new ArrayList<>())
                                .add(measure.id())));
        var change = changes.open(SELF);
        byAgency.forEach((agency, measures) -> {
            var task = new TaskId(ids.next());
            int fresh = jdbc.sql("""
                            insert into jointaction.task
                                (subject_id, id, change_id, listing_id, list_id, initiator, agency, measures)
                            values (:subject, :id, :change, :listing, :list, :initiator, :agency, :measures)
                            on conflict (subject_id, listing_id, agency) do nothing
                            """)
                    .param("subject", entered.subject().value())
                    .param("id", task.value())
                    .param("change", change.id().value())
                    .param("listing", entered.listing().value())
                    .param("list", entered.list().value())
                    .param("initiator", entered.determinedBy().value())
                    .param("agency", agency)
                    .param("measures", measures.toArray(String[]::new))
                    .update();
            if (fresh == 1) {
                step(entered.subject(), task, 1, change.id().value(), TaskState.INITIATED);
                change.publish(new JointActionMoved(
                        entered.subject(), task, entered.listing(), new AgencyId(agency), TaskState.INITIATED));
            }
        });
    }

    private record Standing(UUID id, String agency, int version, String state) {}

    /** A listing that ended before its time takes its tasks with it; what the clock ends is closed where it is read. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(ListingEnded ended) {
        var change = changes.open(SELF);
        jdbc
                .sql("""
                        select distinct on (t.id) t.id, t.agency, s.version, s.state
                        from jointaction.task t
                        join jointaction.task_step s on s.subject_id = t.subject_id and s.task_id = t.id
                        where t.subject_id = :subject and t.listing_id = :listing order by t.id, s.version desc
                        """)
                .param("subject", ended.subject().value())
                .param("listing", ended.listing().value())
                .query(Standing.class)
                .list()
                .stream()
                .filter(task -> !task.state().equals(TaskState.CLOSED.name()))
                .forEach(task -> {
                    step(
                            ended.subject(),
                            new TaskId(task.id()),
                            task.version() + 1,
                            change.id().value(),
                            TaskState.CLOSED);
                    change.publish(new JointActionMoved(
                            ended.subject(),
                            new TaskId(task.id()),
                            ended.listing(),
                            new AgencyId(task.agency()),
                            TaskState.CLOSED));
                });
    }

    private void step(SubjectId subject, TaskId task, int version, UUID change, TaskState state) {
        jdbc.sql("""
                        insert into jointaction.task_step (subject_id, task_id, version, change_id, state, actor)
                        values (:subject, :task, :version, :change, :state, :actor)
                        """)
                .param("subject", subject.value())
                .param("task", task.value())
                .param("version", version)
                .param("change", change)
                .param("state", state.name())
                .param("actor", SELF.id())
                .update();
    }
}
