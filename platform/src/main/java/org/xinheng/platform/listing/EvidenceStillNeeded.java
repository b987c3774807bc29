package org.xinheng.platform.listing;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xinheng.kernel.pack.Retention;
import org.xinheng.platform.catalogue.StillNeeded;

/** Records stay as long as a listing in force, or a determination that is not decided yet, rests on them. */
@Component
class EvidenceStillNeeded implements StillNeeded {

    private final JdbcClient jdbc;

    EvidenceStillNeeded(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Retention.Kept kept() {
        return Retention.Kept.RECORD;
    }

    @Override
    public Set<UUID> of(Collection<UUID> ids, LocalDate day) {
        return new HashSet<>(jdbc.sql("""
                        select e.record_id from listing.evidence e
                        join lateral (select v.state, v.valid_until from listing.version v
                                      where v.subject_id = e.subject_id and v.listing_id = e.listing_id
                                      order by v.version desc limit 1) place
                          on place.state = 'IN_FORCE' and (place.valid_until is null or place.valid_until >= :day)
                        where e.record_id = any(:ids)
                        union
                        select e.record_id from listing.determination_evidence e
                        join lateral (select s.state from listing.determination_step s
                                      where s.subject_id = e.subject_id and s.determination_id = e.determination_id
                                      order by s.version desc limit 1) step on step.state <> all(:ended)
                        where e.record_id = any(:ids)
                          and not exists (select 1 from listing.decision d
                                          join listing.listing l on l.subject_id = d.subject_id and l.id = d.listing_id
                                          where d.subject_id = e.subject_id and d.determination_id = e.determination_id)
                        """)
                .param("ids", ids.toArray(UUID[]::new))
                .param("day", day)
                .param("ended", DeterminationState.withoutEntry())
                .query(UUID.class)
                .list());
    }
}
