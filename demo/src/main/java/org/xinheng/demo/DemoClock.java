package org.xinheng.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.xinheng.kernel.CreditException;

/**
 * Business time of the demo: it can be set forward, never back, and a restart keeps it. Tokens and sessions keep real
 * time. While the weeks before the first day are loaded it is behind real time.
 */
public final class DemoClock extends Clock {

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final DemoFolder folder;
    private final InstantSource real;
    private volatile Duration ahead;

    DemoClock(DemoFolder folder, InstantSource real, Instant begin) {
        this.folder = folder;
        this.real = real;
        this.ahead = folder.ahead(Duration.between(real.instant(), begin));
    }

    public LocalDate today() {
        return LocalDate.now(this);
    }

    /**
     * Makes it that day, at the present time of day.
     *
     * @throws CreditException {@link DemoError#CLOCK_BACKWARD}
     */
    public synchronized void setForward(LocalDate day) {
        var today = today();
        if (day.isBefore(today)) {
            throw new CreditException(DemoError.CLOCK_BACKWARD, day, today);
        }
        set(ahead.plus(ChronoUnit.DAYS.between(today, day), ChronoUnit.DAYS));
    }

    /** Makes it that moment of that day unless it is later already. */
    public synchronized void reach(LocalDate day, LocalTime time) {
        var wanted =
                Duration.between(real.instant(), day.atTime(time).atZone(ZONE).toInstant());
        if (wanted.compareTo(ahead) > 0) {
            set(wanted);
        }
    }

    /** Makes it real time unless it is ahead of that. */
    public synchronized void catchUp() {
        if (ahead.isNegative()) {
            set(Duration.ZERO);
        }
    }

    private void set(Duration further) {
        if (further.equals(ahead)) {
            return;
        }
        folder.setAhead(further);
        ahead = further;
    }

    @Override
    public Instant instant() {
        return real.instant().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        InstantSource moments = this::instant;
        return moments.withZone(zone);
    }
}
