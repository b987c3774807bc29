package org.xinheng.kernel.pack;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What the rules of one entry see: the entry, the pack it is part of, and where faults go. */
record EntryRule(Written written, Pack pack, List<Fault> faults) {

    void fault(String key, String message) {
        faults.add(written.fault(key, message));
    }

    void faultIf(boolean wrong, String key, String message) {
        if (wrong) {
            fault(key, message);
        }
    }

    /** Every id must be one of these entries. */
    void refer(String key, Collection<String> ids, Map<String, ?> entries) {
        for (var id : ids) {
            faultIf(!entries.containsKey(id), key, "'" + id + "' is not defined in any layer");
        }
    }

    /** The days a basis must hold: that of the entry's layer and that of the whole pack. */
    Stream<LocalDate> days() {
        return Stream.of(written.layer().effective(), pack.effective()).distinct();
    }

    String division() {
        return written.layer().division();
    }

    /** Reports the first lack on any of the days. */
    void lack(Function<LocalDate, Optional<BasisLack>> rule) {
        days().map(rule)
                .flatMap(Optional::stream)
                .findFirst()
                .ifPresent(lack -> fault("basis", "is active but " + lack.message()));
    }

    /** Reports words of what Xinheng never does. */
    void neverWish(String key, Label label) {
        Vocabulary.NEVER.find(label).ifPresent(wish -> fault(key, "speaks of " + wish + ", which no pack may ask for"));
    }
}
