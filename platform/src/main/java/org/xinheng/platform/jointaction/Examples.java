package org.xinheng.platform.jointaction;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.IdGenerator;
import org.xinheng.kernel.identifier.IdentifierScan;
import org.xinheng.kernel.pack.ListKind;
import org.xinheng.kernel.pack.MeasureKind;
import org.xinheng.kernel.pack.MeasureOrigin;
import org.xinheng.platform.access.Permission;
import org.xinheng.platform.access.Scope;
import org.xinheng.platform.audit.Change;
import org.xinheng.platform.audit.Changes;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.listing.Listings;
import org.xinheng.platform.packs.Packs;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.ListingId;
import org.xinheng.platform.shared.Role;
import org.xinheng.platform.shared.SubjectId;
import org.xinheng.platform.shared.TaskId;
import org.xinheng.platform.subject.Subjects;
import org.xinheng.platform.vault.SealedContent;

/** Cases worth showing: proposed by the agency that acted, adopted by the credit office, shown to officers. */
@Component
public class Examples {

    /** Incentives first; nothing else ranks them but their age. */
    private static final Comparator<Example> ORDER = Comparator.<Example, Boolean>comparing(
                    example -> example.kind() != MeasureKind.INCENTIVE)
            .thenComparing(Comparator.comparing(Example::id).reversed());

    private final JdbcClient jdbc;
    private final Tasks tasks;
    private final Listings listings;
    private final Subjects subjects;
    private final Packs packs;
    private final Order order;
    private final Changes changes;
    private final IdGenerator ids;
    private final SealedContent contents;

    Examples(
            JdbcClient jdbc,
            Tasks tasks,
            Listings listings,
            Subjects subjects,
            Packs packs,
            Order order,
            Changes changes,
            IdGenerator ids,
            SealedContent contents) {
        this.jdbc = jdbc;
        this.tasks = tasks;
        this.listings = listings;
        this.subjects = subjects;
        this.packs = packs;
        this.order = order;
        this.changes = changes;
        this.ids = ids;
        this.contents = contents;
    }

    /** A case as an agency puts it forward. */
    public record Proposed(
            @Nullable String title,
            @Nullable String done,
            @Nullable String effect,
            List<String> evidence,
            @Nullable String consent,
            @Nullable LocalDate consentedOn) {}

    /** Of a task that was carried out, about an organisation that agreed in writing; with at least one paper. */
    @Transactional
    public UUID propose(TaskId taskId, Proposed proposed, Actor actor) {
        Permission.require(actor, Role.CHECKER);
        var task = tasks.get(taskId);
        Permission.requireAgency(actor, task.agency());
        if (!task.open()) {
            throw new CreditException(JointActionError.TASK_CLOSED);
        }
        if (task.state() != TaskState.EXECUTED && task.state() != TaskState.FED_BACK) {
            throw new CreditException(JointActionError.STEP_NOT_NEXT);
        }
        if (subjects.get(task.subject()).kind().personal()) {
            throw new CreditException(JointActionError.ORGANISATIONS_ONLY);
        }
        var consentedOn = proposed.consentedOn();
        if (consentedOn == null) {
            throw new CreditException(JointActionError.FIELD_REQUIRED, "consentedOn");
        }
        if (consentedOn.isAfter(order.today())) {
            throw new CreditException(JointActionError.DAY_IN_FUTURE, consentedOn);
        }
        var content = new Example.Content(
                required(proposed.title(), "title"),
                required(proposed.done(), "done"),
                required(proposed.effect(), "effect"),
                proposed.evidence().stream()
                        .filter(paper -> !paper.isBlank())
                        .map(paper -> IdentifierScan.mask(paper.strip()))
                        .toList(),
                required(proposed.consent(), "consent"));
        if (content.evidence().isEmpty()) {
            throw new CreditException(JointActionError.FIELD_REQUIRED, "evidence");
        }
        var id = ids.next();
        var change = changes.open(actor);
        var list = packs.today().lists().get(task.list().value());
        var kind = list != null && list.kind() == ListKind.INCENTIVE ? MeasureKind.INCENTIVE : MeasureKind.RESTRAINT;
        jdbc.sql("""
                        insert into jointaction.example
                            (subject_id, id, change_id, task_id, listing_id, kind, agency, consented_on, content)
                        values (:subject, :id, :change, :task, :listing, :kind, :agency, :consented, :content)
                        """)
                .param("subject", task.subject().value())
                .param("id", id)
                .param("change", change.id().value())
                .param("task", taskId.value())
                .param("listing", task.listing().value())
                .param("kind", kind.name())
                .param("agency", task.agency().value())
                .param("consented", consentedOn)
                .param("content", contents.seal(id, content))
                .update();
        step(task.subject(), id, task.agency(), 1, Example.State.PROPOSED, change);
        return id;
    }

