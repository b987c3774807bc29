package org.xinheng.demo;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Reads and sets the demo's business time. */
@RestController
class ClockApi {

    private final DemoClock clock;

    ClockApi(DemoClock clock) {
        this.clock = clock;
    }

    record Day(LocalDate date) {}

    record Time(LocalDate date, OffsetDateTime now) {}

    @GetMapping("/demo/clock")
    Time time() {
        return new Time(clock.today(), OffsetDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS));
    }

    @PostMapping("/demo/clock")
    Time setForward(@RequestBody Day day) {
        clock.setForward(day.date());
        return time();
    }
}
