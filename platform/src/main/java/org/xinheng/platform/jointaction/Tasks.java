package org.xinheng.platform.jointaction;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.pack.Nature;
import org.xinheng.kernel.pack.Pack;
import org.xinheng.platform.access.Scope;
import org.xinheng.platform.audit.AsOf;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.casework.Inbox;
import org.xinheng.platform.listing.Listings;
import org.xinheng.platform.packs.Packs;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.ListId;
import org.xinheng.platform.shared.ListingId;
import org.xinheng.platform.shared.MeasureId;
import org.xinheng.platform.shared.SubjectId;
import org.xinheng.platform.shared.TaskId;
import org.xinheng.platform.vault.Opened;
import org.xinheng.platform.vault.Vault;
import tools.jackson.databind.json.JsonMapper;

/** Reads joint-action tasks as they stand today: what the clock ended is closed without any job. */
@Component
public class Tasks {

    private static final String COLUMNS = """
            select t.id, t.subject_id, t.listing_id, t.list_id, t.initiator, t.agency, t.measures, last.state, last.version,
                   (select count(*) from jointaction.chase h
                    where h.subject_id = t.subject_id and h.task_id = t.id) as chased,
                   (select count(*) from jointaction.prompt p
                    where p.listing_id = t.listing_id and p.agency = t.agency) as prompts,
                   (select count(distinct f.prompt_id)
                    from jointaction.prompt p
                    join jointaction.feedback f
                      on f.month = p.month and f.check_id = p.check_id and f.prompt_id = p.id
                    where p.listing_id = t.listing_id and p.agency = t.agency) as fed_back
            from jointaction.task t
            join lateral (select s.state, s.version from jointaction.task_step s
                          where s.subject_id = t.subject_id and s.task_id = t.id
                          order by s.version desc limit 1) last on true
            """;

    private final JdbcClient jdbc;
    private final Listings listings;
    private final Packs packs;
    private final Order order;
    private final Inbox inbox;
    private final Vault vault;
    private final JsonMapper json;

    Tasks(JdbcClient jdbc, Listings listings, Packs packs, Order order, Inbox inbox, Vault vault, JsonMapper json) {
        this.inbox = inbox;
        this.vault = vault;
        this.json = json;
        this.jdbc = jdbc;
        this.listings = listings;
        this.packs = packs;
        this.order = order;
    }

    public Task get(TaskId id) {
        return jdbc.sql(COLUMNS + "where t.id = :id")
                .param("id", id.value())
                .query(Tasks::row)
                .optional()
                .map(task -> today(List.of(task)).getFirst())
                .orElseThrow(() -> new CreditException(JointActionError.TASK_NOT_FOUND, id));
    }

    /**
     * Newest tasks first, older than {@code before}, at most {@code limit}; tasks whose listing ended are among them.
     *
     * @param seen those of its agencies, and those because of its lists
     */
    public List<Task> newest(Scope seen, @Nullable TaskId before, int limit) {
        return today(jdbc.sql(COLUMNS + """
                        where (:agencies::text[] is null or t.agency = any(:agencies) or t.list_id = any(:lists))
                          and (:before::uuid is null or t.id < :before)
                        order by t.id desc limit :limit
                        """)
                .param("agencies", seen.parameter())
                .param("lists", seen.listParameter())
                .param("before", before == null ? null : before.value())
                .param("limit", limit)
                .query(Tasks::row)
                .list());
    }

    /** Those of the scope's agencies whose agency is late with what is next, the longest overdue first. */
    public List<Task> overdue(Scope seen, int limit) {
        var late = inbox.overdue(TaskCases.STEPS, seen, limit);
        var found = new HashMap<TaskId, Task>();
        var stored = jdbc.sql(COLUMNS + "where t.id = any(:ids)")
                .param("ids", late.stream().map(Inbox.Line::reference).toArray(UUID[]::new))
                .query(Tasks::row)
                .list();
        today(stored).forEach(task -> found.put(task.id(), task));
        return late.stream()
                .map(line -> found.get(new TaskId(line.reference())))
                .filter(task -> task != null && task.open())
                .toList();
    }

    /** The steps taken, in order. */
    public List<TaskStep> steps(Task task) {
        return jdbc.sql("""
                        select s.version, s.state, s.actor, s.note, s.said, c.moment
                        from jointaction.task_step s join audit.change c on c.id = s.change_id
                        where s.subject_id = :subject and s.task_id = :task order by s.version
                        """)
                .param("subject", task.subject().value())
                .param("task", task.id().value())
                .query((row, _) -> new TaskStep(
                        row.getInt("version"),
                        TaskState.valueOf(row.getString("state")),
                        row.getTimestamp("moment").toInstant(),
                        row.getString("actor"),
                        said(task.id(), row.getBytes("said"), row.getBytes("note"))))
                .list();
    }

