package org.xinheng.platform.listing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.pack.CreditList;
import org.xinheng.kernel.pack.ListKind;
import org.xinheng.kernel.pack.ListOrigin;
import org.xinheng.kernel.pack.Pack;
import org.xinheng.kernel.pack.RecordCondition;
import org.xinheng.platform.access.AccessError;
import org.xinheng.platform.audit.AsOf;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.packs.Packs;
import org.xinheng.platform.record.RecordHolders;
import org.xinheng.platform.record.Records;
import org.xinheng.platform.record.StoredRecord;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.ItemId;
import org.xinheng.platform.shared.ListId;
import org.xinheng.platform.shared.RecordId;
import org.xinheng.platform.shared.SubjectId;
import org.xinheng.platform.subject.Subject;
import org.xinheng.platform.subject.SubjectLife;
import org.xinheng.platform.subject.Subjects;

/**
 * Organisations that a list's rule finds among the records in force, for an officer to propose. The rule finds, people
 * propose and decide: nothing is kept, nobody is told, being found or not is no record of anything.
 */
@Component
public class Candidates {

    private final RecordHolders holders;
    private final Records records;
    private final Listings listings;
    private final Determinations determinations;
    private final Subjects subjects;
    private final SubjectLife life;
    private final ListRules lists;
    private final Packs packs;
    private final Order order;

    Candidates(
            RecordHolders holders,
            Records records,
            Listings listings,
            Determinations determinations,
            Subjects subjects,
            SubjectLife life,
            ListRules lists,
            Packs packs,
            Order order) {
        this.holders = holders;
        this.records = records;
        this.listings = listings;
        this.determinations = determinations;
        this.subjects = subjects;
        this.life = life;
        this.lists = lists;
        this.packs = packs;
        this.order = order;
    }

    /**
     * One the rule finds.
     *
     * @param grounds records that speak for it
     */
    public record Candidate(Subject subject, List<StoredRecord> grounds) {

        /** Those a proposal for the list may rest on. */
        public List<RecordId> evidence(CreditList list) {
            return grounds.stream()
                    .filter(record -> list.evidence().contains(record.item().value()))
                    .map(StoredRecord::id)
                    .toList();
        }
    }

    /** @param last where the next page goes on; null on the last */
    public record Page(List<Candidate> candidates, @Nullable SubjectId last) {}

    /** The next ones after {@code after}; looks at {@code limit} holders, so that a page may show fewer. */
    public Page page(ListId id, @Nullable SubjectId after, int limit, Actor actor) {
        var rules = packs.today();
        var list = lists.list(id, rules);
        if (!ProposeDetermination.mayPropose(list, actor)) {
            throw new CreditException(AccessError.OTHER_AGENCY);
        }
        lists.closed(list, ListOrigin.DETERMINED_HERE, rules, order.today()).ifPresent(error -> {
            throw new CreditException(error, id);
        });
        var conditions = list.procedure().candidates();
        var first = conditions.stream()
                .filter(condition -> condition.operator() == RecordCondition.Operator.AT_LEAST && condition.count() > 0)
                .findFirst()
                .orElseThrow(() -> new CreditException(ListingError.NO_CANDIDATES_RULE, id));
        var now = order.now();
        var looked =
                holders.of(new ItemId(first.item()), first.count(), since(first, now.day()), now, after, limit + 1);
        var found = new ArrayList<Candidate>();
        var shown = looked.stream().limit(limit).toList();
        var about = subjects.get(shown);
        for (var subject : shown) {
            var known = about.get(subject);
            if (known != null && eligible(known, list, rules, now)) {
                candidate(known, conditions, now).ifPresent(found::add);
            }
        }
        return new Page(List.copyOf(found), looked.size() > limit ? shown.getLast() : null);
    }

    /** Not on the list or on its way to it, on no serious list, of a kind it takes, and still there. */
    private boolean eligible(Subject subject, CreditList list, Pack rules, AsOf now) {
        return list.targets().contains(subject.kind())
                && life.isOpen(subject.id())
                && !life.isMergedAway(subject.id())
                && listings.inForce(subject.id(), now).stream()
                        .noneMatch(listing -> listing.list().value().equals(list.id()) || serious(listing, rules))
                && !determinations.isRunning(subject.id(), new ListId(list.id()));
    }

    private static boolean serious(Listing listing, Pack rules) {
        var list = rules.lists().get(listing.list().value());
        return list != null && list.kind() == ListKind.SERIOUS;
    }

    private Optional<Candidate> candidate(Subject subject, List<RecordCondition> conditions, AsOf now) {
        var kept = records.inForce(subject.id(), now).stream()
                .filter(record -> !record.suspended())
                .toList();
        var grounds = new ArrayList<StoredRecord>();
        for (var condition : conditions) {
            var counted = kept.stream()
                    .filter(record -> counts(record, condition, now.day()))
                    .toList();
            if (!condition.holds(counted.size())) {
                return Optional.empty();
            }
            grounds.addAll(counted);
        }
        return Optional.of(new Candidate(subject, grounds.stream().distinct().toList()));
    }

    private static boolean counts(StoredRecord record, RecordCondition condition, LocalDate today) {
        var since = since(condition, today);
        var severity = condition.severity();
        var field = condition.field();
        return record.item().value().equals(condition.item())
                && (since == null || !record.decidedOn().isBefore(since))
                && (severity == null
                        || record.severity() != null && record.severity().compareTo(severity) >= 0)
                && (field == null || condition.values().contains(record.fields().getOrDefault(field, "")));
    }

    private static @Nullable LocalDate since(RecordCondition condition, LocalDate today) {
        var within = condition.within();
        return within == null ? null : today.minus(within);
    }
}
