package org.xinheng.platform.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinheng.platform.audit.AsOf;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.packs.Packs;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.SubjectId;

/**
 * Tells business systems what changed (变更推送), in the one order, from wherever they left off. Asked again for the same
 * place the answer holds whatever still stands. Each page is a copy in the ledger before it leaves, so that its recipient
 * hears when something on it is undone.
 */
@Component
public class ChangeFeed {

    static final String PURPOSE = "变更推送";

    private static final int PAGE = 200;
    private static final int FACTS_AT_ONCE = 500;
    private static final int FACTS = 2_000;

    private final Order order;
    private final Packs packs;
    private final FactsAsChanges facts;
    private final Ledger ledger;

    ChangeFeed(Order order, Packs packs, FactsAsChanges facts, Ledger ledger) {
        this.order = order;
        this.packs = packs;
        this.facts = facts;
        this.ledger = ledger;
    }

    /**
     * @param next what to pass as {@code after} next time, also when there is nothing new
     * @param more whether asking at once may find more
     */
    record Page(List<ShownChange> changes, String next, boolean more) {}

    /** @param after where the recipient left off; null = the beginning of the order */
    @Transactional
    Page after(@Nullable String after, Actor client) {
        var from = after == null ? ChangeCursor.BEGINNING : ChangeCursor.parse(after);
        var head = order.head();
        var asOf = new AsOf(order.today(), head.moment());
        var recipient = Recipient.of(client, packs.inForce(asOf), asOf);
        var changes = new ArrayList<ShownChange>();
        var held = new HashMap<SubjectId, List<UUID>>();
        // The fact of the cursor may make more than the change it names.
        long read = from.position() - 1;
        long limit = read + FACTS;
        while (changes.size() < PAGE && read < head.position() && read < limit) {
            var tail = order.tail(read, FACTS_AT_ONCE).stream()
                    .filter(fact -> fact.position() <= head.position())
                    .toList();
            if (tail.isEmpty()) {
                read = head.position();
                break;
            }
            read = tail.getLast().position();
            for (var told : facts.of(tail, recipient)) {
                if (changes.size() >= PAGE) {
                    read = told.fact().position() - 1;
                    break;
                }
                add(told, from, recipient, changes, held);
            }
        }
        ledger.leaves(Copy.Kind.CHANGE, held, asOf, PURPOSE, client);
        var next = ChangeCursor.behind(Math.max(read, 0));
        return new Page(changes, (next.compareTo(from) < 0 ? from : next).toString(), read < head.position());
    }

    private void add(
            FactsAsChanges.Told told,
            ChangeCursor from,
            Recipient recipient,
            List<ShownChange> changes,
            Map<SubjectId, List<UUID>> held) {
        for (int part = 0; part < told.types().size(); part++) {
            if (told.cursor(part).compareTo(from) <= 0) {
                continue;
            }
            changes.add(facts.shown(told, part, recipient));
            var things = held.computeIfAbsent(told.subject().id(), _ -> new ArrayList<>());
            if (told.standing().seen() && !things.contains(told.fact().reference())) {
                things.add(told.fact().reference());
            }
        }
    }
}
