package org.xinheng.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Business time that a test sets; it runs on from there. */
public final class SettableClock extends Clock {

    /** The day tests begin on. */
    public static final LocalDate START = LocalDate.parse("2026-11-23");

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private volatile Duration ahead = Duration.ZERO;

    /** Makes it nine in the morning of that day. */
    public void set(LocalDate day) {
        ahead = Duration.between(
                Clock.systemUTC().instant(), day.atTime(9, 0).atZone(ZONE).toInstant());
    }

    @Override
    public ZoneId getZone() {
        return ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Instant instant() {
        return Clock.systemUTC().instant().plus(ahead);
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Configuration {

        @Bean
        @Primary
        SettableClock settableClock() {
            var clock = new SettableClock();
            clock.set(START);
            return clock;
        }
    }
}
