package org.xinheng.platform.oversight;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xinheng.kernel.policy.Role;
import org.xinheng.platform.access.Scope;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.packs.Packs;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.PolicyDocumentId;
import org.xinheng.platform.shared.PolicyTaskId;

/** Many tasks at a glance: by standing, by day, as a table. An agency sees its own, a county's office its division's, the leader all. */
@Component
public class TaskBoard {

    /**
     * All tasks in scope with where they stand today. An agency with a part of its own sees how that stands. The parts are
     * gone through once and not once for each task: of collective names there are twenty to a task.
     */
    private static final String LINES = """
            select t.id, t.kind, latest.document_id, latest.position, latest.version, latest.number, latest.cycle,
                   latest.section_path, p.due, coalesce(p.parts, 0) as parts, coalesce(p.accepted, 0) as accepted,
                   case when exists (select 1 from oversight.closing c where c.task_id = t.id) then 'CLOSED'
                        when coalesce(p.parts, 0) = 0 then 'UNASSIGNED'
                        when p.late_due < :today then 'OVERDUE'
                        when p.sent_back then 'SENT_BACK'
                        when p.reported then 'REPORTED'
                        when p.in_work then 'IN_WORK'
                        when p.accepted = p.parts then 'ACCEPTED'
                        else 'NOT_BEGUN' end as standing
            from oversight.task t
            join lateral (select * from oversight.wording w where w.task_id = t.id
                          order by w.version desc limit 1) latest on true
            left join (
                select task_id,
                       sum(many) filter (where state <> 'RELEASED') as parts,
                       coalesce(sum(many) filter (where state = 'ACCEPTED'), 0) as accepted,
                       bool_or(state = 'SENT_BACK') as sent_back,
                       bool_or(state = 'REPORTED') as reported,
                       bool_or(state = 'IN_WORK') as in_work,
                       min(first_due) filter (where state in ('NOT_BEGUN', 'IN_WORK', 'SENT_BACK')) as late_due,
                       coalesce(min(first_due) filter (where state not in ('ACCEPTED', 'RELEASED')),
                                max(last_due)) as due
                from (select q.task_id, q.state, count(*) as many, min(q.due) as first_due, max(q.due) as last_due
                      from oversight.part q
                      where :agencies::text[] is null or q.agency = any(:agencies)
                         or not exists (select 1 from oversight.part own
                                        where own.task_id = q.task_id and own.agency = any(:agencies))
                      group by q.task_id, q.state) by_state
                group by task_id) p on p.task_id = t.id
            where (:agencies::text[] is null or t.owner = any(:agencies)
                   or exists (select 1 from oversight.assignment a
                              where a.task_id = t.id and a.version = latest.version and a.agency = any(:agencies)))
              and (:document::uuid is null or latest.document_id = :document
                   or exists (select 1 from oversight.wording w where w.task_id = t.id and w.document_id = :document))
              and ((:agency::text is null and :role::text is null)
                   or exists (select 1 from oversight.assignment a
                              where a.task_id = t.id and a.version = latest.version
                                and (:agency::text is null or a.agency = :agency)
                                and (:role::text is null or a.role = :role)
                                and (:agency::text is not null or :agencies::text[] is null
                                     or a.agency = any(:agencies))))
              and (:words::text is null
                   or exists (select 1 from oversight.wording w
                              where w.task_id = t.id
                                and (strpos(w.text, :words) > 0 or strpos(coalesce(w.title, ''), :words) > 0)))
            """;

    /** The fullest wording and the units, of those lines alone that are shown. */
    private static final String SHOWN = """
            select l.*, fuller.title, fuller.text,
                   array(select a.unit from oversight.assignment a
                         where a.task_id = l.id and a.version = l.version
                           and a.role = case when exists (select 1 from oversight.assignment b
                                                          where b.task_id = l.id and b.version = l.version
                                                            and b.role = 'LEAD') then 'LEAD' else 'RESPONSIBLE' end
                         group by a.unit order by min(a.position) limit 3) as leads
            from (%s) l
            cross join lateral (select w.title, w.text from oversight.wording w where w.task_id = l.id
                                order by length(w.text) desc, w.version desc limit 1) fuller
            """;

    private final JdbcClient jdbc;
    private final Packs packs;
    private final Order order;

    TaskBoard(JdbcClient jdbc, Packs packs, Order order) {
        this.jdbc = jdbc;
        this.packs = packs;
        this.order = order;
    }

    /** Which tasks: of a document, an agency, in a role, holding these words, standing so; null for any. */
    public record Filter(
            @Nullable PolicyDocumentId document,
            @Nullable AgencyId agency,
            @Nullable Role role,
            @Nullable Standing standing,
            @Nullable String words) {

        public static final Filter ALL = new Filter(null, null, null, null, null);
    }

    /**
     * A task on the board.
     *
     * @param title its heading, else the beginning of its text
     * @param due the next last day of those who still owe something, else the last one
     * @param parts how many agencies are accountable, of the actor's own where there are any
     * @param accepted how many of them are done
     * @param leads units as printed that lead it, else that are responsible; at most three
     */
    public record Line(
            PolicyTaskId id,
            PolicyTask.Kind kind,
            @Nullable PolicyDocumentId document,
            @Nullable String number,
            List<String> path,
            String title,
            String text,
            @Nullable LocalDate due,
            @Nullable Cycle cycle,
            int parts,
            int accepted,
            Standing standing,
            List<String> leads) {}

