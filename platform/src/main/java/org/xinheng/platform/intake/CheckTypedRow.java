package org.xinheng.platform.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xinheng.kernel.calendar.WorkingCalendar;
import org.xinheng.kernel.item.CheckedRow;
import org.xinheng.kernel.item.Columns;
import org.xinheng.kernel.item.Finding;
import org.xinheng.kernel.item.RowCheck;
import org.xinheng.kernel.item.SourceRow;
import org.xinheng.kernel.pack.Item;
import org.xinheng.platform.access.Permission;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.catalogue.Catalogue;
import org.xinheng.platform.listing.ReceiveListings;
import org.xinheng.platform.packs.Packs;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.ItemId;
import org.xinheng.platform.shared.Role;

/** Checks one row while its clerk still sits before it. What stands here already is looked at once it is sent in. */
@Component
public class CheckTypedRow {

    private final Packs packs;
    private final Catalogue catalogue;
    private final ReceiveListings listings;
    private final Order order;

    CheckTypedRow(Packs packs, Catalogue catalogue, ReceiveListings listings, Order order) {
        this.packs = packs;
        this.catalogue = catalogue;
        this.listings = listings;
        this.order = order;
    }

    /**
     * What would refuse the row; empty when it would be taken in.
     *
     * @param values by field id
     */
    public List<Finding> errors(Actor actor, ItemId id, Map<String, @Nullable String> values) {
        Permission.require(actor, Role.REPORTER);
        return switch (check(actor, id, values)) {
            case Outcome.Right ignored -> List.of();
            case Outcome.Wrong wrong -> wrong.errors();
        };
    }

    /** What the row says here, or what is wrong with it. */
    sealed interface Outcome {

        record Right(Item item, PlacedRow row, RowPlacing placing) implements Outcome {}

        record Wrong(List<Finding> errors) implements Outcome {}
    }

    Outcome check(Actor actor, ItemId id, Map<String, @Nullable String> values) {
        var rules = packs.today();
        var item = catalogue.item(id, rules);
        var cells = new ArrayList<String>();
        for (var field : item.fields()) {
            var value = values.get(field.id());
            cells.add(value == null ? "" : value);
        }
        var row = new RowCheck(item, WorkingCalendar.published())
                .check(new SourceRow(1, cells, Columns.inOrder(item)), order.today());
        var placing = new RowPlacing(rules, item, actor, listings);
        return switch (row) {
            case CheckedRow.Accepted accepted ->
                switch (placing.place(accepted)) {
                    case RowPlacing.Outcome.Placed placed -> new Outcome.Right(item, placed.row(), placing);
                    case RowPlacing.Outcome.Refused refused -> new Outcome.Wrong(errors(refused.row()));
                };
            case CheckedRow.Refused refused -> new Outcome.Wrong(errors(refused));
            case CheckedRow.Duplicate ignored -> throw new IllegalStateException("a single row repeats nothing");
        };
    }

    private static List<Finding> errors(CheckedRow.Refused row) {
        return row.findings().stream().filter(Finding::isError).toList();
    }
}
