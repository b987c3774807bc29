package org.xinheng.kernel.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One task of a division of tasks.
 *
 * @param number as printed, without its point or bracket; null where none is printed
 * @param sectionPath headings above it with their numbers, the outermost first
 * @param title the first sentence where it is a heading, else null
 * @param text all of it without blanks, number and unit bracket
 * @param units who leads, then who cooperates, then who is responsible; each in the order printed
 * @param openEnded whether 等 says that there are more units than named
 * @param deadline the first calendar day or period it is due by
 * @param remark what stands among the units and is none, such as 具体分工见附表
 * @param line where it begins
 */
public record Task(
        @Nullable String number,
        List<String> sectionPath,
        @Nullable String title,
        String text,
        List<TaskUnit> units,
        boolean openEnded,
        @Nullable Deadline deadline,
        @Nullable String remark,
        int line) {

    public Task {
        sectionPath = List.copyOf(sectionPath);
        units = List.copyOf(units);
    }
}
