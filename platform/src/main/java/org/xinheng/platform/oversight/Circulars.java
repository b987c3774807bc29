package org.xinheng.platform.oversight;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.IdGenerator;
import org.xinheng.kernel.calendar.WorkingCalendar;
import org.xinheng.platform.access.Permission;
import org.xinheng.platform.audit.Change;
import org.xinheng.platform.audit.Changes;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.casework.CaseDraft;
import org.xinheng.platform.casework.CaseKind;
import org.xinheng.platform.casework.CloseCase;
import org.xinheng.platform.casework.Inbox;
import org.xinheng.platform.casework.OpenCase;
import org.xinheng.platform.packs.Packs;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.PolicyTaskId;
import org.xinheng.platform.shared.Role;

/**
 * Circulars (通报): the office names who is far behind, and gives each a rectification task with its own limit (整改). The
 * clock proposes, an officer issues. Agencies are named, never persons.
 */
@Component
public class Circulars {

    /** Settings of a pack: so many working days late before a circular is proposed; so many to put it right. */
    private static final String PATIENCE = "circular-after-working-days";

    private static final String LIMIT = "rectification-working-days";

    private final JdbcClient jdbc;
    private final TaskBoard board;
    private final PolicyTasks tasks;
    private final OpenCase openCase;
    private final CloseCase closeCase;
    private final Inbox inbox;
    private final Packs packs;
    private final Changes changes;
    private final Order order;
    private final IdGenerator ids;

    Circulars(
            JdbcClient jdbc,
            TaskBoard board,
            PolicyTasks tasks,
            OpenCase openCase,
            CloseCase closeCase,
            Inbox inbox,
            Packs packs,
            Changes changes,
            Order order,
            IdGenerator ids) {
        this.jdbc = jdbc;
        this.board = board;
        this.tasks = tasks;
        this.openCase = openCase;
        this.closeCase = closeCase;
        this.inbox = inbox;
        this.packs = packs;
        this.changes = changes;
        this.order = order;
        this.ids = ids;
    }

    /** A circular as it was issued; {@code number} runs through the year. */
    public record Circular(
            UUID id,
            AgencyId owner,
            int year,
            int number,
            String title,
            String text,
            LocalDate issuedOn,
            String actor,
            List<Line> lines) {}

    /**
     * Who is named, and for what.
     *
     * @param task the task that is late; null where it is about something else
     * @param behind days late on the day of issue
     * @param words the task's title, or what it is about
     * @param rectification the task to put it right; null for none
     */
    public record Line(
            AgencyId agency,
            @Nullable PolicyTaskId task,
            @Nullable LocalDate due,
            @Nullable Integer behind,
            String words,
            @Nullable PolicyTaskId rectification) {}

    /** How late somebody has to be, in working days. */
    public int patience() {
        return Integer.parseInt(packs.today().settings().getOrDefault(PATIENCE, "0"));
    }

    /** Last day to put it right, if told today. */
    public LocalDate limit() {
        int days = Integer.parseInt(packs.today().settings().getOrDefault(LIMIT, "0"));
        return WorkingCalendar.published().plusWorkingDays(order.today(), days).date();
    }

    /** Who is far enough behind today and was not named in a circular for the same task and day before. */
    public List<TaskBoard.Behind> proposed(Actor actor) {
        Permission.require(actor, Role.CREDIT_OFFICE);
        var today = order.today();
        var told = jdbc.sql("""
                        select l.agency, l.task_id, l.due from oversight.circular_line l
                        join oversight.circular c on c.id = l.circular_id
                        where c.owner = :owner and l.task_id is not null
                        """)
                .param("owner", actor.requiredAgency().value())
                .query((row, _) -> row.getString("agency") + row.getString("task_id") + row.getString("due"))
                .set();
        return board.behind(actor).stream()
                .filter(late -> WorkingCalendar.published().workingDaysBetween(late.due(), today) >= patience())
                .filter(late -> !told.contains(late.agency().value() + late.task() + late.due()))
                .toList();
    }

    /** Issues a circular on those proposed of these agencies; each gets a rectification task until {@code limit}. */
    @Transactional
    public UUID issue(
            @Nullable String title,
            @Nullable String text,
            List<AgencyId> agencies,
            @Nullable LocalDate limit,
            Actor actor) {
        if (limit == null || !limit.isAfter(order.today())) {
            throw new CreditException(OversightError.WORK_FIELD_REQUIRED, "limit");
        }
        var named = proposed(actor).stream()
                .filter(late -> agencies.contains(late.agency()))
                .collect(Collectors.groupingBy(TaskBoard.Behind::agency, LinkedHashMap::new, Collectors.toList()));
        if (named.isEmpty()) {
            throw new CreditException(OversightError.NOBODY_BEHIND);
        }
        var change = changes.open(actor);
        var heading = Said.required(title, "title");
        var lines = new ArrayList<Line>();
        named.forEach((agency, late) -> {
            var rectification = rectify(agency, heading, limit, actor.requiredAgency(), change);
            late.forEach(one ->
                    lines.add(new Line(agency, one.task(), one.due(), one.days(), title(one.task()), rectification)));
        });
        return store(heading, Said.required(text, "text"), lines, actor, change);
    }

