package org.xinheng.platform.disclosure;

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

/** Questions about subjects that were logged and kept long enough: the rows go, nothing else refers to them. */
@Component
class QueryRetention implements KeptThings {

    private static final String EXPIRED = """
            from disclosure.query_log q where q.asked_at < :cutoff::date::timestamp at time zone :zone
            """;

    private final KeptRows rows;
    private final JdbcClient jdbc;

    QueryRetention(JdbcClient jdbc) {
        this.rows = new KeptRows(jdbc, "q.id", EXPIRED);
        this.jdbc = jdbc;
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
        return jdbc.sql("delete from disclosure.query_log where id = any(:ids)")
                .param("ids", rows.among(ids, expiry).toArray(UUID[]::new))
                .update();
    }
}
