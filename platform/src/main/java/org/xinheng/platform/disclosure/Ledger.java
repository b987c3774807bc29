package org.xinheng.platform.disclosure;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.xinheng.kernel.IdGenerator;
import org.xinheng.kernel.identifier.IdentifierScan;
import org.xinheng.platform.audit.AsOf;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.ListingId;
import org.xinheng.platform.shared.SubjectId;
import org.xinheng.platform.subject.SubjectLife;

/**
 * Every copy that left for a client: what was undone must reach each of them. A row is committed before its copy leaves.
 * That a copy was sent is no fact of the one order: it changes nothing about the subject, and an order of answers would
 * be as long as all questions ever asked. It is kept here like the log of checks, whose copies the ledger counts in.
 */
@Repository
public class Ledger {

    private final JdbcClient jdbc;
    private final IdGenerator ids;
    private final Clock clock;
    private final ObjectProvider<CheckCopies> checks;
    private final SubjectLife life;
    private final Order order;

    Ledger(
            JdbcClient jdbc,
            IdGenerator ids,
            Clock clock,
            ObjectProvider<CheckCopies> checks,
            SubjectLife life,
            Order order) {
        this.life = life;
        this.order = order;
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
        this.checks = checks;
    }

    /**
     * Writes down that copies are about to leave for a business system.
     *
     * @param held for each subject the records and listings its copy shows; none where it only says what is gone
     * @param asOf what was read: whatever changes after its moment has yet to reach the recipient
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void leaves(Copy.Kind kind, Map<SubjectId, List<UUID>> held, AsOf asOf, String purpose, Actor client) {
        for (var copy : held.entrySet()) {
            jdbc.sql("""
                            insert into disclosure.delivery
                                (id, subject_id, kind, sent_at, recipient, client, purpose, known_at, held)
                            values (:id, :subject, :kind, :sentAt, :recipient, :client, :purpose, :knownAt, :held)
                            """)
                    .param("id", ids.next())
                    .param("subject", copy.getKey().value())
                    .param("kind", kind.name())
                    .param("sentAt", Timestamp.from(clock.instant()))
                    .param("recipient", client.requiredAgency().value())
                    .param("client", client.id())
                    .param("purpose", IdentifierScan.mask(purpose))
                    .param("knownAt", Timestamp.from(asOf.knownAt()))
                    .param("held", copy.getValue().toArray(UUID[]::new))
                    .update();
        }
    }

    /** What business systems hold of these subjects and listings, answers to checks included; null = all clients. */
    List<Held> held(Collection<SubjectId> subjects, Collection<ListingId> listings, @Nullable String client) {
        var held = new ArrayList<>(jdbc.sql("""
                        select client, recipient, subject_id, coalesce(known_at, sent_at) as known_at, held
                        from disclosure.delivery
                        where subject_id = any(:subjects) and (:client::text is null or client = :client)
                        """)
                .param("subjects", subjects.stream().map(SubjectId::value).toArray(UUID[]::new))
                .param("client", client)
                .query((row, _) -> {
                    var ids = row.getArray("held");
                    return new Held(
                            row.getString("client"),
                            new AgencyId(row.getString("recipient")),
                            new SubjectId(row.getObject("subject_id", UUID.class)),
                            ids == null ? null : Set.of((UUID[]) ids.getArray()),
                            row.getTimestamp("known_at").toInstant());
                })
                .list());
        if (!listings.isEmpty()) {
            checks.ifAvailable(checked -> checked.prompted(listings, client)
                    .forEach(prompt -> held.add(new Held(
                            prompt.client(),
                            prompt.recipient(),
                            null,
                            Set.of(prompt.listing().value()),
                            prompt.knownAt()))));
        }
        return held;
    }

    /**
     * A copy somebody holds.
     *
     * @param subject null for the answer to a check, which names its listings
     * @param things records and listings it showed; null = anything of the subject
     * @param knownAt what happened later is not in it
     */
    record Held(
            String client,
            AgencyId recipient,
            @Nullable SubjectId subject,
            @Nullable Set<UUID> things,
            Instant knownAt) {

        boolean of(Order.Entry fact) {
            return things == null
                    ? fact.subject() != null && fact.subject().equals(subject)
                    : things.contains(fact.reference());
        }
    }

    /** All copies about a subject and all that are one with it, newest first. */
    public List<Copy> copiesOf(SubjectId subject) {
        var group = life.group(subject, order.head().moment());
        var copies = new ArrayList<>(jdbc.sql("""
                        select id, subject_id, kind, sent_at, recipient, client, purpose from disclosure.delivery
                        where subject_id = any(:subjects)
                        """)
                .param("subjects", group.stream().map(SubjectId::value).toArray(UUID[]::new))
                .query((row, _) -> new Copy(
                        row.getObject("id", UUID.class),
                        new SubjectId(row.getObject("subject_id", UUID.class)),
                        Copy.Kind.valueOf(row.getString("kind")),
                        row.getTimestamp("sent_at").toInstant(),
                        new AgencyId(row.getString("recipient")),
                        row.getString("client"),
                        row.getString("purpose")))
                .list());
        checks.ifAvailable(checked -> copies.addAll(checked.copiesOf(group)));
        copies.sort(Comparator.comparing(Copy::sentAt).reversed().thenComparing(Copy::id));
        return List.copyOf(copies);
    }
}
