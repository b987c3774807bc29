package org.xinheng.platform.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinheng.kernel.pack.Retention;

/**
 * How the things of one kind that have been kept long enough are found in the tables of the module that owns them.
 *
 * @param id the column that names a thing
 * @param expired from where, and under which conditions: it may ask for the {@code day} of the question, for the
 *     {@code item} of the rule and the {@code others} it leaves out, whether it counts from when a thing was
 *     {@code received}, and in which {@code zone} that is before the {@code cutoff}
 * @param own what else it asks for
 */
public record KeptRows(JdbcClient jdbc, String id, String expired, Map<String, ?> own) {

    public KeptRows(JdbcClient jdbc, String id, String expired) {
        this(jdbc, id, expired, Map.of());
    }

    /**
     * A condition on alias {@code v} of a history: this is the newest version, it counts no longer on the day of the
     * question, and nobody contests the thing.
     *
     * @param versions the table of the history
     * @param suspensions the table of when a thing was suspended and when it went on
     * @param key column that names the thing in both
     */
    public static String ended(String versions, String suspensions, String key) {
        return """
                not exists (select 1 from %1$s later
                            where later.subject_id = v.subject_id and later.%3$s = v.%3$s and later.version > v.version)
                and not (v.state = 'IN_FORCE' and (v.valid_until is null or v.valid_until >= :day))
                and not coalesce((select s.suspended from %2$s s
                                  where s.subject_id = v.subject_id and s.%3$s = v.%3$s
                                  order by s.version desc limit 1), false)
                """.formatted(versions, suspensions, key);
    }

    /** In order, after the given one, at most {@code limit}. */
    List<UUID> expired(Expiry expiry, @Nullable UUID after, int limit) {
        return ask("select %1$s %2$s and (:after::uuid is null or %1$s > :after) order by %1$s limit :limit", expiry)
                .param("after", after)
                .param("limit", limit)
                .query(UUID.class)
                .list();
    }

    long count(Expiry expiry) {
        return ask("select count(*) %2$s", expiry).query(Long.class).single();
    }

    /** Those of the given ones; to be asked again once they are held. */
    public Set<UUID> among(List<UUID> ids, Expiry expiry) {
        return ask("select %1$s %2$s and %1$s = any(:ids)", expiry)
                .param("ids", ids.toArray(UUID[]::new))
                .query(UUID.class)
                .set();
    }

    private JdbcClient.StatementSpec ask(String sql, Expiry expiry) {
        return jdbc.sql(sql.formatted(id, expired))
                .params(own)
                .param("day", expiry.day())
                .param("item", expiry.item())
                .param("others", expiry.others())
                .param("received", expiry.from(Retention.From.RECEIPT))
                .param("zone", expiry.zone().getId())
                .param("cutoff", expiry.cutoff());
    }
}
