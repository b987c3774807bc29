package org.xinheng.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinheng.demo.population.Population;
import org.xinheng.kernel.CreditException;

class DemoClockTest {

    private static final Instant REAL = Instant.parse("2026-11-22T02:00:00Z");
    private static final Instant BEGIN = Instant.parse("2026-10-02T00:30:00Z");

    @TempDir
    Path folder;

    private DemoClock clock;

    @BeforeEach
    void startFirst() {
        DemoFolder.claim(folder, "changzhou", Population.SMALL, LocalDate.parse("2026-11-22"));
        clock = restart();
    }

    private DemoClock restart() {
        try {
            return new DemoClock(DemoFolder.open(folder), InstantSource.fixed(REAL), BEGIN);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void beginsWeeksBackAndCatchesUpWithRealTime() {
        assertThat(clock.instant()).isEqualTo(BEGIN);

        clock.reach(LocalDate.parse("2026-10-09"), LocalTime.of(9, 0));
        assertThat(clock.instant()).isEqualTo("2026-10-09T01:00:00Z");

        clock.catchUp();
        assertThat(clock.instant()).isEqualTo(REAL);
    }

    @Test
    void goesForwardByWholeDays() {
        clock.catchUp();

        clock.setForward(LocalDate.parse("2027-01-04"));

        assertThat(clock.today()).isEqualTo("2027-01-04");
        assertThat(clock.instant()).isEqualTo(REAL.plus(Duration.ofDays(43)));
    }

    @Test
    void neverGoesBack() {
        clock.catchUp();
        clock.setForward(LocalDate.parse("2027-01-04"));

        assertThatThrownBy(() -> clock.setForward(LocalDate.parse("2027-01-03")))
                .isInstanceOfSatisfying(
                        CreditException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(DemoError.CLOCK_BACKWARD));
        clock.reach(LocalDate.parse("2026-12-01"), LocalTime.NOON);
        clock.catchUp();

        assertThat(clock.today()).isEqualTo("2027-01-04");
    }

    @Test
    void aRestartKeepsIt() {
        clock.catchUp();
        clock.setForward(LocalDate.parse("2027-01-04"));

        assertThat(restart().today()).isEqualTo("2027-01-04");
    }
}
