package org.xinheng.platform.casework;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.xinheng.platform.audit.Order;

/** Whose cases lie open, and whose are overdue: the laggards. */
@Component
class CaseMeters {

    private final JdbcClient jdbc;
    private final Order order;
    private final MultiGauge open;
    private final MultiGauge overdue;

    CaseMeters(JdbcClient jdbc, Order order, MeterRegistry registry) {
        this.jdbc = jdbc;
        this.order = order;
        this.open = MultiGauge.builder("xinheng.cases.open")
                .description("Cases that wait for somebody of the agency")
                .register(registry);
        this.overdue = MultiGauge.builder("xinheng.cases.overdue")
                .description("Those of them whose last day has passed")
                .register(registry);
    }

    private record Standing(String agency, long open, long overdue) {}

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
    void lookAtCases() {
        var standings = jdbc.sql("""
                        select c.agency_id as agency, count(*) filter (where k.case_id is null) as open,
                               count(*) filter (where k.case_id is null and c.due < :today) as overdue
                        from casework.case c left join casework.closing k on k.case_id = c.id
                        group by c.agency_id
                        """)
                .param("today", order.today())
                .query(Standing.class)
                .list();
        open.register(
                standings.stream()
                        .map(one -> MultiGauge.Row.of(Tags.of("agency", one.agency()), one.open()))
                        .toList(),
                true);
        overdue.register(
                standings.stream()
                        .map(one -> MultiGauge.Row.of(Tags.of("agency", one.agency()), one.overdue()))
                        .toList(),
                true);
    }
}
