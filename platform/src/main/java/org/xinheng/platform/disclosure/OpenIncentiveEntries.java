package org.xinheng.platform.disclosure;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xinheng.kernel.pack.CreditList;
import org.xinheng.kernel.pack.ListKind;
import org.xinheng.kernel.pack.Pack;
import org.xinheng.platform.audit.AsOf;
import org.xinheng.platform.listing.Listing;
import org.xinheng.platform.listing.PublishedListings;
import org.xinheng.platform.packs.Packs;
import org.xinheng.platform.shared.ListId;
import org.xinheng.platform.shared.ListingId;
import org.xinheng.platform.subject.Subjects;

/** Organisations on the public incentive lists. Serious lists can be read on the portal, a small page at a time. */
@Component
class OpenIncentiveEntries implements OpenDataset {

    private static final int AT_ONCE = 500;

    private final Packs packs;
    private final PublishedListings published;
    private final Subjects subjects;
    private final Projection projection;

    OpenIncentiveEntries(Packs packs, PublishedListings published, Subjects subjects, Projection projection) {
        this.packs = packs;
        this.published = published;
        this.subjects = subjects;
        this.projection = projection;
    }

    @Override
    public String id() {
        return "incentive-list-entries";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                new Column("code", Type.STRING),
                new Column("name", Type.STRING),
                new Column("list", Type.STRING),
                new Column("listName", Type.STRING),
                new Column("determinedBy", Type.STRING),
                new Column("document", Type.STRING),
                new Column("decidedOn", Type.DATE),
                new Column("until", Type.DATE));
    }

    @Override
    public void rows(AsOf asOf, Consumer<List<@Nullable String>> row) {
        var rules = packs.inForce(asOf);
        rules.lists().values().stream()
                .filter(list -> list.kind() == ListKind.INCENTIVE && projection.listPublic(list, rules, asOf.day()))
                .forEach(list -> entries(list, rules, asOf, row));
    }

    private void entries(CreditList list, Pack rules, AsOf asOf, Consumer<List<@Nullable String>> row) {
        ListingId after = null;
        List<Listing> page;
        do {
            page = published.page(new ListId(list.id()), asOf, false, after, AT_ONCE);
            var known = subjects.get(page.stream().map(Listing::subject).toList());
            for (var listing : page) {
                var subject = known.get(listing.subject());
                if (subject != null && !subject.kind().personal()) {
                    projection
                            .entry(listing, subject, list, rules, asOf.day())
                            .ifPresent(entry -> row.accept(Arrays.asList(
                                    entry.code(),
                                    entry.name(),
                                    list.id(),
                                    list.label().zh(),
                                    entry.determinedBy(),
                                    entry.document(),
                                    entry.decidedOn().toString(),
                                    entry.until() == null ? null : entry.until().toString())));
                }
                after = listing.id();
            }
        } while (page.size() == AT_ONCE);
    }
}