    /** A column of the board: how many there are, and the most urgent of them. */
    public record Column(Standing standing, int count, List<Line> lines) {}

    /** The board: a column for each standing, at most {@code limit} tasks in each. */
    public List<Column> columns(Filter filter, int limit, Actor actor) {
        Map<Standing, List<Line>> lines = new EnumMap<>(Standing.class);
        Map<Standing, Integer> counts = new EnumMap<>(Standing.class);
        var urgent = """
                select * from (select s.*, count(*) over (partition by standing) as many,
                                      row_number() over (partition by standing
                                                         order by due nulls last, document_id, position, id) as place
                               from (%s) s) placed
                where place <= :limit
                """.formatted(LINES);
        asked(SHOWN.formatted(urgent) + "order by l.place", filter, actor)
                .param("limit", limit)
                .query(row -> {
                    var line = line(row);
                    counts.put(line.standing(), row.getInt("many"));
                    lines.computeIfAbsent(line.standing(), _ -> new ArrayList<>())
                            .add(line);
                });
        var columns = new ArrayList<Column>();
        for (var standing : Standing.values()) {
            columns.add(
                    new Column(standing, counts.getOrDefault(standing, 0), lines.getOrDefault(standing, List.of())));
        }
        return columns;
    }

    /** Tasks in the order of their documents, after the first {@code offset}. */
    public List<Line> table(Filter filter, int offset, int limit, Actor actor) {
        return listed(filter, "l.document_id desc nulls last, l.position, l.id", null, null, offset, limit, actor);
    }

    /** Tasks due from {@code first} to {@code last}, the soonest first. */
    public List<Line> timeline(Filter filter, LocalDate first, LocalDate last, int limit, Actor actor) {
        return listed(filter, "l.due, l.document_id, l.position, l.id", first, last, 0, limit, actor);
    }

    private List<Line> listed(
            Filter filter,
            String sorting,
            @Nullable LocalDate first,
            @Nullable LocalDate last,
            int offset,
            int limit,
            Actor actor) {
        var page = """
                select l.* from (%s) l
                where (:standing::text is null or l.standing = :standing)
                  and (:first::date is null or l.due >= :first) and (:last::date is null or l.due <= :last)
                order by %s offset :offset limit :limit
                """.formatted(LINES, sorting);
        return asked(SHOWN.formatted(page) + "order by " + sorting, filter, actor)
                .param(
                        "standing",
                        filter.standing() == null ? null : filter.standing().name())
                .param("first", first)
                .param("last", last)
                .param("offset", offset)
                .param("limit", limit)
                .query((row, _) -> line(row))
                .list();
    }

    private JdbcClient.StatementSpec asked(String sql, Filter filter, Actor actor) {
        return jdbc.sql(sql)
                .param("today", order.today())
                .param("agencies", Scope.of(actor, packs.today()).parameter())
                .param(
                        "document",
                        filter.document() == null ? null : filter.document().value())
                .param(
                        "agency",
                        filter.agency() == null ? null : filter.agency().value())
                .param("role", filter.role() == null ? null : filter.role().name())
                .param(
                        "words",
                        filter.words() == null || filter.words().isBlank()
                                ? null
                                : filter.words().strip());
    }

    private static Line line(ResultSet row) throws SQLException {
        var document = row.getObject("document_id", UUID.class);
        var cycle = row.getString("cycle");
        var text = row.getString("text");
        var title = row.getString("title");
        return new Line(
                new PolicyTaskId(row.getObject("id", UUID.class)),
                PolicyTask.Kind.valueOf(row.getString("kind")),
                document == null ? null : new PolicyDocumentId(document),
                row.getString("number"),
                PolicyTasks.texts(row, "section_path"),
                title == null ? beginning(text) : title,
                text,
                PolicyTasks.day(row, "due"),
                cycle == null ? null : Cycle.valueOf(cycle),
                row.getInt("parts"),
                row.getInt("accepted"),
                Standing.valueOf(row.getString("standing")),
                PolicyTasks.texts(row, "leads"));
    }

    private static final int LONGEST_TITLE = 48;

    private static String beginning(String text) {
        int end = text.indexOf('。');
        var sentence = end < 0 ? text : text.substring(0, end + 1);
        return sentence.length() > LONGEST_TITLE ? sentence.substring(0, LONGEST_TITLE) + "…" : sentence;
    }

    /** Parts that are late today, the longest first: who, with what, how many days. */
    public List<Behind> behind(Actor actor) {
        var today = order.today();
        return jdbc.sql("""
                        select p.id, p.task_id, p.agency, p.state, p.due, p.version
                        from oversight.part p join oversight.task t on t.id = p.task_id
                        where p.state in ('NOT_BEGUN', 'IN_WORK', 'SENT_BACK') and p.due < :today
                          and t.owner = :owner
                          and not exists (select 1 from oversight.closing c where c.task_id = p.task_id)
                        order by p.agency, p.due, p.id
                        """)
                .param("today", today)
                .param("owner", actor.requiredAgency().value())
                .query((row, _) -> {
                    var due = row.getDate("due").toLocalDate();
                    return new Behind(
                            new PolicyTaskId(row.getObject("task_id", UUID.class)),
                            new AgencyId(row.getString("agency")),
                            due,
                            (int) ChronoUnit.DAYS.between(due, today));
                })
                .list();
    }

    /**
     * An agency late with its part.
     *
     * @param days of the calendar since the last day
     */
    public record Behind(PolicyTaskId task, AgencyId agency, LocalDate due, int days) {}
}
