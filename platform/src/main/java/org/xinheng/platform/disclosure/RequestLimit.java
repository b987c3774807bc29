package org.xinheng.platform.disclosure;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.xinheng.kernel.CreditException;

/**
 * How often one address may ask in public: a bucket of tokens for each, filled evenly, kept in memory only. Slows down
 * whoever would copy the lists page by page; each node counts for itself.
 */
@Component
public class RequestLimit {

    private static final int MANY = 10_000;

    private final Clock clock;
    private final int perMinute;
    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

    /** @param perMinute requests an address may make in a minute, all at once if it likes */
    RequestLimit(Clock clock, @Value("${xinheng.public-requests-per-minute:120}") int perMinute) {
        this.clock = clock;
        this.perMinute = perMinute;
    }

    private record Bucket(double tokens, Instant at) {}

    /** Counts one request of the address; refuses with {@code RATE_LIMITED} when there were too many. */
    public void take(String address) {
        var now = clock.instant();
        if (buckets.size() > MANY) {
            buckets.values().removeIf(bucket -> filled(bucket, now) >= perMinute);
        }
        var refused = new AtomicBoolean();
        buckets.compute(address, (_, before) -> {
            double tokens = filled(before, now);
            refused.set(tokens < 1);
            return new Bucket(tokens < 1 ? tokens : tokens - 1, now);
        });
        if (refused.get()) {
            throw new CreditException(DisclosureError.RATE_LIMITED);
        }
    }

    private double filled(@Nullable Bucket bucket, Instant now) {
        if (bucket == null) {
            return perMinute;
        }
        // Business time may be set back in tests; a bucket never loses by it.
        var since = Math.max(Duration.between(bucket.at(), now).toMillis(), 0);
        return Math.min(bucket.tokens() + since * perMinute / 60_000.0, perMinute);
    }
}
