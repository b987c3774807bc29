package org.xinheng.platform.jointaction;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.xinheng.platform.audit.Order;

/** How many checks were answered, and which agencies owe feedback. How long answers take stands with the HTTP requests. */
@Component
class CheckMeters {

    private final JdbcClient jdbc;
    private final Order order;
    private final MultiGauge overdue;

    CheckMeters(JdbcClient jdbc, Order order, MeterRegistry registry) {
        this.jdbc = jdbc;
        this.order = order;
        FunctionCounter.builder("xinheng.checks", this, CheckMeters::checks)
                .description("Checks in the log; its rate is the rate of checks")
                .register(registry);
        this.overdue = MultiGauge.builder("xinheng.feedback.overdue")
                .description("Prompts whose feedback is overdue, by agency")
                .register(registry);
    }

    /** Checks are numbered without a gap in each year. */
    private double checks() {
        return jdbc.sql("select coalesce(sum(last), 0) from jointaction.check_counter")
                .query(Double.class)
                .single();
    }

    @Scheduled(fixedDelay = 5, timeUnit = TimeUnit.MINUTES)
    void lookAtFeedback() {
        overdue.register(
                jdbc.sql("""
                                select p.agency, count(*) filter (where p.feedback_due < :today and not exists (
                                    select 1 from jointaction.feedback f
                                    where f.month = p.month and f.check_id = p.check_id and f.prompt_id = p.id)) as late
                                from jointaction.prompt p where not p.advisory group by p.agency
                                """)
                        .param("today", order.today())
                        .query((row, _) ->
                                MultiGauge.Row.of(Tags.of("agency", row.getString("agency")), row.getLong("late")))
                        .list(),
                true);
    }
}