    /**
     * Issues a circular for another reason than a late task, such as a yearly assessment below the line; each agency with
     * the words that say why. Within the running change.
     *
     * @param limit last day to put it right; null for no rectification task
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID issue(
            String title, String text, Map<AgencyId, String> reasons, @Nullable LocalDate limit, Actor actor) {
        var change = changes.open(actor);
        var lines = new ArrayList<Line>();
        reasons.forEach((agency, words) -> lines.add(new Line(
                agency,
                null,
                null,
                null,
                words,
                limit == null ? null : rectify(agency, title, limit, actor.requiredAgency(), change))));
        return store(title, text, lines, actor, change);
    }

    /** As it reads on the day of issue: a circular stays as it was. */
    private String title(PolicyTaskId task) {
        var wording = tasks.get(task).fullest();
        return wording.title() == null ? wording.text() : wording.title();
    }

    private PolicyTaskId rectify(AgencyId agency, String title, LocalDate limit, AgencyId owner, Change change) {
        return tasks.begin(
                PolicyTask.Kind.RECTIFICATION, null, "整改：" + title, "按通报要求整改，并报整改情况和佐证。", agency, limit, owner, change);
    }

    private UUID store(String title, String text, List<Line> lines, Actor actor, Change change) {
        var id = ids.next();
        var today = order.today();
        // The lock makes the numbers of an office run without a gap.
        jdbc.sql("select pg_advisory_xact_lock(hashtext('oversight.circular'))")
                .query(String.class)
                .list();
        jdbc.sql("""
                        insert into oversight.circular
                            (id, change_id, owner, year, number, title, text, issued_on, actor)
                        select :id, :change, :owner, :year, coalesce(max(number), 0) + 1, :title, :text, :on, :actor
                        from oversight.circular where owner = :owner and year = :year
                        """)
                .param("id", id)
                .param("change", change.id().value())
                .param("owner", actor.requiredAgency().value())
                .param("year", today.getYear())
                .param("title", title)
                .param("text", text)
                .param("on", today)
                .param("actor", actor.id())
                .update();
        int position = 0;
        for (var line : lines) {
            store(id, ++position, line);
        }
        var agencies = lines.stream().map(Line::agency).distinct().toList();
        for (var agency : agencies) {
            openCase.open(new CaseDraft(CaseKind.POLICY_CIRCULAR, null, id, agency, Role.REPORTER, null, null), change);
        }
        change.publish(new CircularIssued(id, agencies.size()));
        return id;
    }

    private void store(UUID id, int position, Line line) {
        jdbc.sql("""
                        insert into oversight.circular_line
                            (circular_id, position, agency, task_id, due, behind, words, rectification)
                        values (:id, :position, :agency, :task, :due, :behind, :words, :rectification)
                        """)
                .param("id", id)
                .param("position", position)
                .param("agency", line.agency().value())
                .param("task", line.task() == null ? null : line.task().value())
                .param("due", line.due())
                .param("behind", line.behind())
                .param("words", line.words())
                .param(
                        "rectification",
                        line.rectification() == null
                                ? null
                                : line.rectification().value())
                .update();
    }

    /** Circulars of the own office, or that name the own agency; newest first. */
    public List<Circular> all(Actor actor) {
        var own = actor.requiredAgency();
        return jdbc.sql("""
                        select id from oversight.circular c
                        where c.owner = :own
                           or exists (select 1 from oversight.circular_line l
                                      where l.circular_id = c.id and l.agency = :own)
                        order by id desc
                        """).param("own", own.value()).query(UUID.class).list().stream()
                .map(this::get)
                .toList();
    }

    /** One circular; a circular is for all to see who are named in it and for the office. */
    public Circular get(UUID id, Actor actor) {
        var circular = get(id);
        if (!PolicyDocuments.owns(actor, circular.owner())
                && circular.lines().stream().noneMatch(line -> line.agency().equals(actor.agency()))) {
            throw new CreditException(OversightError.CIRCULAR_NOT_FOUND, id);
        }
        return circular;
    }

    /** An agency has read what names it; saying so again changes nothing. */
    @Transactional
    public void acknowledge(UUID id, Actor actor) {
        Permission.require(actor, Role.REPORTER);
        get(id, actor);
        var own = actor.requiredAgency();
        boolean unread = inbox.about(List.of(id)).getOrDefault(id, List.of()).stream()
                .anyMatch(line -> line.agency().equals(own));
        if (unread) {
            closeCase.close(id, own, changes.open(actor), CaseKind.POLICY_CIRCULAR);
        }
    }

    private Circular get(UUID id) {
        var lines = jdbc.sql("""
                        select agency, task_id, due, behind, words, rectification from oversight.circular_line
                        where circular_id = :id order by position
                        """)
                .param("id", id)
                .query((row, _) -> {
                    var task = row.getObject("task_id", UUID.class);
                    var rectification = row.getObject("rectification", UUID.class);
                    return new Line(
                            new AgencyId(row.getString("agency")),
                            task == null ? null : new PolicyTaskId(task),
                            PolicyTasks.day(row, "due"),
                            row.getObject("behind", Integer.class),
                            row.getString("words"),
                            rectification == null ? null : new PolicyTaskId(rectification));
                })
                .list();
        return jdbc.sql("select * from oversight.circular where id = :id")
                .param("id", id)
                .query((row, _) -> new Circular(
                        id,
                        new AgencyId(row.getString("owner")),
                        row.getInt("year"),
                        row.getInt("number"),
                        row.getString("title"),
                        row.getString("text"),
                        row.getDate("issued_on").toLocalDate(),
                        row.getString("actor"),
                        lines))
                .optional()
                .orElseThrow(() -> new CreditException(OversightError.CIRCULAR_NOT_FOUND, id));
    }
}
