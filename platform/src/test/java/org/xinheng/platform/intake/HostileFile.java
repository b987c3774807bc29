package org.xinheng.platform.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file nobody wants to get, and the answer it gets.
 *
 * @param name a sentence
 * @param file made anew for each run
 * @param reason code of the refusal of the whole file; null when its rows are looked at
 * @param counts rows, accepted, refused, duplicates
 * @param findings each {@code field|rule|severity}; all of them must be there
 */
record HostileFile(String name, Maker file, @Nullable String reason, List<Integer> counts, List<String> findings) {

    @FunctionalInterface
    interface Maker {

        byte[] make() throws Exception;
    }

    static HostileFile refused(String name, String reason, Maker file) {
        return new HostileFile(name, file, reason, List.of(), List.of());
    }

    /** One row, taken in. */
    static HostileFile taken(String name, Maker file, String... findings) {
        return new HostileFile(name, file, null, List.of(1, 1, 0, 0), List.of(findings));
    }

    /** One row, sent back. */
    static HostileFile sentBack(String name, Maker file, String... findings) {
        return new HostileFile(name, file, null, List.of(1, 0, 1, 0), List.of(findings));
    }

    static HostileFile counted(String name, List<Integer> counts, Maker file, String... findings) {
        return new HostileFile(name, file, null, counts, List.of(findings));
    }

    @Override
    public String toString() {
        return name;
    }
}
