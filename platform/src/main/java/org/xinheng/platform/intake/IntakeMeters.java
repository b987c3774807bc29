package org.xinheng.platform.intake;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** What waits at intake, for how long, and since when each agency has sent nothing in. */
@Component
class IntakeMeters {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final MultiGauge agencies;

    IntakeMeters(JdbcClient jdbc, Clock clock, MeterRegistry registry) {
        this.jdbc = jdbc;
        this.clock = clock;
        Gauge.builder("xinheng.submissions.waiting", this::waiting)
                .description("Submissions received and not yet worked off")
                .register(registry);
        Gauge.builder("xinheng.submissions.wait.seconds", this::longest)
                .description("How long the oldest of them has waited")
                .register(registry);
        this.agencies = MultiGauge.builder("xinheng.submission.lag.seconds")
                .description("Time since an agency's last accepted submission")
                .register(registry);
    }

    private long waiting() {
        return jdbc.sql("select count(*) from intake.submission where not done")
                .query(Long.class)
                .single();
    }

    private double longest() {
        return jdbc.sql("""
                        select min(c.moment) from intake.submission s join audit.change c on c.id = s.change_id
                        where not s.done
                        """)
                .query((row, _) -> {
                    Timestamp oldest = row.getTimestamp(1);
                    return oldest == null ? 0.0 : since(oldest);
                })
                .single();
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
    void lookAtAgencies() {
        agencies.register(
                jdbc.sql("""
                                select s.agency, max(c.moment) as last
                                from intake.submission s join audit.change c on c.id = s.change_id
                                where s.state = 'ACCEPTED' group by s.agency
                                """)
                        .query((row, _) -> MultiGauge.Row.of(
                                Tags.of("agency", row.getString("agency")), since(row.getTimestamp("last"))))
                        .list(),
                true);
    }

    private double since(Timestamp moment) {
        return Math.max(0, Duration.between(moment.toInstant(), clock.instant()).toSeconds());
    }
}
