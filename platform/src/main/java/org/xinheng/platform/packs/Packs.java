package org.xinheng.platform.packs;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.pack.Pack;
import org.xinheng.kernel.pack.PackJson;
import org.xinheng.platform.audit.AsOf;
import org.xinheng.platform.audit.Order;

/** The rules in force: a function of the day and of what was known. */
@Component
public class Packs {

    private final JdbcClient jdbc;
    private final Order order;
    private final Map<UUID, Pack> read = new ConcurrentHashMap<>();

    Packs(JdbcClient jdbc, Order order) {
        this.jdbc = jdbc;
        this.order = order;
    }

    /** A release for the page of packs. */
    public record Release(
            UUID id,
            String name,
            LocalDate effective,
            String proposedBy,
            @Nullable String activatedBy) {}

    /** The rules in force today. */
    public Pack today() {
        return inForce(order.now());
    }

    /** The newest release that was activated by {@code knownAt} and effective on or before {@code day}. */
    public Pack inForce(AsOf asOf) {
        var release = jdbc.sql("""
                        select r.id from packs.release r
                        join packs.activation a on a.release_id = r.id
                        join audit.change c on c.id = a.change_id
                        where c.moment <= :knownAt and r.effective <= :day
                        order by r.effective desc, c.moment desc limit 1
                        """)
                .param("knownAt", Timestamp.from(asOf.knownAt()))
                .param("day", asOf.day())
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> new CreditException(ReleaseError.NO_RULES_IN_FORCE, asOf.day()));
        // Released content never changes, so what was read once stays right.
        return read.computeIfAbsent(release, this::read);
    }

    public boolean anyRelease() {
        return jdbc.sql("select exists (select 1 from packs.activation)")
                .query(Boolean.class)
                .single();
    }

    public List<Release> releases() {
        return jdbc.sql("""
                        select r.id, r.name, r.effective, r.proposed_by, a.activated_by
                        from packs.release r left join packs.activation a on a.release_id = r.id
                        order by r.id desc
                        """).query(Release.class).list();
    }

    private Pack read(UUID release) {
        return PackJson.read(jdbc.sql("select content from packs.release where id = :id")
                .param("id", release)
                .query(String.class)
                .single());
    }
}
