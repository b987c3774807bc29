package org.xinheng.platform.intake;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.item.DocumentNumber;
import org.xinheng.kernel.item.Finding;
import org.xinheng.kernel.pack.FieldRole;
import org.xinheng.platform.access.Permission;
import org.xinheng.platform.audit.Changes;
import org.xinheng.platform.catalogue.Catalogue;
import org.xinheng.platform.record.RecordState;
import org.xinheng.platform.record.StoredRecord;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.RecordId;
import org.xinheng.platform.shared.Role;
import org.xinheng.platform.shared.SubmissionId;
import org.xinheng.platform.subject.Subjects;
import org.xinheng.platform.vault.Opened;
import org.xinheng.platform.vault.Vault;

/**
 * Corrects a record by a one-row form (更正): a new version with a reason. What makes it this record (authority, document
 * number, subject, day of decision) stays; where that is wrong, the record is withdrawn and reported anew.
 */
@Component
public class CorrectRecord {

    private final JdbcClient jdbc;
    private final OwnRecords own;
    private final CheckTypedRow check;
    private final ReceiveSubmission receive;
    private final Catalogue catalogue;
    private final Subjects subjects;
    private final Changes changes;
    private final Vault vault;

    CorrectRecord(
            JdbcClient jdbc,
            OwnRecords own,
            CheckTypedRow check,
            ReceiveSubmission receive,
            Catalogue catalogue,
            Subjects subjects,
            Changes changes,
            Vault vault) {
        this.jdbc = jdbc;
        this.own = own;
        this.check = check;
        this.receive = receive;
        this.catalogue = catalogue;
        this.subjects = subjects;
        this.changes = changes;
        this.vault = vault;
    }

    /** What became of a correction: sent in, or the row's errors. */
    public sealed interface Result {

        record Sent(SubmissionId submission) implements Result {}

        record Wrong(List<Finding> errors) implements Result {}
    }

    /**
     * @param values by field id
     * @param ground why
     * @param key the same key means the same correction; null = none
     */
    @Transactional
    public Result correct(
            RecordId id, Map<String, @Nullable String> values, String ground, @Nullable String key, Actor actor) {
        Permission.require(actor, Role.REPORTER);
        if (ground.isBlank()) {
            throw new CreditException(IntakeError.REASON_MISSING);
        }
        var record = own.get(id, actor);
        if (record.state() != RecordState.IN_FORCE) {
            throw new CreditException(IntakeError.RECORD_NOT_IN_FORCE);
        }
        return switch (check.check(actor, record.item(), values)) {
            case CheckTypedRow.Outcome.Wrong wrong -> new Result.Wrong(wrong.errors());
            case CheckTypedRow.Outcome.Right right -> {
                requireSame(record, right);
                var submission = receive.receive(actor, record.item(), List.of(values), key);
                write(record, submission, ground.strip(), actor);
                yield new Result.Sent(submission);
            }
        };
    }

    private void requireSame(StoredRecord record, CheckTypedRow.Outcome.Right right) {
        var row = right.row();
        var subject = subjects.find(row.identity());
        if (!row.authority().equals(record.authority())
                || !row.row().decidedOn().equals(record.decidedOn())
                || !row.row().key().documentNumber().equals(documentNumber(record))
                || subject.isEmpty()
                || !subject.get().equals(record.subject())) {
            throw new CreditException(IntakeError.CORRECTION_OF_ANOTHER);
        }
    }

    /** The record's document number as it counts; empty where its item has none. */
    private String documentNumber(StoredRecord record) {
        var field = catalogue.item(record.item()).field(FieldRole.DOCUMENT_NUMBER);
        return field == null ? "" : DocumentNumber.normalise(record.fields().getOrDefault(field.id(), ""));
    }

    /** Sent again under the same key it is the same submission, whose reason stands. */
    private void write(StoredRecord record, SubmissionId submission, String ground, Actor actor) {
        var written = jdbc.sql("select exists (select 1 from intake.correction where submission_id = :id)")
                .param("id", submission.value())
                .query(Boolean.class)
                .single();
        if (written) {
            return;
        }
        jdbc.sql("""
                        insert into intake.correction (submission_id, subject_id, record_id, change_id, ground)
                        values (:submission, :subject, :record, :change, :ground)
                        """)
                .param("submission", submission.value())
                .param("subject", record.subject().value())
                .param("record", record.id().value())
                .param("change", changes.open(actor).id().value())
                .param("ground", vault.seal(record.id().value(), ground.getBytes(StandardCharsets.UTF_8)))
                .update();
    }

    /** A correction that was sent, with its reason; null where it was deleted with the record. */
    public record Sent(
            SubmissionId submission, Instant at, @Nullable String ground) {}

    /** Corrections of a record by form, newest first. */
    public List<Sent> of(RecordId record) {
        var sent = new ArrayList<Sent>();
        jdbc.sql("""
                        select k.submission_id, c.moment, k.ground from intake.correction k
                        join audit.change c on c.id = k.change_id
                        where k.record_id = :id order by k.submission_id desc
                        """).param("id", record.value()).query(row -> {
            sent.add(new Sent(
                    new SubmissionId(row.getObject("submission_id", UUID.class)),
                    row.getTimestamp("moment").toInstant(),
                    vault.open(record.value(), row.getBytes("ground")) instanceof Opened.Clear clear
                            ? clear.text()
                            : null));
        });
        return sent;
    }
}
