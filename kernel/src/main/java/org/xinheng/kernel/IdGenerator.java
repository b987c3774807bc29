package org.xinheng.kernel;

import java.time.InstantSource;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * Makes UUIDs of version 7 (RFC 9562): 48 bits of milliseconds, then a counter and random bits, so that ids made one
 * after another sort in that order and land side by side in an index.
 */
public final class IdGenerator {

    private final InstantSource clock;
    private final RandomGenerator random;
    private long lastTick;

    public IdGenerator(InstantSource clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    public UUID next() {
        // Twelve bits below the millisecond count ids within it; an overflow borrows from the next millisecond.
        long tick;
        synchronized (this) {
            tick = Math.max(clock.millis() << 12, lastTick + 1);
            lastTick = tick;
        }
        long high = (tick >>> 12) << 16 | 0x7000L | tick & 0xFFFL;
        long low = random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
