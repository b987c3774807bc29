package org.xinheng.platform.intake;

import java.util.List;
import org.springframework.stereotype.Component;
import org.xinheng.kernel.pack.FieldRole;
import org.xinheng.kernel.pack.Item;
import org.xinheng.kernel.pack.ListKind;
import org.xinheng.kernel.pack.Polarity;
import org.xinheng.platform.listing.ReceiveListings;
import org.xinheng.platform.packs.Packs;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.ListId;

/** The lists (名单) whose entries somebody may report under an item: what forms and templates offer. */
@Component
public class ListsToReport {

    private final Packs packs;
    private final ReceiveListings listings;

    ListsToReport(Packs packs, ReceiveListings listings) {
        this.packs = packs;
        this.listings = listings;
    }

    /** Their full names; empty for an item that names no list. */
    public List<String> of(Item item, Actor actor) {
        if (item.field(FieldRole.LIST) == null) {
            return List.of();
        }
        return packs.today().lists().values().stream()
                .filter(list -> (item.polarity() == Polarity.POSITIVE) == (list.kind() == ListKind.INCENTIVE))
                .filter(list -> listings.refusal(new ListId(list.id()), actor).isEmpty())
                .map(list -> list.label().zh())
                .sorted()
                .toList();
    }
}
