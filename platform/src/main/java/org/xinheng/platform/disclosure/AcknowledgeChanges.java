package org.xinheng.platform.disclosure;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinheng.kernel.CreditException;
import org.xinheng.platform.audit.AsOf;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.packs.Packs;
import org.xinheng.platform.shared.Actor;

/** A business system says that it took withdrawals in (确认): exactly those it names, and nothing it was not told. */
@Component
class AcknowledgeChanges {

    /** The most one request may name. */
    static final int MOST = 1_000;

    private final JdbcClient jdbc;
    private final Order order;
    private final Packs packs;
    private final FactsAsChanges facts;
    private final Clock clock;

    AcknowledgeChanges(JdbcClient jdbc, Order order, Packs packs, FactsAsChanges facts, Clock clock) {
        this.jdbc = jdbc;
        this.order = order;
        this.packs = packs;
        this.facts = facts;
        this.clock = clock;
    }

    /** All of them or none; those acknowledged before stay so. Refuses with {@code NOT_A_WITHDRAWAL}, naming them. */
    @Transactional
    void acknowledge(List<String> cursors, Actor client) {
        if (cursors.size() > MOST) {
            throw new CreditException(DisclosureError.TOO_MANY_CURSORS, MOST);
        }
        var wanted = cursors.stream().map(ChangeCursor::parse).distinct().toList();
        var asOf = new AsOf(order.today(), order.head().moment());
        var recipient = Recipient.of(client, packs.inForce(asOf), asOf);
        var told = new HashMap<Long, FactsAsChanges.Told>();
        facts.of(order.at(wanted.stream().map(ChangeCursor::position).distinct().toList()), recipient)
                .forEach(one -> told.put(one.fact().position(), one));
        var strange = wanted.stream()
                .filter(cursor -> !withdraws(told.get(cursor.position()), cursor.part()))
                .toList();
        if (!strange.isEmpty()) {
            throw new CreditException(DisclosureError.NOT_A_WITHDRAWAL, strange.toArray());
        }
        for (var cursor : wanted) {
            var fact = told.get(cursor.position());
            if (fact != null) {
                jdbc.sql("""
                                insert into disclosure.acknowledgement (client, position, part, reference, acknowledged_at)
                                values (:client, :position, :part, :reference, :at) on conflict do nothing
                                """)
                        .param("client", client.id())
                        .param("position", cursor.position())
                        .param("part", cursor.part())
                        .param("reference", fact.fact().reference())
                        .param("at", Timestamp.from(clock.instant()))
                        .update();
            }
        }
    }

    private static boolean withdraws(FactsAsChanges.@Nullable Told told, int part) {
        return told != null
                && part < told.types().size()
                && told.types().get(part).withdraws();
    }
}
