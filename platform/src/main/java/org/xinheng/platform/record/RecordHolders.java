package org.xinheng.platform.record;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xinheng.platform.audit.AsOf;
import org.xinheng.platform.audit.InForce;
import org.xinheng.platform.shared.ItemId;
import org.xinheng.platform.shared.SubjectId;

/** Organisations that hold records of an item. Nobody is looked for among persons or sole traders. */
@Repository
public class RecordHolders {

    private final JdbcClient jdbc;

    RecordHolders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Those with at least so many records in force, in the order of ids.
     *
     * @param since first day of decisions that count; null = all
     * @param after the last one of the page before; null for the first
     */
    public List<SubjectId> of(
            ItemId item, int atLeast, @Nullable LocalDate since, AsOf asOf, @Nullable SubjectId after, int limit) {
        return jdbc
                .sql("""
                        select v.subject_id from record.version v
                        join subject.subject s on s.id = v.subject_id and s.code is not null
                        where v.item_id = :item and v.state = 'IN_FORCE'
                          and (:since::date is null or v.decided_on >= :since)
                          and (:after::uuid is null or v.subject_id > :after) and
                        """ + InForce.on("record.version", "record_id") + """
                        group by v.subject_id having count(*) >= :atLeast
                        order by v.subject_id limit :limit
                        """)
                .param("item", item.value())
                .param("since", since)
                .param("after", after == null ? null : after.value())
                .param("atLeast", atLeast)
                .param("limit", limit)
                .param("knownAt", Timestamp.from(asOf.knownAt()))
                .param("day", asOf.day())
                .query(UUID.class)
                .list()
                .stream()
                .map(SubjectId::new)
                .toList();
    }
}
