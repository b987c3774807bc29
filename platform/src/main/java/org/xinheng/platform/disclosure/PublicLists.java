package org.xinheng.platform.disclosure;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.pack.CreditList;
import org.xinheng.kernel.pack.Label;
import org.xinheng.kernel.pack.ListKind;
import org.xinheng.kernel.pack.Pack;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.listing.Listing;
import org.xinheng.platform.listing.ListingError;
import org.xinheng.platform.listing.PublishedListings;
import org.xinheng.platform.measure.Measures;
import org.xinheng.platform.packs.Packs;
import org.xinheng.platform.shared.ListId;
import org.xinheng.platform.shared.ListingId;
import org.xinheng.platform.subject.Subjects;

/**
 * The incentive and serious lists everybody may read: how many stand on them, and who, a small page at a time. Watch
 * lists are for officers and never public. There is no way to ask for more at once.
 */
@Component
public class PublicLists {

    /** The most entries one answer holds. */
    public static final int PAGE = 20;

    private final Packs packs;
    private final Order order;
    private final PublishedListings published;
    private final Subjects subjects;
    private final Projection projection;
    private final Measures measures;

    PublicLists(
            Packs packs,
            Order order,
            PublishedListings published,
            Subjects subjects,
            Projection projection,
            Measures measures) {
        this.packs = packs;
        this.order = order;
        this.published = published;
        this.subjects = subjects;
        this.projection = projection;
        this.measures = measures;
    }

    /**
     * A list with its rules.
     *
     * @param entries how many published entries are in force today
     * @param owner name of the agency that determines, or receives for the city
     * @param entry who may be entered, exit how one leaves, remedy where to object
     */
    public record PublicList(
            String id,
            Label name,
            ListKind kind,
            long entries,
            String owner,
            Label entry,
            Label exit,
            Label remedy,
            List<Measures.Citation> basis) {}

    /**
     * A page of entries.
     *
     * @param next what to pass as {@code after} for the following page; null at the end
     */
    public record Page(
            List<PublicListEntry> entries, @Nullable String next) {}

    /** All public lists in the order of the packs. */
    public List<PublicList> lists() {
        var rules = packs.today();
        var today = order.today();
        return rules.lists().values().stream()
                .filter(list -> projection.listPublic(list, rules, today))
                .map(list -> describe(rules, list))
                .toList();
    }

    /** One public list; refuses with {@code LIST_NOT_FOUND} what is not public. */
    public PublicList list(ListId id) {
        var rules = packs.today();
        return describe(rules, require(rules, id));
    }

    /** At most {@link #PAGE} published entries in force today, after {@code after} in the order of ids. */
    public Page entries(ListId id, @Nullable ListingId after) {
        var rules = packs.today();
        var list = require(rules, id);
        var asOf = order.now();
        var found = published.page(id, asOf, projection.personsPublic(list, rules, asOf.day()), after, PAGE + 1);
        var page = found.subList(0, Math.min(PAGE, found.size()));
        var about = subjects.get(page.stream().map(Listing::subject).toList());
        var entries = new ArrayList<PublicListEntry>(page.size());
        for (var listing : page) {
            var subject = about.get(listing.subject());
            if (subject == null) {
                throw new IllegalStateException("a listing of nobody: " + listing.id());
            }
            projection.entry(listing, subject, list, rules, asOf.day()).ifPresent(entries::add);
        }
        return new Page(
                entries, found.size() > PAGE ? page.getLast().id().value().toString() : null);
    }

    private PublicList describe(Pack rules, CreditList list) {
        var asOf = order.now();
        return new PublicList(
                list.id(),
                list.label(),
                list.kind(),
                published.count(new ListId(list.id()), asOf, projection.personsPublic(list, rules, asOf.day())),
                projection.agencyName(list.owner(), rules),
                list.entry(),
                list.exit(),
                list.remedy(),
                measures.citations(rules, list.basis(), asOf.day()));
    }

    private CreditList require(Pack rules, ListId id) {
        var list = rules.lists().get(id.value());
        if (list == null || !projection.listPublic(list, rules, order.today())) {
            throw new CreditException(ListingError.LIST_NOT_FOUND, id);
        }
        return list;
    }
}
