package org.xinheng.kernel.calendar;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The calendar of working days (工作日). A day works when it is a make-up day (调休上班日), or Monday to Friday and no
 * public holiday. Years that are not published go by weekends alone; results then say they are provisional.
 */
public final class WorkingCalendar {

    private static final WorkingCalendar PUBLISHED = read();

    private final TreeMap<Integer, Year> years;

    private WorkingCalendar(TreeMap<Integer, Year> years) {
        this.years = years;
    }

    /** The calendar the State Council has published, as far as this release knows it: 2004 to 2026. */
    public static WorkingCalendar published() {
        return PUBLISHED;
    }

    public int firstPublishedYear() {
        return years.firstKey();
    }

    public int lastPublishedYear() {
        return years.lastKey();
    }

    public boolean isPublished(int year) {
        return years.containsKey(year);
    }

    public boolean isWorkingDay(LocalDate day) {
        var year = years.get(day.getYear());
        if (year != null && year.makeUpDays.contains(day)) {
            return true;
        }
        return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0 && (year == null || !year.holidays.contains(day));
    }

    /**
     * The day on which the given number of working days has passed. The day counted from is day 0, whether or not it
     * works; so 0 gives that day itself.
     *
     * @throws IllegalArgumentException if the number is negative
     */
    public Due plusWorkingDays(LocalDate from, int workingDays) {
        if (workingDays < 0) {
            throw new IllegalArgumentException("negative number of working days: " + workingDays);
        }
        var day = from;
        for (int counted = 0; counted < workingDays; ) {
            day = day.plusDays(1);
            if (isWorkingDay(day)) {
                counted++;
            }
        }
        var touched = years(from, day);
        return new Due(day, touched.stream().allMatch(this::isPublished), touched);
    }

    /** Number of working days after the first day up to and including the last; 0 if the last is not later. */
    public int workingDaysBetween(LocalDate from, LocalDate to) {
        int count = 0;
        for (var day = from.plusDays(1); !day.isAfter(to); day = day.plusDays(1)) {
            if (isWorkingDay(day)) {
                count++;
            }
        }
        return count;
    }

    private static List<Integer> years(LocalDate from, LocalDate to) {
        return IntStream.rangeClosed(from.getYear(), to.getYear()).boxed().toList();
    }

    private static WorkingCalendar read() {
        var file = WorkingCalendar.class.getResourceAsStream("working-days.csv");
        Objects.requireNonNull(file, "working-days.csv is missing beside its class");
        try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            var years = new TreeMap<Integer, Year>();
            lines.lines()
                    .filter(line -> !line.isEmpty() && Character.isDigit(line.charAt(0)))
                    .map(line -> line.split(",", -1))
                    .forEach(parts -> {
                        int year = Integer.parseInt(parts[0]);
                        years.put(year, new Year(days(year, parts[1]), days(year, parts[2])));
                    });
            return new WorkingCalendar(years);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<LocalDate> days(int year, String text) {
        var days = new HashSet<LocalDate>();
        for (var day : text.split(" ")) {
            if (!day.isEmpty()) {
                days.add(LocalDate.of(year, Integer.parseInt(day.substring(0, 2)), Integer.parseInt(day.substring(2))));
            }
        }
        return Set.copyOf(days);
    }

    private record Year(Set<LocalDate> holidays, Set<LocalDate> makeUpDays) {}
}
