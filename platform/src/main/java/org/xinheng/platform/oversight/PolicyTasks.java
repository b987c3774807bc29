package org.xinheng.platform.oversight;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.IdGenerator;
import org.xinheng.kernel.policy.Role;
import org.xinheng.platform.access.AccessError;
import org.xinheng.platform.access.Scope;
import org.xinheng.platform.audit.Change;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.oversight.PolicyTask.Assigned;
import org.xinheng.platform.oversight.PolicyTask.Closing;
import org.xinheng.platform.oversight.PolicyTask.Part;
import org.xinheng.platform.oversight.PolicyTask.Wording;
import org.xinheng.platform.packs.Packs;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.PolicyDocumentId;
import org.xinheng.platform.shared.PolicyTaskId;
import org.xinheng.platform.shared.Written;

/** Tasks in work: one at a time, and how they begin. */
@Component
public class PolicyTasks {

    private final JdbcClient jdbc;
    private final PolicyDocuments documents;
    private final Parts parts;
    private final Packs packs;
    private final Order order;
    private final IdGenerator ids;

    PolicyTasks(JdbcClient jdbc, PolicyDocuments documents, Parts parts, Packs packs, Order order, IdGenerator ids) {
        this.jdbc = jdbc;
        this.documents = documents;
        this.parts = parts;
        this.packs = packs;
        this.order = order;
        this.ids = ids;
    }

    /** A task an actor may see: named in it, of the office that follows it, or with everybody in scope. */
    public PolicyTask get(PolicyTaskId id, Actor actor) {
        var task = get(id);
        var scope = Scope.of(actor, packs.today());
        boolean named =
                task.units().stream().map(Assigned::agency).anyMatch(agency -> agency != null && scope.covers(agency));
        if (!named && !scope.covers(task.owner()) && task.part(actor.agency()) == null) {
            throw new CreditException(AccessError.OTHER_AGENCY);
        }
        return task;
    }

    PolicyTask get(PolicyTaskId id) {
        var wordings = wordings(id);
        return jdbc.sql("""
                        select t.id, t.kind, t.owner, t.parent, c.reason, c.closed_on, c.actor
                        from oversight.task t left join oversight.closing c on c.task_id = t.id where t.id = :id
                        """)
                .param("id", id.value())
                .query((row, _) -> {
                    var parent = row.getObject("parent", UUID.class);
                    var closed = day(row, "closed_on");
                    return new PolicyTask(
                            id,
                            PolicyTask.Kind.valueOf(row.getString("kind")),
                            new AgencyId(row.getString("owner")),
                            parent == null ? null : new PolicyTaskId(parent),
                            wordings,
                            assigned(id, wordings.getFirst().version()),
                            parts(id),
                            wordings.stream()
                                    .map(Wording::due)
                                    .filter(due -> due != null)
                                    .findFirst()
                                    .orElse(null),
                            closed == null
                                    ? null
                                    : new Closing(row.getString("reason"), closed, row.getString("actor")));
                })
                .optional()
                .orElseThrow(() -> new CreditException(OversightError.POLICY_TASK_NOT_FOUND, id));
    }

    /** Sub-tasks, oldest first. */
    public List<PolicyTask> children(PolicyTaskId id) {
        return jdbc
                .sql("select id from oversight.task where parent = :id order by id")
                .param("id", id.value())
                .query(UUID.class)
                .list()
                .stream()
                .map(child -> get(new PolicyTaskId(child)))
                .toList();
    }

    /** The task of one agency's part, as the inbox refers to it. */
    public PolicyTaskId ofPart(UUID part) {
        var task = parts.taskOf(part);
        if (task == null) {
            throw new CreditException(OversightError.POLICY_TASK_NOT_FOUND, part);
        }
        return task;
    }

