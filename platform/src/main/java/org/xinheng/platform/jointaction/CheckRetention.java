package org.xinheng.platform.jointaction;

import java.sql.Date;
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
import org.xinheng.platform.shared.CheckId;
import org.xinheng.platform.vault.Vault;

/**
 * Checks, and lists of names checked in one go, that have been kept long enough: what was asked and answered, with the
 * feedback to it. Their rows stay, for they are links of the log's chain.
 */
@Component
class CheckRetention implements KeptThings {

    private static final String EXPIRED = """
            from (select c.id, c.month, c.asked_on from jointaction.check_log c where c.month <= :cutoff
                  union all
                  select n.id, null::date, (n.asked_at at time zone :zone)::date from jointaction.name_list n) asked
            where asked.asked_on < :cutoff
              and exists (select 1 from vault.data_key k where k.owner = asked.id)
            """;

    private final KeptRows rows;
    private final JdbcClient jdbc;
    private final Vault vault;

    CheckRetention(JdbcClient jdbc, Vault vault) {
        this.rows = new KeptRows(jdbc, "asked.id", EXPIRED);
        this.jdbc = jdbc;
        this.vault = vault;
    }

    @Override
    public Retention.Kept kept() {
        return Retention.Kept.QUERY_LOG;
    }

    @Override
    public KeptRows rows() {
        return rows;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public int delete(List<UUID> ids, Expiry expiry, Deletion act) {
        var gone = vault.shredAll(
                rows.among(ids, expiry),
                act.ground(),
                act.day(),
                act.actor(),
                act.change().id());
        var feedback = jdbc.sql(
                        "select id from jointaction.feedback where check_id = any(:ids) and month = any(:months)")
                .param("ids", gone.toArray(UUID[]::new))
                .param(
                        "months",
                        gone.stream()
                                .map(id -> CheckEntry.month(new CheckId(id)))
                                .distinct()
                                .map(Date::valueOf)
                                .toArray(Date[]::new))
                .query(UUID.class)
                .list();
        vault.shredAll(
                feedback, act.ground(), act.day(), act.actor(), act.change().id());
        return gone.size();
    }
}