    /**
     * What another agency has carried out already of the same measures, because of the same listing.
     *
     * @param measures those that are in the task too
     */
    public record DoneElsewhere(AgencyId agency, List<MeasureId> measures, Instant since) {}

    /** Results to recognise instead of repeating them (结果互认): whoever executed the same measures, the first to do so first. */
    public List<DoneElsewhere> doneElsewhere(Task task) {
        return jdbc.sql("""
                        select t.agency, array(select unnest(t.measures) intersect select unnest(:measures::text[]) order by 1)
                                   as same, c.moment
                        from jointaction.task t
                        join lateral (select s.change_id from jointaction.task_step s
                                      where s.subject_id = t.subject_id and s.task_id = t.id and s.state = 'EXECUTED'
                                      order by s.version limit 1) done on true
                        join audit.change c on c.id = done.change_id
                        where t.subject_id = :subject and t.listing_id = :listing and t.id <> :id and t.measures && :measures::text[]
                        order by c.moment
                        """)
                .param(
                        "measures",
                        task.measures().stream().map(MeasureId::value).toArray(String[]::new))
                .param("subject", task.subject().value())
                .param("listing", task.listing().value())
                .param("id", task.id().value())
                .query((row, _) -> new DoneElsewhere(
                        new AgencyId(row.getString("agency")),
                        Arrays.stream((String[]) row.getArray("same").getArray())
                                .map(MeasureId::new)
                                .toList(),
                        row.getTimestamp("moment").toInstant()))
                .list();
    }

    /** Earlier releases kept the note alone. */
    private TaskStep.@Nullable Said said(TaskId task, byte @Nullable [] said, byte @Nullable [] note) {
        if (said != null) {
            return vault.open(task.value(), said) instanceof Opened.Clear clear
                    ? json.readValue(clear.bytes(), TaskStep.Said.class)
                    : null;
        }
        return note != null && vault.open(task.value(), note) instanceof Opened.Clear clear
                ? TaskStep.Said.note(clear.text())
                : null;
    }

    private List<Task> today(List<Task> stored) {
        var asOf = order.now();
        var rules = packs.inForce(asOf);
        var cases = inbox.about(stored.stream().map(task -> task.id().value()).toList());
        return stored.stream()
                .map(task -> today(task, cases.getOrDefault(task.id().value(), List.of()), rules, asOf))
                .toList();
    }

    private Task today(Task task, List<Inbox.Line> cases, Pack rules, AsOf asOf) {
        var listing = listings.get(task.listing(), asOf);
        var measures = task.measures().stream()
                .map(id -> rules.measures().get(id.value()))
                .filter(Objects::nonNull)
                .toList();
        boolean open = listing.inForceOn(asOf.day())
                && measures.stream().anyMatch(measure -> listing.brings(measure.origin()));
        var next = cases.stream()
                .filter(line -> open && TaskCases.STEPS.contains(line.kind()))
                .findFirst();
        return new Task(
                task.id(),
                task.subject(),
                task.listing(),
                task.list(),
                task.initiator(),
                task.agency(),
                task.measures(),
                open ? task.state() : TaskState.CLOSED,
                task.version(),
                listing.validUntil(),
                measures.stream().anyMatch(measure -> measure.nature() == Nature.MANDATORY),
                next.map(Inbox.Line::due).orElse(null),
                next.map(Inbox.Line::provisional).orElse(false),
                next.map(Inbox.Line::overdue).orElse(false),
                task.chased(),
                task.prompts(),
                task.fedBack());
    }

    private static Task row(ResultSet row, int number) throws SQLException {
        return new Task(
                new TaskId(row.getObject("id", UUID.class)),
                new SubjectId(row.getObject("subject_id", UUID.class)),
                new ListingId(row.getObject("listing_id", UUID.class)),
                new ListId(row.getString("list_id")),
                new AgencyId(row.getString("initiator")),
                new AgencyId(row.getString("agency")),
                Arrays.stream((String[]) row.getArray("measures").getArray())
                        .map(MeasureId::new)
                        .toList(),
                TaskState.valueOf(row.getString("state")),
                row.getInt("version"),
                null,
                false,
                null,
                false,
                false,
                row.getInt("chased"),
                row.getInt("prompts"),
                row.getInt("fed_back"));
    }
}