    /**
     * Puts the tasks of a confirmed document in work; one that is in work already gets one more wording. An older
     * document's wording stands behind that of a newer one, which alone says who has to do it.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void begin(PolicyDocumentId document, List<Draft.Entry> entries, AgencyId owner, Change change) {
        int position = 0;
        var older = new HashMap<PolicyDocumentId, Boolean>();
        for (var entry : entries) {
            position++;
            var repeated = entry.reissues();
            var there = repeated == null ? null : get(repeated);
            if (there != null
                    && there.latest().document() != null
                    && older.computeIfAbsent(
                            there.latest().document(), newest -> documents.precedes(document, newest))) {
                wordBehind(there, document, position, entry, change);
                continue;
            }
            var id = repeated == null ? add(PolicyTask.Kind.DOCUMENT, null, owner, change) : repeated;
            var version = word(id, document, position, entry, false, change);
            var accountable = assign(id, version, entry.units());
            var due = entry.cycle() == null ? entry.due() : entry.cycle().lastDay(order.today());
            if (due == null && there != null) {
                due = there.due();
            }
            share(id, accountable, due, owner, change);
        }
    }

    /** Its last day counts where no newer document gives one. */
    private void wordBehind(
            PolicyTask there, PolicyDocumentId document, int position, Draft.Entry entry, Change change) {
        assign(there.id(), word(there.id(), document, position, entry, true, change), entry.units());
        if (entry.due() == null || there.due() != null || there.latest().cycle() != null || there.closed()) {
            return;
        }
        for (var part : there.parts()) {
            if (part.due() == null && part.state().owing()) {
                parts.extend(part, entry.due(), change);
            }
        }
    }

    /** A task of no document: a sub-task, or a rectification. */
    @Transactional(propagation = Propagation.MANDATORY)
    PolicyTaskId begin(
            PolicyTask.Kind kind,
            @Nullable PolicyTaskId parent,
            String title,
            String text,
            AgencyId agency,
            LocalDate due,
            AgencyId owner,
            Change change) {
        var id = add(kind, parent, owner, change);
        var entry =
                new Draft.Entry(0, null, List.of(), title, text, List.of(), false, null, due, null, null, null, false);
        int version = word(id, null, 0, entry, false, change);
        var name = packs.today().agencies().get(agency.value());
        if (name == null) {
            throw new CreditException(OversightError.UNKNOWN_AGENCY, agency);
        }
        assign(
                id,
                version,
                List.of(new Draft.Unit(Role.RESPONSIBLE, name.label().zh(), null, List.of(agency), null, List.of())));
        parts.begin(id, agency, due, change);
        return id;
    }

    private PolicyTaskId add(PolicyTask.Kind kind, @Nullable PolicyTaskId parent, AgencyId owner, Change change) {
        var id = new PolicyTaskId(ids.next());
        jdbc.sql("""
                        insert into oversight.task (id, change_id, owner, kind, parent)
                        values (:id, :change, :owner, :kind, :parent)
                        """)
                .param("id", id.value())
                .param("change", change.id().value())
                .param("owner", owner.value())
                .param("kind", kind.name())
                .param("parent", parent == null ? null : parent.value())
                .update();
        return id;
    }

    /** @param behind all wordings there are, else before them: the highest version is the newest document's */
    private int word(
            PolicyTaskId id,
            @Nullable PolicyDocumentId document,
            int position,
            Draft.Entry entry,
            boolean behind,
            Change change) {
        return jdbc.sql("""
                        insert into oversight.wording
                            (task_id, version, change_id, document_id, position, number, section_path, title, text,
                             deadline, due, cycle, open_ended, remark)
                        select :task, case when :behind then min(version) - 1 else coalesce(max(version), 0) + 1 end,
                               :change, :document, :position, :number, :path,
                               :title, :text, :deadline, :due, :cycle, :open, :remark
                        from oversight.wording where task_id = :task
                        returning version
                        """)
                .param("task", id.value())
                .param("behind", behind)
                .param("change", change.id().value())
                .param("document", document == null ? null : document.value())
                .param("position", position)
                .param("number", entry.number())
                .param("path", entry.path().toArray(String[]::new))
                .param("title", Written.words(entry.title()))
                .param("text", Said.required(entry.text(), "text"))
                .param("deadline", entry.deadline())
                .param("due", entry.due())
                .param("cycle", entry.cycle() == null ? null : entry.cycle().name())
                .param("open", entry.openEnded())
                .param("remark", entry.remark())
                .query(Integer.class)
                .single();
    }

