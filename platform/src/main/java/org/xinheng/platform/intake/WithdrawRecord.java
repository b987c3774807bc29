package org.xinheng.platform.intake;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.IdGenerator;
import org.xinheng.platform.access.AccessError;
import org.xinheng.platform.access.Permission;
import org.xinheng.platform.audit.Change;
import org.xinheng.platform.audit.Changes;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.casework.CaseDraft;
import org.xinheng.platform.casework.CaseKind;
import org.xinheng.platform.casework.CloseCase;
import org.xinheng.platform.casework.OpenCase;
import org.xinheng.platform.record.EndRecord;
import org.xinheng.platform.record.RecordState;
import org.xinheng.platform.record.Records;
import org.xinheng.platform.record.StoredRecord;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.RecordId;
import org.xinheng.platform.shared.Role;

/**
 * The deciding agency takes a record back (撤回): one proposes it with its ground, another decides, of the credit office
 * above where the agency has nobody else. The record ends by that
 * act, whatever rests on it ends with it, and reported again it stays ended.
 */
@Component
public class WithdrawRecord {

    private final JdbcClient jdbc;
    private final OwnRecords own;
    private final Records records;
    private final WithdrawalDesk desks;
    private final Order order;
    private final Withdrawals withdrawals;
    private final EndRecord endRecord;
    private final OpenCase openCase;
    private final CloseCase closeCase;
    private final Changes changes;
    private final IdGenerator ids;

    WithdrawRecord(
            JdbcClient jdbc,
            OwnRecords own,
            Records records,
            WithdrawalDesk desks,
            Order order,
            Withdrawals withdrawals,
            EndRecord endRecord,
            OpenCase openCase,
            CloseCase closeCase,
            Changes changes,
            IdGenerator ids) {
        this.jdbc = jdbc;
        this.own = own;
        this.records = records;
        this.desks = desks;
        this.order = order;
        this.withdrawals = withdrawals;
        this.endRecord = endRecord;
        this.openCase = openCase;
        this.closeCase = closeCase;
        this.changes = changes;
        this.ids = ids;
    }

    /** @param ground why, citing what it rests on */
    @Transactional
    public UUID propose(RecordId id, WithdrawalCause cause, String ground, Actor actor) {
        Permission.require(actor, Role.REPORTER);
        if (ground.isBlank()) {
            throw new CreditException(IntakeError.REASON_MISSING);
        }
        lock(id);
        var record = inForce(own.get(id, actor));
        if (withdrawals.of(id).stream().anyMatch(one -> one.standing() == Withdrawals.Standing.PROPOSED)) {
            throw new CreditException(IntakeError.WITHDRAWAL_NOT_OPEN);
        }
        var desk = desks.of(actor.requiredAgency(), actor.id());
        var change = changes.open(actor);
        var withdrawal = ids.next();
        jdbc.sql("""
                        insert into intake.withdrawal
                            (id, subject_id, record_id, agency, cause, ground, proposed_by, change_id)
                        values (:id, :subject, :record, :agency, :cause, :ground, :account, :change)
                        """)
                .param("id", withdrawal)
                .param("subject", record.subject().value())
                .param("record", id.value())
                .param("agency", actor.requiredAgency().value())
                .param("cause", cause.name())
                .param("ground", withdrawals.sealed(id, ground.strip()))
                .param("account", actor.id())
                .param("change", change.id().value())
                .update();
        openCase.open(
                new CaseDraft(
                        CaseKind.RECORD_WITHDRAWAL,
                        record.subject(),
                        id.value(),
                        desk.agency(),
                        desk.role(),
                        actor.id(),
                        null),
                change);
        publish(record, withdrawal, actor, cause, Withdrawals.Standing.PROPOSED, change);
        return withdrawal;
    }

    /** Refuses with {@code WITHDRAWAL_OWN} whoever proposed it. */
    @Transactional
    public void decide(RecordId id, boolean approved, Actor actor) {
        lock(id);
        var open = proposed(id);
        var record = inForce(record(id, actor));
        var proposed = open.orElseThrow(() -> new CreditException(IntakeError.WITHDRAWAL_NOT_FOUND));
        if (proposed.proposedBy().equals(actor.id())) {
            throw new CreditException(IntakeError.WITHDRAWAL_OWN);
        }
        if (!desks.mayDecide(proposed, actor)) {
            throw new CreditException(AccessError.NOT_PERMITTED, Role.DECIDER);
        }
        var change = changes.open(actor);
        jdbc.sql("""
                        insert into intake.withdrawal_decision (withdrawal_id, approved, decided_by, change_id)
                        values (:id, :approved, :account, :change)
                        """)
                .param("id", proposed.id())
                .param("approved", approved)
                .param("account", actor.id())
                .param("change", change.id().value())
                .update();
        closeCase.close(id.value(), change, CaseKind.RECORD_WITHDRAWAL);
        publish(
                record,
                proposed.id(),
                actor,
                proposed.cause(),
                approved ? Withdrawals.Standing.APPROVED : Withdrawals.Standing.REFUSED,
                change);
        if (approved) {
            endRecord.end(id, proposed.cause().state(), actor);
        }
    }

    /** Whether this officer is the second pair of eyes for what is proposed about the record now. */
    public boolean mayDecide(RecordId id, Actor actor) {
        return proposed(id).filter(one -> desks.mayDecide(one, actor)).isPresent();
    }

    /** A record for its own agency, and for whoever decides about taking it back. */
    public StoredRecord record(RecordId id, Actor actor) {
        return mayDecide(id, actor) ? records.get(id, order.now()) : own.get(id, actor);
    }

    private Optional<Withdrawals.Withdrawal> proposed(RecordId id) {
        return withdrawals.of(id).stream()
                .filter(one -> one.standing() == Withdrawals.Standing.PROPOSED)
                .findFirst();
    }

    private static StoredRecord inForce(StoredRecord record) {
        if (record.state() != RecordState.IN_FORCE) {
            throw new CreditException(IntakeError.RECORD_NOT_IN_FORCE);
        }
        return record;
    }

    /** Two who propose, or decide, at once wait for each other. */
    private void lock(RecordId id) {
        jdbc.sql("select id from record.record where id = :id for update")
                .param("id", id.value())
                .query(UUID.class)
                .list();
    }

    private static void publish(
            StoredRecord record,
            UUID withdrawal,
            Actor actor,
            WithdrawalCause cause,
            Withdrawals.Standing standing,
            Change change) {
        change.publish(new WithdrawalMoved(
                record.subject(), record.id(), withdrawal, actor.requiredAgency(), cause, standing));
    }
}
