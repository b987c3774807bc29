package org.xinheng.kernel.policy;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The numbers of the tasks of one annex, which run from 1 on, perhaps several times; doubts where they do not. */
final class TaskNumbers {

    private final Contents contents;
    private final Set<Integer> numbers = new HashSet<>();
    private int last;

    TaskNumbers(Contents contents) {
        this.contents = contents;
    }

    /** Numbers of other kinds than 1, 2, 3 … are not looked at. */
    void check(@Nullable String printed, int line, String excerpt) {
        if (printed == null || !printed.matches("\\d{1,3}")) {
            return;
        }
        int number = Integer.parseInt(printed);
        if (number == 1) {
            numbers.clear();
            last = 0;
        }
        if (!numbers.add(number)) {
            contents.doubt(Doubt.Kind.NUMBER_REPEATED, line, excerpt);
        } else if (number != last + 1) {
            contents.doubt(Doubt.Kind.NUMBER_SKIPPED, line, excerpt);
        }
        last = number;
    }
}
