package org.xinheng.platform.disclosure;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.xinheng.kernel.IdGenerator;
import org.xinheng.kernel.identifier.IdentifierScan;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.SubjectId;

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

    Ledger(JdbcClient jdbc, IdGenerator ids, Clock clock, ObjectProvider<CheckCopies> checks) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
        this.checks = checks;
    }

    /** Writes down that a subject's file is about to leave for a business system. */
    @Transactional(propagation = Propagation.MANDATORY)
    void fileLeaves(SubjectId subject, String purpose, Actor client) {
        jdbc.sql("""
                        insert into disclosure.delivery (id, subject_id, kind, sent_at, recipient, client, purpose)
                        values (:id, :subject, :kind, :sentAt, :recipient, :client, :purpose)
                        """)
                .param("id", ids.next())
                .param("subject", subject.value())
                .param("kind", Copy.Kind.SUBJECT_FILE.name())
                .param("sentAt", Timestamp.from(clock.instant()))
                .param("recipient", client.requiredAgency().value())
                .param("client", client.id())
                .param("purpose", IdentifierScan.mask(purpose))
                .update();
    }

    /** All copies about a subject, newest first. */
    public List<Copy> copiesOf(SubjectId subject) {
        var copies = new ArrayList<>(jdbc.sql("""
                        select id, kind, sent_at, recipient, client, purpose from disclosure.delivery
                        where subject_id = :subject
                        """)
                .param("subject", subject.value())
                .query((row, _) -> new Copy(
                        row.getObject("id", UUID.class),
                        subject,
                        Copy.Kind.valueOf(row.getString("kind")),
                        row.getTimestamp("sent_at").toInstant(),
                        new AgencyId(row.getString("recipient")),
                        row.getString("client"),
                        row.getString("purpose")))
                .list());
        checks.ifAvailable(checked -> copies.addAll(checked.copiesOf(subject)));
        copies.sort(Comparator.comparing(Copy::sentAt).reversed().thenComparing(Copy::id));
        return List.copyOf(copies);
    }
}
