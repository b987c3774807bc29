package org.xinheng.kernel.policy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A day of the calendar a task is due by. Terms without a calendar (7个工作日内, 每年) are none.
 *
 * @param text as printed, without blanks
 * @param date the last day of the period it names
 */
public record Deadline(String text, LocalDate date) {

    private static final Pattern PERIOD = Pattern.compile("""
            (?<to>到|至)?
            (?:(?<year>(?:19|20)\\d{2})年|(?<this>今年|本年|当年)|(?<next>明年|次年))
            (?:
              (?<yearEnd>年?[底末])
            | (?<half>[上下])半年
            | 第?(?<quarter>[一二三四1-4])季度(?:[底末])?
            | (?<month>\\d{1,2})月份?(?:(?<third>[上中下]旬|[底末初])|(?<day>\\d{1,2})[日号])?
            )?
            (?<before>之?前|以前|年?内)?""".replaceAll("\\s+", ""));

    /** Words that make a period something else than the end of a term. */
    private static final Pattern NO_TERM = Pattern.compile("^(?:以来|起|开始|后|以后|之后|度|至|到|-|—|~|印发|出台的|制定的|，已|,已)");

    /** The deadlines of a text in the order they stand. */
    static List<Deadline> in(String bare, @Nullable LocalDate issued) {
        return find(bare, issued, false);
    }

    /** What a column of deadlines holds: there the period alone is enough. */
    static List<Deadline> inColumn(String bare, @Nullable LocalDate issued) {
        return find(bare, issued, true);
    }

    private static List<Deadline> find(String bare, @Nullable LocalDate issued, boolean column) {
        var text = Plain.narrow(bare);
        var found = new ArrayList<Deadline>();
        for (var matcher = PERIOD.matcher(text); matcher.find(); ) {
            var date = date(matcher, issued);
            if (date != null && (column || isTerm(text, matcher))) {
                found.add(new Deadline(bare.substring(matcher.start(), matcher.end()), date));
            }
        }
        return found;
    }

    private static boolean isTerm(String text, Matcher matcher) {
        if (matcher.group("before") != null) {
            return true;
        }
        var before = text.substring(0, matcher.start());
        if (NO_TERM.matcher(text.substring(matcher.end())).find() || before.matches(".*(截至|截止|截止到|截至到)")) {
            return false;
        }
        if (matcher.group("to") != null) {
            return !before.matches(".*[达年\\d—-]");
        }
        return matcher.group("yearEnd") != null
                || matcher.group("quarter") != null
                || matcher.group("half") != null
                || matcher.group("third") != null && !matcher.group("third").equals("初");
    }

    private static @Nullable LocalDate date(Matcher period, @Nullable LocalDate issued) {
        int year;
        if (period.group("year") != null) {
            year = Integer.parseInt(period.group("year"));
        } else if (issued != null) {
            year = issued.getYear() + (period.group("next") != null ? 1 : 0);
        } else {
            return null;
        }
        if (period.group("month") != null) {
            return day(year, Integer.parseInt(period.group("month")), period.group("third"), period.group("day"));
        }
        if (period.group("quarter") != null) {
            int quarter = "一二三四".indexOf(period.group("quarter")) + 1;
            int month = 3 * (quarter > 0 ? quarter : Integer.parseInt(period.group("quarter")));
            return YearMonth.of(year, month).atEndOfMonth();
        }
        return "上".equals(period.group("half")) ? LocalDate.of(year, 6, 30) : LocalDate.of(year, 12, 31);
    }

    private static @Nullable LocalDate day(int year, int month, @Nullable String third, @Nullable String day) {
        if (month < 1 || month > 12) {
            return null;
        }
        var period = YearMonth.of(year, month);
        if (day != null) {
            int number = Integer.parseInt(day);
            return period.isValidDay(number) ? period.atDay(number) : null;
        }
        if (third == null) {
            return period.atEndOfMonth();
        }
        return switch (third) {
            case "上旬", "初" -> period.atDay(10);
            case "中旬" -> period.atDay(20);
            default -> period.atEndOfMonth();
        };
    }
}
