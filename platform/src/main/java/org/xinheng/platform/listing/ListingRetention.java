package org.xinheng.platform.listing;

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
import org.xinheng.platform.shared.ListingId;
import org.xinheng.platform.shared.SubjectId;
import org.xinheng.platform.vault.Vault;

/** Listings that ended and have been kept long enough, counted as records are. */
@Component
class ListingRetention implements KeptThings {

    private static final String EXPIRED =
            """
            from listing.version v
            join audit.change recorded on recorded.id = v.change_id
            join listing.listing l on l.subject_id = v.subject_id and l.id = v.listing_id
            join audit.change received on received.id = l.change_id
            where
            """ + KeptRows.ended("listing.version", "listing.suspension", "listing_id") + """
            and case when :received then (received.moment at time zone :zone)::date
                     when v.state = 'IN_FORCE' then v.valid_until
                     else (recorded.moment at time zone :zone)::date end < :cutoff
            and exists (select 1 from vault.data_key k where k.owner = v.listing_id)
            """;

    private final KeptRows rows;
    private final JdbcClient jdbc;
    private final Vault vault;

    ListingRetention(JdbcClient jdbc, Vault vault) {
        this.rows = new KeptRows(jdbc, "v.listing_id", EXPIRED);
        this.jdbc = jdbc;
        this.vault = vault;
    }

    @Override
    public Retention.Kept kept() {
        return Retention.Kept.LISTING;
    }

    @Override
    public KeptRows rows() {
        return rows;
    }

    private record Held(UUID subject, UUID id) {}

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public int delete(List<UUID> ids, Expiry expiry, Deletion act) {
        var held = jdbc.sql("""
                        select subject_id as subject, id from listing.listing where id = any(:ids)
                        order by subject_id, id for update
                        """)
                .param("ids", ids.toArray(UUID[]::new))
                .query(Held.class)
                .list();
        var still = rows.among(ids, expiry);
        vault.shredAll(still, act.ground(), act.day(), act.actor(), act.change().id());
        held.stream()
                .filter(one -> still.contains(one.id()))
                .forEach(one -> act.change()
                        .publish(new ListingDeleted(new SubjectId(one.subject()), new ListingId(one.id()))));
        return still.size();
    }
}
