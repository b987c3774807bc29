package org.xinheng.platform.intake;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinheng.kernel.CreditException;
import org.xinheng.platform.access.Permission;
import org.xinheng.platform.audit.Changes;
import org.xinheng.platform.record.EndRecord;
import org.xinheng.platform.record.RecordState;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.ItemId;
import org.xinheng.platform.shared.RecordId;
import org.xinheng.platform.shared.Role;
import org.xinheng.platform.shared.SubmissionId;

/**
 * Takes a submission back: whatever record stands as it said is withdrawn, and stays so if it is sent again. A small
 * submission is withdrawn at once, a large one chunk by chunk by the worker.
 */
@Component
public class RecallSubmission {

    private static final int CHUNK = 500;

    private final JdbcClient jdbc;
    private final Changes changes;
    private final EndRecord endRecord;
    private final SubmissionDesk desk;
    private final SendBack sendBack;

    RecallSubmission(JdbcClient jdbc, Changes changes, EndRecord endRecord, SubmissionDesk desk, SendBack sendBack) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.endRecord = endRecord;
        this.desk = desk;
        this.sendBack = sendBack;
    }

    private record Standing(String itemId, SubmissionState state) {}

    /** Refuses with {@code SUBMISSION_NOT_RECALLABLE} what was rejected or recalled already. */
    @Transactional
    public void recall(SubmissionId id, Actor actor) {
        Permission.require(actor, Role.REPORTER);
        var standing = jdbc.sql("""
                        select item_id, state from intake.submission where id = :id and agency = :agency for update
                        """)
                .param("id", id.value())
                .param("agency", actor.requiredAgency().value())
                .query(Standing.class)
                .optional()
                .orElseThrow(() -> new CreditException(IntakeError.SUBMISSION_NOT_FOUND));
        if (!standing.state().canBecome(SubmissionState.RECALLED)) {
            throw new CreditException(IntakeError.SUBMISSION_NOT_RECALLABLE, standing.state());
        }
        // A worker that is at it loses its claim here and finds out before its next commit.
        jdbc.sql("""
                        update intake.submission
                        set state = 'RECALLED', done = false, claim = null, lease_until = null, attempts = 0
                        where id = :id
                        """).param("id", id.value()).update();
        var change = changes.open(actor);
        change.publish(new SubmissionRecalled(id, actor.requiredAgency(), new ItemId(standing.itemId())));
        sendBack.recalled(id, actor, change);
        if (withdraw(id, actor) < CHUNK) {
            jdbc.sql("update intake.submission set done = true where id = :id")
                    .param("id", id.value())
                    .update();
        }
    }

    /** Withdraws the next chunk; whether there may be more. */
    @Transactional
    boolean goOn(Held held) {
        if (!desk.stillHeld(held, held.cursorLine())) {
            return false;
        }
        if (withdraw(held.id(), held.sender()) == CHUNK) {
            return true;
        }
        desk.done(held);
        return false;
    }

    private int withdraw(SubmissionId id, Actor actor) {
        var records = jdbc.sql("""
                        select v.record_id from record.version v
                        where v.submission_id = :id and v.state = 'IN_FORCE'
                          and not exists (select 1 from record.version later
                                          where later.subject_id = v.subject_id and later.record_id = v.record_id
                                            and later.version > v.version)
                        order by v.subject_id, v.record_id limit :limit
                        """)
                .param("id", id.value())
                .param("limit", CHUNK)
                .query(UUID.class)
                .list();
        records.forEach(record -> endRecord.end(new RecordId(record), RecordState.WITHDRAWN, actor));
        return records.size();
    }
}
