package org.xinheng.platform.casework;

import static java.util.stream.Collectors.groupingBy;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xinheng.kernel.calendar.WorkingCalendar;
import org.xinheng.platform.access.Scope;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.packs.Packs;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.CaseId;
import org.xinheng.platform.shared.Role;
import org.xinheng.platform.shared.SubjectId;

/** What an officer has to do: open cases of the own agency and roles. Reminders are read off the clock, nobody sends them. */
@Component
public class Inbox {

    private final JdbcClient jdbc;
    private final Order order;
    private final Packs packs;

    Inbox(JdbcClient jdbc, Order order, Packs packs) {
        this.jdbc = jdbc;
        this.order = order;
        this.packs = packs;
    }

    /**
     * One open case.
     *
     * @param due last day; null = no clock
     * @param provisional whether the calendar may still move {@code due}
     * @param soon whether {@code due} is no more working days away than the pack reminds ahead
     * @param overdue whether {@code due} has passed today
     */
    public record Line(
            CaseId id,
            CaseKind kind,
            @Nullable SubjectId subject,
            UUID reference,
            AgencyId agency,
            Role role,
            @Nullable LocalDate due,
            boolean provisional,
            boolean soon,
            boolean overdue) {}

    /** Setting of a pack: so many working days before the last day the inbox reminds; none without it. */
    private static final String REMINDER_DAYS = "reminder-working-days";

    private static final String OPEN = """
            select id, kind, subject_id, reference, agency_id, role, due, provisional from casework.case c
            where not exists (select 1 from casework.closing where case_id = c.id)
              and (lapses is null or lapses >= :today)
            """;

    /** Those the actor may handle, the soonest due first, then the oldest; at most {@code limit}. */
    public List<Line> of(Actor actor, int limit) {
        var agency = actor.agency();
        if (agency == null) {
            return List.of();
        }
        var today = order.today();
        int ahead = reminderDays();
        return jdbc.sql(OPEN + """
                        and agency_id = :agency and role = any(:roles) and not_by is distinct from :account
                        order by due nulls last, id limit :limit
                        """)
                .param("today", today)
                .param("agency", agency.value())
                .param("roles", actor.roles().stream().map(Role::name).toArray(String[]::new))
                .param("account", actor.id())
                .param("limit", limit)
                .query((row, _) -> line(row, today, ahead))
                .list();
    }

    /** The open cases about each of these things, the soonest due first. */
    public Map<UUID, List<Line>> about(Collection<UUID> references) {
        var today = order.today();
        int ahead = reminderDays();
        return jdbc
                .sql(OPEN + "and reference = any(:references) order by due nulls last, id")
                .param("today", today)
                .param("references", references.toArray(UUID[]::new))
                .query((row, _) -> line(row, today, ahead))
                .list()
                .stream()
                .collect(groupingBy(Line::reference));
    }

    /** Open cases of these kinds, of the scope's agencies, whose last day has passed, the longest overdue first. */
    public List<Line> overdue(Set<CaseKind> kinds, Scope seen, int limit) {
        var today = order.today();
        int ahead = reminderDays();
        return jdbc.sql(OPEN + """
                        and kind = any(:kinds) and due < :today
                        and (:agencies::text[] is null or agency_id = any(:agencies)) order by due, id limit :limit
                        """)
                .param("agencies", seen.parameter())
                .param("today", today)
                .param("kinds", kinds.stream().map(CaseKind::name).toArray(String[]::new))
                .param("limit", limit)
                .query((row, _) -> line(row, today, ahead))
                .list();
    }

    private int reminderDays() {
        var days = packs.today().settings().get(REMINDER_DAYS);
        return days == null ? 0 : Integer.parseInt(days);
    }

    private static Line line(ResultSet row, LocalDate today, int ahead) throws SQLException {
        var subject = row.getObject("subject_id", UUID.class);
        Date date = row.getDate("due");
        var due = date == null ? null : date.toLocalDate();
        boolean overdue = due != null && today.isAfter(due);
        return new Line(
                new CaseId(row.getObject("id", UUID.class)),
                CaseKind.valueOf(row.getString("kind")),
                subject == null ? null : new SubjectId(subject),
                row.getObject("reference", UUID.class),
                new AgencyId(row.getString("agency_id")),
                Role.valueOf(row.getString("role")),
                due,
                row.getBoolean("provisional"),
                due != null
                        && !overdue
                        && ahead > 0
                        && WorkingCalendar.published().workingDaysBetween(today, due) <= ahead,
                overdue);
    }
}