    /** The credit office adopts or declines what somebody else proposed; its own agency may take it back at any time. */
    @Transactional
    public void move(UUID id, Example.State next, Actor actor) {
        var example = stored("where e.id = :id", id).stream()
                .findFirst()
                .orElseThrow(() -> new CreditException(JointActionError.EXAMPLE_NOT_FOUND, id));
        switch (next) {
            case ADOPTED, DECLINED -> {
                Permission.require(actor, Role.CREDIT_OFFICE);
                Scope.require(actor, packs.today(), example.agency());
                if (actor.id().equals(example.proposedBy())) {
                    throw new CreditException(JointActionError.SECOND_PERSON_NEEDED);
                }
                if (example.state() != Example.State.PROPOSED) {
                    throw new CreditException(JointActionError.STEP_NOT_NEXT);
                }
                if (next == Example.State.ADOPTED && !standing(example)) {
                    throw new CreditException(JointActionError.TASK_CLOSED);
                }
            }
            case WITHDRAWN -> {
                if (!actor.may(Role.CREDIT_OFFICE)) {
                    Permission.require(actor, Role.CHECKER);
                    Permission.requireAgency(actor, example.agency());
                }
                if (example.state() != Example.State.PROPOSED && example.state() != Example.State.ADOPTED) {
                    throw new CreditException(JointActionError.STEP_NOT_NEXT);
                }
            }
            case PROPOSED -> throw new CreditException(JointActionError.STEP_NOT_NEXT);
        }
        step(example.subject(), id, example.agency(), example.version() + 1, next, changes.open(actor));
    }

    /**
     * What an officer may see: adopted cases whose listing still has effect, and the own agency's proposals; the credit
     * office sees all proposals.
     */
    public List<Example> shown(Actor actor) {
        return stored("where :id::uuid is null", null).stream()
                .filter(example -> switch (example.state()) {
                    case ADOPTED -> true;
                    case PROPOSED ->
                        actor.may(Role.CREDIT_OFFICE) || example.agency().equals(actor.agency());
                    case DECLINED, WITHDRAWN -> false;
                })
                .filter(this::standing)
                .sorted(ORDER)
                .toList();
    }

    private boolean standing(Example example) {
        var now = order.now();
        var listing = listings.get(example.listing(), now);
        return listing.inForceOn(now.day()) && listing.brings(MeasureOrigin.JOINT);
    }

    private List<Example> stored(String condition, @Nullable UUID id) {
        var rows =
                jdbc.sql("""
                        select e.subject_id, e.id, e.task_id, e.listing_id, e.kind, e.agency, e.consented_on, e.content,
                               last.state, last.version,
                               (select f.actor from jointaction.example_step f
                                where f.subject_id = e.subject_id and f.example_id = e.id and f.version = 1) as proposed_by
                        from jointaction.example e
                        join lateral (select s.state, s.version from jointaction.example_step s
                                      where s.subject_id = e.subject_id and s.example_id = e.id
                                      order by s.version desc limit 1) last on true
                        """ + condition).param("id", id).query(Examples::row).list();
        var sealed = new LinkedHashMap<UUID, byte[]>();
        rows.forEach(row -> sealed.put(row.example().id(), row.content()));
        var opened = contents.openAll(sealed, Example.Content.class);
        return rows.stream()
                .map(row -> with(row.example(), opened.get(row.example().id())))
                .toList();
    }

    private record Row(Example example, byte[] content) {}

    private static Example with(Example e, Example.@Nullable Content content) {
        return new Example(
                e.id(),
                e.subject(),
                e.task(),
                e.listing(),
                e.kind(),
                e.agency(),
                e.consentedOn(),
                e.state(),
                e.version(),
                e.proposedBy(),
                content);
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                new Example(
                        row.getObject("id", UUID.class),
                        new SubjectId(row.getObject("subject_id", UUID.class)),
                        new TaskId(row.getObject("task_id", UUID.class)),
                        new ListingId(row.getObject("listing_id", UUID.class)),
                        MeasureKind.valueOf(row.getString("kind")),
                        new AgencyId(row.getString("agency")),
                        row.getDate("consented_on").toLocalDate(),
                        Example.State.valueOf(row.getString("state")),
                        row.getInt("version"),
                        Objects.requireNonNull(row.getString("proposed_by")),
                        null),
                row.getBytes("content"));
    }

    private void step(
            SubjectId subject, UUID example, AgencyId agency, int version, Example.State state, Change change) {
        try {
            jdbc.sql("""
                            insert into jointaction.example_step
                                (subject_id, example_id, version, change_id, state, actor)
                            values (:subject, :example, :version, :change, :state, :actor)
                            """)
                    .param("subject", subject.value())
                    .param("example", example)
                    .param("version", version)
                    .param("change", change.id().value())
                    .param("state", state.name())
                    .param("actor", change.actor().id())
                    .update();
        } catch (DuplicateKeyException e) {
            throw new CreditException(JointActionError.STEP_NOT_NEXT);
        }
        change.publish(new ExampleMoved(subject, example, agency, state));
    }

    private static String required(@Nullable String text, String field) {
        return IdentifierScan.mask(CheckRequest.required(text, field).strip());
    }
}
