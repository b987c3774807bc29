package org.xinheng.platform.jointaction;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xinheng.kernel.pack.Retention;
import org.xinheng.platform.catalogue.StillNeeded;

/** Listings stay while somebody outside the city still has to be told that they ended. */
@Component
class ListingsInHand implements StillNeeded {

    private final JdbcClient jdbc;

    ListingsInHand(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Retention.Kept kept() {
        return Retention.Kept.LISTING;
    }

    @Override
    public Set<UUID> of(Collection<UUID> ids, LocalDate day) {
        return new HashSet<>(jdbc.sql("""
                        select f.listing_id from jointaction.forwarding f
                        join lateral (select s.state from jointaction.forwarding_step s
                                      where s.subject_id = f.subject_id and s.forwarding_id = f.id
                                      order by s.version desc limit 1) step on step.state = 'TO_WITHDRAW'
                        where f.listing_id = any(:ids)
                        """)
                .param("ids", ids.toArray(UUID[]::new))
                .query(UUID.class)
                .list());
    }
}
