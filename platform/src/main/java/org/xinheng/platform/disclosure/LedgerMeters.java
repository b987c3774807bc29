package org.xinheng.platform.disclosure;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.Role;

/** Which business systems have yet to say that they took a withdrawal in: the laggards of the ledger. */
@Component
class LedgerMeters {

    private static final Actor METERS =
            new Actor(Actor.Kind.PLATFORM, "meters", null, "meters", Set.of(Role.AUDITOR), Set.of());

    private final Withdrawals withdrawals;
    private final Clock clock;
    private final MultiGauge open;
    private final MultiGauge oldest;

    LedgerMeters(Withdrawals withdrawals, Clock clock, MeterRegistry registry) {
        this.withdrawals = withdrawals;
        this.clock = clock;
        this.open = MultiGauge.builder("xinheng.withdrawals.unacknowledged")
                .description("Withdrawals a client has not acknowledged")
                .register(registry);
        this.oldest = MultiGauge.builder("xinheng.withdrawals.oldest.seconds")
                .description("Time since the oldest of them")
                .register(registry);
    }

    @Scheduled(fixedDelay = 5, timeUnit = TimeUnit.MINUTES)
    void lookAtLaggards() {
        var laggards = withdrawals.laggards(METERS);
        var now = clock.instant();
        open.register(
                laggards.stream()
                        .map(one -> MultiGauge.Row.of(Tags.of("client", one.client()), one.open()))
                        .toList(),
                true);
        oldest.register(
                laggards.stream()
                        .map(one -> MultiGauge.Row.of(
                                Tags.of("client", one.client()),
                                Duration.between(one.since(), now).toSeconds()))
                        .toList(),
                true);
    }
}
