package org.xinheng.kernel.pack;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An entry as it stands in a file.
 *
 * @param line first line of the entry, {@code lines} that of each of its keys
 * @param overrides whether it says that it replaces the entry of a layer above
 * @param overrideReason why it does
 */
record Written(
        PackEntry value,
        Layer layer,
        String file,
        int line,
        Map<String, Integer> lines,
        boolean overrides,
        @Nullable String overrideReason) {

    /** The fault at this key, or at the entry where it has no such key. */
    Fault fault(String key, String message) {
        return new Fault(file, lines.getOrDefault(key, line), value.id(), message);
    }
}
