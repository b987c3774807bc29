package org.xinheng.kernel.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingCalendarTest {

    private final WorkingCalendar calendar = WorkingCalendar.published();

    @ParameterizedTest
    @CsvSource({"2026-02-13, 7, 2026-03-02", "2026-09-24, 7, 2026-10-12", "2026-02-13, 0, 2026-02-13"})
    void countsOverHolidaysAndMakeUpDays(LocalDate from, int workingDays, LocalDate due) {
        assertThat(calendar.plusWorkingDays(from, workingDays).date()).isEqualTo(due);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2007-12-29", "2008-05-04", "2009-01-04", "2009-09-27", "2011-12-31", "2015-01-04", "2026-10-10"
            })
    void aMakeUpDayWorksAlthoughItIsAWeekend(LocalDate day) {
        assertThat(calendar.isWorkingDay(day)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2008-06-07", "2008-09-13", "2016-04-02", "2018-06-16", "2018-09-22", "2026-02-16", "2026-11-22"
            })
    void aHolidayOrAnOrdinaryWeekendDoesNotWork(LocalDate day) {
        assertThat(calendar.isWorkingDay(day)).isFalse();
    }

    @Test
    void knowsEveryYearFrom2004To2026() {
        assertThat(calendar.firstPublishedYear()).isEqualTo(2004);
        assertThat(calendar.lastPublishedYear()).isEqualTo(2026);
        for (int year = 2004; year <= 2026; year++) {
            assertThat(calendar.isPublished(year)).isTrue();
        }
    }

    @Test
    void aTermWithinPublishedYearsIsNotProvisional() {
        var due = calendar.plusWorkingDays(LocalDate.of(2025, 12, 29), 10);

        assertThat(due.years()).containsExactly(2025, 2026);
        assertThat(due.published()).isTrue();
    }

    @Test
    void aTermThatReachesAnUnpublishedYearIsProvisionalAndGoesByWeekends() {
        var due = calendar.plusWorkingDays(LocalDate.of(2026, 12, 30), 3);

        assertThat(due).isEqualTo(new Due(LocalDate.of(2027, 1, 4), false, List.of(2026, 2027)));
        assertThat(due.provisional()).isTrue();
    }

    @Test
    void refusesANegativeTerm() {
        assertThatThrownBy(() -> calendar.plusWorkingDays(LocalDate.of(2026, 1, 5), -1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aTermEndsOnAWorkingDayAndCountsBackToItsLength() {
        var random = new Random(20261122);
        for (int i = 0; i < 2_000; i++) {
            var from = LocalDate.of(2004, 1, 1).plusDays(random.nextInt(8_700));
            int length = 1 + random.nextInt(60);

            var due = calendar.plusWorkingDays(from, length).date();

            assertThat(calendar.isWorkingDay(due)).isTrue();
            assertThat(calendar.workingDaysBetween(from, due)).isEqualTo(length);
            assertThat(calendar.workingDaysBetween(from, due.minusDays(1))).isEqualTo(length - 1);
        }
    }

    @Test
    void aLaterStartNeverEndsEarlier() {
        var random = new Random(42);
        for (int i = 0; i < 2_000; i++) {
            var from = LocalDate.of(2004, 1, 1).plusDays(random.nextInt(8_700));
            int length = random.nextInt(30);

            assertThat(calendar.plusWorkingDays(from.plusDays(1), length).date())
                    .isAfterOrEqualTo(calendar.plusWorkingDays(from, length).date());
        }
    }

    @Test
    void anEarlierLastDayCountsNothing() {
        assertThat(calendar.workingDaysBetween(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 2, 1)))
                .isZero();
    }
}
