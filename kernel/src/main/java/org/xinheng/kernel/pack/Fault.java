package org.xinheng.kernel.pack;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * One thing wrong in a pack.
 *
 * @param file path below the folder of packs
 * @param line counted from one
 * @param entry id of the entry; null where the fault is in no entry
 */
public record Fault(String file, int line, @Nullable String entry, String message) implements Comparable<Fault> {

    private static final Comparator<Fault> ORDER =
            Comparator.comparing(Fault::file).thenComparing(Fault::line).thenComparing(Fault::message);

    @Override
    public int compareTo(Fault other) {
        return ORDER.compare(this, other);
    }

    /** The message, after the entry it is about. */
    public String text() {
        return entry == null ? message : entry + ": " + message;
    }

    /** As compilers print it. */
    @Override
    public String toString() {
        return file + ":" + line + ": " + text();
    }
}
