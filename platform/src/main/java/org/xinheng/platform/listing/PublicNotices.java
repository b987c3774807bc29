package org.xinheng.platform.listing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.shared.DeterminationId;
import org.xinheng.platform.shared.ListId;
import org.xinheng.platform.shared.SubjectId;
import org.xinheng.platform.subject.Subject;
import org.xinheng.platform.subject.Subjects;

/**
 * Proposals for incentive lists that stand in public before they are decided (公示). Organisations only: a person proposed
 * for an honour is told, and the office that decides knows them; no page shows them.
 */
@Component
public class PublicNotices {

    private final JdbcClient jdbc;
    private final Subjects subjects;
    private final Order order;

    PublicNotices(JdbcClient jdbc, Subjects subjects, Order order) {
        this.jdbc = jdbc;
        this.subjects = subjects;
        this.order = order;
    }

    /** @param until last day on which anybody may object */
    public record Notice(DeterminationId id, ListId list, Subject subject, LocalDate from, LocalDate until) {}

    private record Row(UUID id, String listId, UUID subjectId, LocalDate day, LocalDate due) {}

    /** Those that stand there today, the soonest over first, at most {@code limit}. */
    public List<Notice> running(int limit) {
        var rows = jdbc.sql("""
                        select d.id, d.list_id, d.subject_id, begun.day, last.due
                        from listing.determination d
                        join lateral (select state, due from listing.determination_step
                                      where subject_id = d.subject_id and determination_id = d.id
                                      order by version desc limit 1) last on last.state = 'PUBLIC_NOTICE'
                        join listing.determination_step begun
                          on begun.subject_id = d.subject_id and begun.determination_id = d.id
                         and begun.act = 'GIVE_PUBLIC_NOTICE'
                        join subject.subject s on s.id = d.subject_id and s.code is not null
                        where last.due >= :today order by last.due, d.id limit :limit
                        """)
                .param("today", order.today())
                .param("limit", limit)
                .query(Row.class)
                .list();
        var about = subjects.get(rows.stream()
                .map(row -> new SubjectId(row.subjectId()))
                .distinct()
                .toList());
        var notices = new ArrayList<Notice>();
        for (var row : rows) {
            notices.add(new Notice(
                    new DeterminationId(row.id()),
                    new ListId(row.listId()),
                    Objects.requireNonNull(about.get(new SubjectId(row.subjectId()))),
                    row.day(),
                    row.due()));
        }
        return List.copyOf(notices);
    }
}
