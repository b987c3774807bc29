package org.xinheng.platform.listing;

import java.util.List;
import java.util.Map;
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
import org.xinheng.platform.vault.Vault;

/**
 * Files of determinations that were closed and have been kept long enough: the papers, sealed under the determination's
 * key. They are closed when the procedure ended, and where it led to a listing, when that ended.
 */
@Component
class DeterminationRetention implements KeptThings {

    private static final String EXPIRED = """
            from listing.determination d
            join lateral (select s.state, s.change_id from listing.determination_step s
                          where s.subject_id = d.subject_id and s.determination_id = d.id
                          order by s.version desc limit 1) step on true
            join audit.change taken on taken.id = step.change_id
            left join listing.decision decided on decided.subject_id = d.subject_id and decided.determination_id = d.id
            left join lateral (select v.state, v.valid_until, v.change_id from listing.version v
                               where v.subject_id = d.subject_id and v.listing_id = decided.listing_id
                               order by v.version desc limit 1) place on true
            left join audit.change placed on placed.id = place.change_id
            where (step.state = any(:ended) or place.state is not null)
              and not coalesce(place.state = 'IN_FORCE' and (place.valid_until is null or place.valid_until >= :day), false)
              and greatest((taken.moment at time zone :zone)::date,
                           case when place.state = 'IN_FORCE' then place.valid_until
                                else (placed.moment at time zone :zone)::date end) < :cutoff
              and exists (select 1 from vault.data_key k where k.owner = d.id)
            """;

    private final KeptRows rows;
    private final JdbcClient jdbc;
    private final Vault vault;

    DeterminationRetention(JdbcClient jdbc, Vault vault) {
        this.rows = new KeptRows(jdbc, "d.id", EXPIRED, Map.of("ended", DeterminationState.withoutEntry()));
        this.jdbc = jdbc;
        this.vault = vault;
    }

    @Override
    public Retention.Kept kept() {
        return Retention.Kept.CASE_FILE;
    }

    @Override
    public KeptRows rows() {
        return rows;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public int delete(List<UUID> ids, Expiry expiry, Deletion act) {
        jdbc.sql("select id from listing.determination where id = any(:ids) order by subject_id, id for update")
                .param("ids", ids.toArray(UUID[]::new))
                .query(UUID.class)
                .list();
        return vault.shredAll(
                        rows.among(ids, expiry),
                        act.ground(),
                        act.day(),
                        act.actor(),
                        act.change().id())
                .size();
    }
}
