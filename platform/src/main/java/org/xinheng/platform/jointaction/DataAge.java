package org.xinheng.platform.jointaction;

import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.packs.Packs;

/** How old what the platform knows is, and whether that is older than the city wants it to be (数据时效). */
@Component
public class DataAge {

    /** Setting of a pack: older than so many hours, pages say so; without it they do not. */
    private static final String SETTING = "data-age-warning-hours";

    private final Order order;
    private final Packs packs;
    private final Clock clock;

    DataAge(Order order, Packs packs, Clock clock) {
        this.order = order;
        this.packs = packs;
        this.clock = clock;
    }

    /** Since the newest fact. */
    public Duration now() {
        var age = Duration.between(order.head().moment(), clock.instant());
        return age.isNegative() ? Duration.ZERO : age;
    }

    /** Whether an answer with data of that age needs a word of warning. */
    public boolean stale(Duration age) {
        var hours = packs.today().settings().get(SETTING);
        return hours != null && age.compareTo(Duration.ofHours(Long.parseLong(hours))) > 0;
    }
}
