package org.xinheng.platform.catalogue;

import java.util.Collection;
import org.springframework.stereotype.Component;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.pack.Item;
import org.xinheng.kernel.pack.Pack;
import org.xinheng.platform.packs.Packs;
import org.xinheng.platform.shared.ItemId;

/** The items that may be collected today (信息目录). */
@Component
public class Catalogue {

    private final Packs packs;

    Catalogue(Packs packs) {
        this.packs = packs;
    }

    /** The item in today's rules; refuses with {@code ITEM_NOT_FOUND} what is not in them. */
    public Item item(ItemId id) {
        return item(id, packs.today());
    }

    public Item item(ItemId id, Pack rules) {
        var item = rules.items().get(id.value());
        if (item == null) {
            throw new CreditException(CatalogueError.ITEM_NOT_FOUND, id);
        }
        return item;
    }

    public Collection<Item> items() {
        return packs.today().items().values();
    }
}
