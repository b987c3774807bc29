package org.xinheng.platform.disclosure;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** How many copies of subjects' files left, and for whom. */
@Component
class LedgerMeters {

    private final JdbcClient jdbc;
    private final MultiGauge copies;

    LedgerMeters(JdbcClient jdbc, MeterRegistry registry) {
        this.jdbc = jdbc;
        this.copies = MultiGauge.builder("xinheng.ledger.copies")
                .description("Copies of subjects' files that left for a recipient")
                .register(registry);
    }

    @Scheduled(fixedDelay = 5, timeUnit = TimeUnit.MINUTES)
    void lookAtCopies() {
        copies.register(
                jdbc.sql("select recipient, count(*) as copies from disclosure.delivery group by recipient")
                        .query((row, _) -> MultiGauge.Row.of(
                                Tags.of("recipient", row.getString("recipient")), row.getLong("copies")))
                        .list(),
                true);
    }
}
