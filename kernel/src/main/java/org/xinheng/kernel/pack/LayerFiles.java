package org.xinheng.kernel.pack;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One layer as its files say it, with what is wrong in their form.
 *
 * @param name of its folder
 * @param layer its head; null where {@code pack.yaml} is missing or faulty
 * @param entries in the order of files and lines
 */
record LayerFiles(
        String name, @Nullable Layer layer, Map<String, String> settings, List<Written> entries, List<Fault> faults) {

    /** Name of the file that holds a layer's head. */
    static final String HEAD = "pack.yaml";

    String head() {
        return name + "/" + HEAD;
    }
}
