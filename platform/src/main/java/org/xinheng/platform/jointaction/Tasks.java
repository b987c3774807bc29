package org.xinheng.platform.jointaction;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.pack.Pack;
import org.xinheng.platform.audit.AsOf;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.listing.Listings;
import org.xinheng.platform.packs.Packs;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.ListId;
import org.xinheng.platform.shared.ListingId;
import org.xinheng.platform.shared.MeasureId;
import org.xinheng.platform.shared.SubjectId;
import org.xinheng.platform.shared.TaskId;

/** Reads joint-action tasks as they stand today: what the clock ended is closed without any job. */
@Component
public class Tasks {

    private static final String COLUMNS = """
            select t.id, t.subject_id, t.listing_id, t.list_id, t.initiator, t.agency, t.measures, last.state, last.version,
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

    Tasks(JdbcClient jdbc, Listings listings, Packs packs, Order order) {
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
     * @param agency whose tasks; null for all
     */
    public List<Task> newest(@Nullable AgencyId agency, @Nullable TaskId before, int limit) {
        return today(jdbc.sql(COLUMNS + """
                        where (:agency::text is null or t.agency = :agency) and (:before::uuid is null or t.id < :before)
                        order by t.id desc limit :limit
                        """)
                .param("agency", agency == null ? null : agency.value())
                .param("before", before == null ? null : before.value())
                .param("limit", limit)
                .query(Tasks::row)
                .list());
    }

    private List<Task> today(List<Task> stored) {
        var asOf = order.now();
        var rules = packs.inForce(asOf);
        return stored.stream().map(task -> today(task, rules, asOf)).toList();
    }

    private Task today(Task task, Pack rules, AsOf asOf) {
        var listing = listings.get(task.listing(), asOf);
        boolean open = listing.inForceOn(asOf.day())
                && task.measures().stream()
                        .map(id -> rules.measures().get(id.value()))
                        .anyMatch(measure -> measure != null && listing.brings(measure.origin()));
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
                row.getInt("prompts"),
                row.getInt("fed_back"));
    }
}
