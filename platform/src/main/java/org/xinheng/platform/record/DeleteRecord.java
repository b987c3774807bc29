package org.xinheng.platform.record;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinheng.kernel.CreditException;
import org.xinheng.platform.access.Permission;
import org.xinheng.platform.audit.Changes;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.RecordId;
import org.xinheng.platform.shared.Role;
import org.xinheng.platform.vault.Vault;

/**
 * Deletes what a record says (依法删除) by destroying its key: every version, wherever copies of the database lie. The
 * record has to have ended before; its structure stays and answers "deleted on … by … because …".
 */
@Component
public class DeleteRecord {

    private final JdbcClient jdbc;
    private final Records records;
    private final Vault vault;
    private final Changes changes;
    private final Order order;

    DeleteRecord(JdbcClient jdbc, Records records, Vault vault, Changes changes, Order order) {
        this.jdbc = jdbc;
        this.records = records;
        this.vault = vault;
        this.changes = changes;
        this.order = order;
    }

    /** @param ground why, as a sentence citing its basis; shown to whoever asks for the record */
    @Transactional
    public void delete(RecordId id, String ground, Actor actor) {
        Permission.require(actor, Role.CREDIT_OFFICE);
        if (ground.isBlank()) {
            throw new CreditException(RecordError.DELETION_WITHOUT_GROUND);
        }
        // Locked before it is read; a record that does not exist is refused by the reading.
        jdbc.sql("select id from record.record where id = :id for update")
                .param("id", id.value())
                .query(UUID.class)
                .list();
        var record = records.get(id, order.now());
        if (record.inForceOn(order.today())) {
            throw new CreditException(RecordError.RECORD_IN_FORCE, id);
        }
        var change = changes.open(actor);
        vault.shred(id.value(), ground, order.today(), actor, change.id());
        change.publish(new RecordDeleted(record.subject(), id));
    }
}
