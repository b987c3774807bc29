package org.xinheng.platform.audit;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How long the one order is, how old its newest fact, how large the database: data that stopped coming shows here. */
@Component
class OrderMeters implements MeterBinder {

    private final Order order;
    private final JdbcClient jdbc;
    private final Clock clock;

    OrderMeters(Order order, JdbcClient jdbc, Clock clock) {
        this.order = order;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        FunctionCounter.builder("xinheng.facts", order, one -> one.head().position())
                .description("Facts in the one order")
                .register(registry);
        Gauge.builder("xinheng.data.age.seconds", this::age)
                .description("Time since the newest fact")
                .register(registry);
        Gauge.builder("xinheng.database.bytes", this::size)
                .description("Size of the database on disk")
                .register(registry);
    }

    /** Of an order without facts there is no age. */
    private double age() {
        var head = order.head();
        return head.position() == 0
                ? Double.NaN
                : Math.max(0, Duration.between(head.moment(), clock.instant()).toSeconds());
    }

    private long size() {
        return jdbc.sql("select pg_database_size(current_database())")
                .query(Long.class)
                .single();
    }
}
