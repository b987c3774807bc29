package org.xinheng.platform.disclosure;

import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.xinheng.platform.access.Allowance;

/** How often one address may ask in public. Slows down whoever would copy the lists page by page. */
@Component
public class RequestLimit {

    private final Allowance allowance;
    private final int perMinute;

    /** @param perMinute requests an address may make in a minute, all at once if it likes */
    RequestLimit(Clock clock, @Value("${xinheng.public-requests-per-minute:120}") int perMinute) {
        this.allowance = new Allowance(clock);
        this.perMinute = perMinute;
    }

    /** Counts one request of the address; refuses with {@code RATE_LIMITED} when there were too many. */
    public void take(String address) {
        allowance.take(address, perMinute);
    }
}
