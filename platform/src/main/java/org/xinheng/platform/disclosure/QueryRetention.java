package org.xinheng.platform.disclosure;

import java.sql.Timestamp;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.xinheng.kernel.pack.Retention;
import org.xinheng.platform.catalogue.Deletion;
import org.xinheng.platform.catalogue.Expiry;
import org.xinheng.platform.catalogue.KeptThings;

/** Questions about subjects that were logged and kept long enough: the rows go, nothing else refers to them. */
@Component
class QueryRetention implements KeptThings {

    private final JdbcClient jdbc;

    QueryRetention(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Retention.Kept kept() {
        return Retention.Kept.QUERY_LOG;
    }

    @Override
    public List<UUID> expired(Expiry expiry, @Nullable UUID after, int limit) {
        return jdbc.sql("""
                        select id from disclosure.query_log
                        where asked_at < :before and (:after::uuid is null or id > :after) order by id limit :limit
                        """)
                .param("before", before(expiry))
                .param("after", after)
                .param("limit", limit)
                .query(UUID.class)
                .list();
    }

    @Override
    public long count(Expiry expiry) {
        return jdbc.sql("select count(*) from disclosure.query_log where asked_at < :before")
                .param("before", before(expiry))
                .query(Long.class)
                .single();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public int delete(List<UUID> ids, Expiry expiry, Deletion act) {
        return jdbc.sql("delete from disclosure.query_log where id = any(:ids) and asked_at < :before")
                .param("ids", ids.toArray(UUID[]::new))
                .param("before", before(expiry))
                .update();
    }

    private static Timestamp before(Expiry expiry) {
        var cutoff = Objects.requireNonNull(expiry.cutoff(), "kept for good");
        return Timestamp.from(cutoff.atStartOfDay(expiry.zone()).toInstant());
    }
}
