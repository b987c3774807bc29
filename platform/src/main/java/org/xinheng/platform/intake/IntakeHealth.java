package org.xinheng.platform.intake;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether submissions are worked off. Down when one has been tried again and again, or when nobody has taken up one
 * although it is free: checks are answered all the same, so that this is for whoever is on call, not for a balancer.
 */
@Component("intake")
class IntakeHealth implements HealthIndicator {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int ATTEMPTS = 5;

    private final JdbcClient jdbc;
    /** Real time, as leases have it. */
    private final InstantSource realTime = InstantSource.system();

    IntakeHealth(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Standing(long waiting, long failing, long abandoned) {}

    @Override
    public Health health() {
        var standing = jdbc.sql("""
                        select count(*) as waiting,
                               count(*) filter (where attempts >= :attempts) as failing,
                               count(*) filter (where lease_until < :longAgo) as abandoned
                        from intake.submission where not done
                        """)
                .param("attempts", ATTEMPTS)
                .param("longAgo", Timestamp.from(realTime.instant().minus(PATIENCE)))
                .query(Standing.class)
                .single();
        var health = standing.failing() + standing.abandoned() == 0 ? Health.up() : Health.down();
        return health.withDetail("waiting", standing.waiting())
                .withDetail("failing", standing.failing())
                .withDetail("abandoned", standing.abandoned())
                .build();
    }
}
