package org.xinheng.platform.record;

import java.time.LocalDate;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinheng.kernel.CreditException;
import org.xinheng.platform.audit.Changes;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.RecordId;

/** Ends a record before its time: taken back by its source, repaired, or annulled with its decision. */
@Component
public class EndRecord {

    private final JdbcClient jdbc;
    private final Records records;
    private final Changes changes;
    private final Order order;

    EndRecord(JdbcClient jdbc, Records records, Changes changes, Order order) {
        this.jdbc = jdbc;
        this.records = records;
        this.changes = changes;
        this.order = order;
    }

    /** Appends a last version in force on no later day; a withdrawn or annulled one was never in force. */
    @Transactional
    public void end(RecordId id, RecordState state, Actor actor) {
        if (state == RecordState.IN_FORCE) {
            throw new IllegalArgumentException("a record does not end by being in force");
        }
        var change = changes.open(actor);
        var subject = jdbc.sql("select subject_id from record.record where id = :id for update")
                .param("id", id.value())
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> new CreditException(RecordError.RECORD_NOT_FOUND, id));
        var record = records.get(id, order.now());
        if (record.state() != RecordState.IN_FORCE) {
            throw new CreditException(RecordError.RECORD_ENDED, id);
        }
        LocalDate lastDay = state == RecordState.REPAIRED
                ? order.today().minusDays(1)
                : record.validFrom().minusDays(1);
        jdbc.sql("""
                        insert into record.version
                            (subject_id, record_id, version, change_id, item_id, authority, state, severity, decided_on,
                             valid_from, valid_until, public_from, public_until, late, submission_id, line, content_hash,
                             payload, protected)
                        select subject_id, record_id, version + 1, :change, item_id, authority, :state, severity,
                               decided_on, valid_from, :lastDay, null, null, late, submission_id, line, content_hash,
                               payload, protected
                        from record.version where subject_id = :subject and record_id = :id and version = :version
                        """)
                .param("change", change.id().value())
                .param("state", state.name())
                .param("lastDay", lastDay)
                .param("subject", subject)
                .param("id", id.value())
                .param("version", record.version())
                .update();
        change.publish(new RecordEnded(record.subject(), id, state));
    }
}
