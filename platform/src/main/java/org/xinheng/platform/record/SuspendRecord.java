package org.xinheng.platform.record;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinheng.kernel.CreditException;
import org.xinheng.platform.audit.Changes;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.RecordId;
import org.xinheng.platform.shared.SubjectId;

/**
 * Stops and restarts the joint measures that rest on a record while it is contested (暂停联合惩戒). An interval in
 * history: what was suspended when can be asked like everything else.
 */
@Component
public class SuspendRecord {

    private final JdbcClient jdbc;
    private final Changes changes;

    SuspendRecord(JdbcClient jdbc, Changes changes) {
        this.jdbc = jdbc;
        this.changes = changes;
    }

    @Transactional
    public void suspend(RecordId id, Actor actor) {
        set(id, true, actor);
    }

    @Transactional
    public void resume(RecordId id, Actor actor) {
        set(id, false, actor);
    }

    private void set(RecordId id, boolean suspended, Actor actor) {
        var change = changes.open(actor);
        var subject = jdbc.sql("select subject_id from record.record where id = :id for update")
                .param("id", id.value())
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> new CreditException(RecordError.RECORD_NOT_FOUND, id));
        int changed = jdbc.sql("""
                        insert into record.suspension (subject_id, record_id, version, change_id, suspended)
                        select :subject, :id, coalesce(max(version), 0) + 1, :change, :suspended
                        from record.suspension where subject_id = :subject and record_id = :id
                        having coalesce((array_agg(suspended order by version desc))[1], false) <> :suspended
                        """)
                .param("subject", subject)
                .param("id", id.value())
                .param("change", change.id().value())
                .param("suspended", suspended)
                .update();
        if (changed == 0) {
            throw new CreditException(RecordError.SUSPENSION_UNCHANGED, id);
        }
        var about = new SubjectId(subject);
        change.publish(suspended ? new RecordSuspended(about, id) : new RecordResumed(about, id));
    }
}
