package org.xinheng.kernel.policy;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A date as documents print it: 2020年5月6日, 二〇二〇年五月六日. */
final class PrintedDate {

    static final Pattern PATTERN = Pattern.compile(
            "(?:(\\d{4})年(\\d{1,2})月(\\d{1,2})日|([二〇○ＯO零一三四五六七八九]{4})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日)");

    private static final Pattern LINE = Pattern.compile("[（(]?(?:" + PATTERN.pattern() + ")(印发)?[）)]?");

    private PrintedDate() {}

    /** Alone in its line, as below a signature. */
    static boolean isLine(String bare) {
        return LINE.matcher(bare).matches();
    }

    /** The first date in the text; null where there is none, or none of the calendar. */
    static @Nullable LocalDate in(String bare) {
        var printed = PATTERN.matcher(Plain.narrow(bare));
        if (!printed.find()) {
            return null;
        }
        try {
            return printed.group(1) != null
                    ? LocalDate.of(
                            Integer.parseInt(printed.group(1)),
                            Integer.parseInt(printed.group(2)),
                            Integer.parseInt(printed.group(3)))
                    : LocalDate.of(year(printed.group(4)), counted(printed.group(5)), counted(printed.group(6)));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static int year(String chinese) {
        int year = 0;
        for (char c : chinese.toCharArray()) {
            year = 10 * year + Math.max(0, "〇一二三四五六七八九".indexOf(c));
        }
        return year;
    }

    private static int counted(String chinese) {
        int ten = chinese.indexOf('十');
        int tens = ten < 0 ? 0 : ten == 0 ? 1 : "〇一二三四五六七八九".indexOf(chinese.charAt(0));
        int ones = ten == chinese.length() - 1 ? 0 : "〇一二三四五六七八九".indexOf(chinese.charAt(chinese.length() - 1));
        return 10 * tens + ones;
    }
}
