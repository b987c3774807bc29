package org.xinheng.platform.disclosure;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xinheng.platform.access.Permission;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.Role;

/**
 * Who has yet to acknowledge what was undone (撤回未确认): undone means undone everywhere, so whoever holds a copy and does
 * not say that it took the withdrawal in is shown to the credit office.
 */
@Component
public class Withdrawals {

    /** More than anybody could chase; the oldest are left out then. */
    private static final int FACTS = 10_000;

    private final JdbcClient jdbc;
    private final Order order;
    private final Ledger ledger;
    private final Clock clock;
    private final int days;

    /** @param days how far back the page looks */
    Withdrawals(
            JdbcClient jdbc,
            Order order,
            Ledger ledger,
            Clock clock,
            @Value("${xinheng.withdrawals-shown-days:90}") int days) {
        this.jdbc = jdbc;
        this.order = order;
        this.ledger = ledger;
        this.clock = clock;
        this.days = days;
    }

    /**
     * What one business system still owes.
     *
     * @param open withdrawals it has not acknowledged
     * @param since moment of the oldest of them
     */
    public record Laggard(String client, AgencyId recipient, int open, Instant since) {}

    private record Owed(String client, AgencyId recipient) {}

    private record Acknowledged(String client, UUID reference) {}

    /** How many days back is looked. */
    public int days() {
        return days;
    }

    /** Business systems that owe an acknowledgement, longest first; for the credit office and auditors. */
    public List<Laggard> laggards(Actor actor) {
        if (!actor.may(Role.AUDITOR)) {
            Permission.require(actor, Role.CREDIT_OFFICE);
        }
        var facts = order.takenAway(clock.instant().minus(Duration.ofDays(days)), FACTS);
        var subjects = facts.stream()
                .map(Order.Entry::subject)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        var held = ledger.held(subjects, FactsAsChanges.listings(ofListings(facts)), null);
        var acknowledged = acknowledged(facts);
        var open = new LinkedHashMap<Owed, List<Instant>>();
        for (var fact : facts) {
            var owing = new HashSet<Owed>();
            for (var copy : held) {
                if (copy.of(fact) && copy.knownAt().isBefore(fact.moment()) && !covered(acknowledged, copy, fact)) {
                    owing.add(new Owed(copy.client(), copy.recipient()));
                }
            }
            owing.forEach(
                    one -> open.computeIfAbsent(one, _ -> new ArrayList<>()).add(fact.moment()));
        }
        return open.entrySet().stream()
                .map(entry -> new Laggard(
                        entry.getKey().client(),
                        entry.getKey().recipient(),
                        entry.getValue().size(),
                        entry.getValue().stream().min(Comparator.naturalOrder()).orElseThrow()))
                .sorted(Comparator.comparing(Laggard::since).thenComparing(Laggard::client))
                .toList();
    }

    private static List<Order.Entry> ofListings(List<Order.Entry> facts) {
        return facts.stream().filter(fact -> fact.type().startsWith("Listing")).toList();
    }

    /** What was stopped once needs no second word when it ends for good while it stands still. */
    private static boolean covered(Map<Acknowledged, Set<Instant>> acknowledged, Ledger.Held copy, Order.Entry fact) {
        return acknowledged.getOrDefault(new Acknowledged(copy.client(), fact.reference()), Set.of()).stream()
                .anyMatch(moment -> moment.isAfter(copy.knownAt()) && !moment.isAfter(fact.moment()));
    }

    /** Moments of the facts each client acknowledged of each thing. */
    private Map<Acknowledged, Set<Instant>> acknowledged(Collection<Order.Entry> facts) {
        var acknowledged = new LinkedHashMap<Acknowledged, Set<Instant>>();
        jdbc.sql("""
                        select a.client, a.reference, c.moment from disclosure.acknowledgement a
                        join audit.fact f on f.position = a.position join audit.change c on c.id = f.change_id
                        where a.reference = any(:references) and c.moment >= :since
                        """)
                .param(
                        "references",
                        facts.stream().map(Order.Entry::reference).distinct().toArray(UUID[]::new))
                .param("since", Timestamp.from(clock.instant().minus(Duration.ofDays(days))))
                .query(row -> {
                    acknowledged
                            .computeIfAbsent(
                                    new Acknowledged(row.getString("client"), row.getObject("reference", UUID.class)),
                                    _ -> new HashSet<>())
                            .add(row.getTimestamp("moment").toInstant());
                });
        return acknowledged;
    }
}
