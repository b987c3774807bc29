package org.xinheng.platform.record;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xinheng.platform.shared.ItemId;

/** How many records there are, for statistics. What was withdrawn, annulled or repaired is not counted. */
@Component
public class RecordCounts {

    private static final String STANDING = """
            from record.version v join subject.subject s on s.id = v.subject_id
            where v.state = 'IN_FORCE' and v.decided_on >= :from and v.decided_on <= :to
              and not exists (select 1 from record.version later
                              where later.subject_id = v.subject_id and later.record_id = v.record_id
                                and later.version > v.version)
            """;

    private final JdbcClient jdbc;

    RecordCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Records about organisations decided in a month. */
    public record Monthly(ItemId item, YearMonth month, long count) {}

    /** Records about persons and sole traders over the whole time asked about. */
    public record OfPersons(ItemId item, long count) {}

    /** About organisations, by item and month of the decision; months without any are left out. */
    public List<Monthly> ofOrganisations(LocalDate from, LocalDate to) {
        return jdbc.sql("select v.item_id, date_trunc('month', v.decided_on)::date as month, count(*) as records "
                        + STANDING + "and s.code is not null group by 1, 2 order by 1, 2")
                .param("from", from)
                .param("to", to)
                .query((row, _) -> new Monthly(
                        new ItemId(row.getString("item_id")),
                        YearMonth.from(row.getDate("month").toLocalDate()),
                        row.getLong("records")))
                .list();
    }

    /** About persons and sole traders, by item only. Whoever shows it leaves out small numbers. */
    public List<OfPersons> ofPersons(LocalDate from, LocalDate to) {
        return jdbc.sql("select v.item_id, count(*) as records " + STANDING
                        + "and s.code is null group by 1 order by 1")
                .param("from", from)
                .param("to", to)
                .query((row, _) -> new OfPersons(new ItemId(row.getString("item_id")), row.getLong("records")))
                .list();
    }
}