    /** Stores who is named, groups with their members; answers who is accountable. */
    private Set<AgencyId> assign(PolicyTaskId id, int version, List<Draft.Unit> units) {
        var accountable = new LinkedHashSet<AgencyId>();
        int position = 0;
        for (var unit : units) {
            var agencies = members(unit);
            for (var agency : agencies) {
                assign(id, version, ++position, unit, agency);
            }
            if (agencies.isEmpty()) {
                assign(id, version, ++position, unit, null);
            }
            if (unit.role() != Role.COOPERATING) {
                accountable.addAll(agencies);
            }
        }
        return accountable;
    }

    private List<AgencyId> members(Draft.Unit unit) {
        var group = unit.group() == null ? null : packs.today().groups().get(unit.group());
        return group == null
                ? unit.agencies()
                : group.members().stream().map(AgencyId::new).toList();
    }

    private void assign(PolicyTaskId id, int version, int position, Draft.Unit unit, @Nullable AgencyId agency) {
        jdbc.sql("""
                        insert into oversight.assignment
                            (task_id, version, position, role, agency, unit, alias, "group")
                        values (:task, :version, :position, :role, :agency, :unit, :alias, :group)
                        """)
                .param("task", id.value())
                .param("version", version)
                .param("position", position)
                .param("role", unit.role().name())
                .param("agency", agency == null ? null : agency.value())
                .param("unit", unit.name())
                .param("alias", unit.alias())
                .param("group", unit.group())
                .update();
    }

    /** New parts for those accountable; who is named no more is released. */
    private void share(
            PolicyTaskId id, Set<AgencyId> accountable, @Nullable LocalDate due, AgencyId owner, Change change) {
        var missing = new LinkedHashSet<>(accountable);
        for (var part : parts(id)) {
            boolean named = missing.remove(part.agency());
            if (named && part.state() == WorkState.RELEASED) {
                parts.move(part, WorkState.NOT_BEGUN, due, owner, change);
            } else if (!named && part.state() != WorkState.RELEASED) {
                parts.move(part, WorkState.RELEASED, owner, change);
            }
        }
        missing.forEach(agency -> parts.begin(id, agency, due, change));
    }

    private List<Wording> wordings(PolicyTaskId id) {
        var wordings = jdbc.sql("""
                        select version, document_id, number, section_path, title, text, deadline, due, cycle,
                               open_ended, remark
                        from oversight.wording where task_id = :task order by version desc
                        """)
                .param("task", id.value())
                .query((row, _) -> {
                    var document = row.getObject("document_id", UUID.class);
                    var cycle = row.getString("cycle");
                    return new Wording(
                            row.getInt("version"),
                            document == null ? null : new PolicyDocumentId(document),
                            row.getString("number"),
                            texts(row, "section_path"),
                            row.getString("title"),
                            row.getString("text"),
                            row.getString("deadline"),
                            day(row, "due"),
                            cycle == null ? null : Cycle.valueOf(cycle),
                            row.getBoolean("open_ended"),
                            row.getString("remark"));
                })
                .list();
        if (wordings.isEmpty()) {
            throw new CreditException(OversightError.POLICY_TASK_NOT_FOUND, id);
        }
        return wordings;
    }

    private List<Assigned> assigned(PolicyTaskId id, int version) {
        return jdbc.sql("""
                        select role, agency, unit, alias, "group" from oversight.assignment
                        where task_id = :task and version = :version order by position
                        """)
                .param("task", id.value())
                .param("version", version)
                .query((row, _) -> {
                    var agency = row.getString("agency");
                    return new Assigned(
                            Role.valueOf(row.getString("role")),
                            agency == null ? null : new AgencyId(agency),
                            row.getString("unit"),
                            row.getString("alias"),
                            row.getString("group"));
                })
                .list();
    }

    private List<Part> parts(PolicyTaskId id) {
        return jdbc.sql("""
                        select id, agency, state, due, version from oversight.part where task_id = :task order by id
                        """)
                .param("task", id.value())
                .query((row, _) -> new Part(
                        row.getObject("id", UUID.class),
                        id,
                        new AgencyId(row.getString("agency")),
                        WorkState.valueOf(row.getString("state")),
                        day(row, "due"),
                        row.getInt("version")))
                .list();
    }

    static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
        Date date = row.getDate(column);
        return date == null ? null : date.toLocalDate();
    }

    static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
