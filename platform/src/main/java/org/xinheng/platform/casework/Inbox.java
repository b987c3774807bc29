package org.xinheng.platform.casework;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xinheng.platform.audit.Order;
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

    Inbox(JdbcClient jdbc, Order order) {
        this.jdbc = jdbc;
        this.order = order;
    }

    /**
     * One open case.
     *
     * @param due last day; null = no clock
     * @param provisional whether the calendar may still move {@code due}
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
            boolean overdue) {}

    /** Those the actor may handle, the soonest due first, then the oldest; at most {@code limit}. */
    public List<Line> of(Actor actor, int limit) {
        var agency = actor.agency();
        if (agency == null) {
            return List.of();
        }
        var today = order.today();
        return jdbc.sql("""
                        select id, kind, subject_id, reference, agency_id, role, due, provisional from casework.case c
                        where agency_id = :agency and role = any(:roles) and not_by is distinct from :account
                          and not exists (select 1 from casework.closing where case_id = c.id)
                        order by due nulls last, id limit :limit
                        """)
                .param("agency", agency.value())
                .param("roles", actor.roles().stream().map(Role::name).toArray(String[]::new))
                .param("account", actor.id())
                .param("limit", limit)
                .query((row, _) -> line(row, today))
                .list();
    }

    private static Line line(ResultSet row, LocalDate today) throws SQLException {
        var subject = row.getObject("subject_id", UUID.class);
        Date date = row.getDate("due");
        var due = date == null ? null : date.toLocalDate();
        return new Line(
                new CaseId(row.getObject("id", UUID.class)),
                CaseKind.valueOf(row.getString("kind")),
                subject == null ? null : new SubjectId(subject),
                row.getObject("reference", UUID.class),
                new AgencyId(row.getString("agency_id")),
                Role.valueOf(row.getString("role")),
                due,
                row.getBoolean("provisional"),
                due != null && today.isAfter(due));
    }
}
