package org.xinheng.platform.console;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a ledger of government integrity, the newest entries first.
 *
 * @param next address of the page of older entries; null where there are none
 */
record LedgerPage<T>(List<T> entries, @Nullable String next) {

    /** Shows {@code size} of the entries found; the ledger was asked for one more, to know whether there are older ones. */
    static <T> LedgerPage<T> of(List<T> found, int size, String address, Function<T, UUID> id) {
        if (found.size() <= size) {
            return new LedgerPage<>(found, null);
        }
        var entries = found.subList(0, size);
        return new LedgerPage<>(entries, address + "?before=" + id.apply(entries.getLast()));
    }
}
