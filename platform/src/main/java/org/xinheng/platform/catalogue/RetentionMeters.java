package org.xinheng.platform.catalogue;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.xinheng.platform.packs.Packs;

/** What has been kept long enough and is still there: what an officer has to look at, or a job that stands still. */
@Component
class RetentionMeters {

    private final RetentionOverview overview;
    private final Packs packs;
    private final MultiGauge due;

    RetentionMeters(RetentionOverview overview, Packs packs, MeterRegistry registry) {
        this.overview = overview;
        this.packs = packs;
        this.due = MultiGauge.builder("xinheng.retention.due")
                .description(
                        "Things that have been kept long enough and are not deleted yet, those still needed left out")
                .register(registry);
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
    void lookAtWhatIsDue() {
        if (packs.anyRelease()) {
            due.register(
                    overview.standings(packs.today()).stream()
                            .map(one ->
                                    MultiGauge.Row.of(Tags.of("rule", one.rule().id()), one.due() - one.needed()))
                            .toList(),
                    true);
        }
    }
}
