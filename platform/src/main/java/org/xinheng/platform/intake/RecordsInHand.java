package org.xinheng.platform.intake;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xinheng.kernel.pack.Retention;
import org.xinheng.platform.catalogue.StillNeeded;

/** Records stay while they were sent back to be mended, or while a second officer decides about taking them back. */
@Component
class RecordsInHand implements StillNeeded {

    private final JdbcClient jdbc;

    RecordsInHand(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Retention.Kept kept() {
        return Retention.Kept.RECORD;
    }

    @Override
    public Set<UUID> of(Collection<UUID> ids, LocalDate day) {
        return new HashSet<>(jdbc.sql("""
                        select b.record_id from intake.sent_back b
                        join lateral (select t.state from intake.sent_back_step t where t.sent_back_id = b.id
                                      order by t.version desc limit 1) step on step.state <> 'SETTLED'
                        where b.record_id = any(:ids)
                        union
                        select w.record_id from intake.withdrawal w
                        where w.record_id = any(:ids)
                          and not exists (select 1 from intake.withdrawal_decision d where d.withdrawal_id = w.id)
                        """)
                .param("ids", ids.toArray(UUID[]::new))
                .query(UUID.class)
                .list());
    }
}
