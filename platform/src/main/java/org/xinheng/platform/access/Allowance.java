package org.xinheng.platform.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.xinheng.kernel.CreditException;

/**
 * How often somebody may ask: a bucket of tokens for each, filled evenly, kept in memory only. Each node counts for itself.
 */
public final class Allowance {

    private static final int MANY = 10_000;
    private static final double MINUTE = 60_000.0;

    private final Clock clock;
    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

    public Allowance(Clock clock) {
        this.clock = clock;
    }

    private record Bucket(double tokens, int perMinute, Instant at) {}

    /**
     * Counts one request; refuses with {@code RATE_LIMITED} and the seconds to wait when there were too many.
     *
     * @param perMinute requests in a minute, all at once if one likes
     */
    public void take(String who, int perMinute) {
        long wait = count(who, perMinute);
        if (wait > 0) {
            throw new CreditException(AccessError.RATE_LIMITED, wait);
        }
    }

    /** Counts one; the seconds to wait when there were too many, else zero. */
    long count(String who, int perMinute) {
        var now = clock.instant();
        if (buckets.size() > MANY) {
            buckets.values().removeIf(bucket -> filled(bucket, bucket.perMinute(), now) >= bucket.perMinute());
        }
        var wait = new AtomicLong();
        buckets.compute(who, (_, before) -> {
            double tokens = filled(before, perMinute, now);
            wait.set(tokens < 1 ? Math.max(1, (long) Math.ceil((1 - tokens) * MINUTE / perMinute / 1_000)) : 0);
            return new Bucket(tokens < 1 ? tokens : tokens - 1, perMinute, now);
        });
        return wait.get();
    }

    /** Whether one more would be allowed; counts nothing. */
    boolean has(String who, int perMinute) {
        return filled(buckets.get(who), perMinute, clock.instant()) >= 1;
    }

    private static double filled(@Nullable Bucket bucket, int perMinute, Instant now) {
        if (bucket == null) {
            return perMinute;
        }
        // Business time may be set back in tests; a bucket never loses by it.
        var since = Math.max(Duration.between(bucket.at(), now).toMillis(), 0);
        return Math.min(bucket.tokens() + since * perMinute / MINUTE, perMinute);
    }
}
