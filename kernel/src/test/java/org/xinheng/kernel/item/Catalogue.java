package org.xinheng.kernel.item;

import java.nio.file.Path;
import java.util.Map;
import org.xinheng.kernel.pack.Item;
import org.xinheng.kernel.pack.PackReader;

/** The national catalogue as it is shipped. */
final class Catalogue {

    static final Map<String, Item> ITEMS =
            PackReader.items(Path.of(System.getProperty("xinheng.home")).resolve("packs"), "national");

    private Catalogue() {}

    static Item item(String id) {
        var item = ITEMS.get(id);
        if (item == null) {
            throw new IllegalArgumentException("no item " + id);
        }
        return item;
    }
}
