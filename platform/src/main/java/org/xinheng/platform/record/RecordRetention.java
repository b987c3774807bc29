package org.xinheng.platform.record;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.xinheng.kernel.pack.Retention;
import org.xinheng.platform.catalogue.Deletion;
import org.xinheng.platform.catalogue.Expiry;
import org.xinheng.platform.catalogue.KeptRows;
import org.xinheng.platform.catalogue.KeptThings;
import org.xinheng.platform.shared.RecordId;
import org.xinheng.platform.shared.SubjectId;
import org.xinheng.platform.vault.Vault;

/**
 * Records that have been kept long enough. A record that its term ended is counted from its last day; one that was ended
 * before it, from the day somebody ended it.
 */
@Component
class RecordRetention implements KeptThings {

    private static final String EXPIRED =
            """
            from record.version v
            join audit.change recorded on recorded.id = v.change_id
            join record.record r on r.subject_id = v.subject_id and r.id = v.record_id
            join audit.change received on received.id = r.change_id
            where
            """ + KeptRows.ended("record.version", "record.suspension", "record_id") + """
            and (:item::text is null or v.item_id = :item) and v.item_id <> all(:others)
            and case when :received then (received.moment at time zone :zone)::date
                     when v.state = 'IN_FORCE' then greatest(v.valid_until, v.public_until)
                     else (recorded.moment at time zone :zone)::date end < :cutoff
            and exists (select 1 from vault.data_key k where k.owner = v.record_id)
            """;

    private final KeptRows rows;
    private final JdbcClient jdbc;
    private final Vault vault;

    RecordRetention(JdbcClient jdbc, Vault vault) {
        this.rows = new KeptRows(jdbc, "v.record_id", EXPIRED);
        this.jdbc = jdbc;
        this.vault = vault;
    }

    @Override
    public Retention.Kept kept() {
        return Retention.Kept.RECORD;
    }

    @Override
    public KeptRows rows() {
        return rows;
    }

    private record Held(UUID subject, UUID id) {}

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public int delete(List<UUID> ids, Expiry expiry, Deletion act) {
        // Held as whoever corrects, ends or deletes one holds it.
        var held = jdbc.sql("""
                        select subject_id as subject, id from record.record where id = any(:ids)
                        order by subject_id, id for update
                        """)
                .param("ids", ids.toArray(UUID[]::new))
                .query(Held.class)
                .list();
        var still = rows.among(ids, expiry);
        vault.shredAll(still, act.ground(), act.day(), act.actor(), act.change().id());
        held.stream()
                .filter(one -> still.contains(one.id()))
                .forEach(one ->
                        act.change().publish(new RecordDeleted(new SubjectId(one.subject()), new RecordId(one.id()))));
        return still.size();
    }
}
