package org.xinheng.platform.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.item.DocumentNumber;
import org.xinheng.platform.access.Permission;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.packs.Packs;
import org.xinheng.platform.record.Records;
import org.xinheng.platform.record.StoredRecord;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.ItemId;
import org.xinheng.platform.shared.RecordId;
import org.xinheng.platform.shared.Role;

/** The records an agency answers for, as its own officers see them: what it decided itself, and those under it. */
@Component
public class OwnRecords {

    private final Records records;
    private final Packs packs;
    private final Order order;

    OwnRecords(Records records, Packs packs, Order order) {
        this.records = records;
        this.packs = packs;
        this.order = order;
    }

    /** Refuses with {@code RECORD_NOT_YOURS} what another agency decided. */
    public StoredRecord get(RecordId id, Actor actor) {
        if (!actor.may(Role.DECIDER)) {
            Permission.require(actor, Role.REPORTER);
        }
        var record = records.get(id, order.now());
        if (!isOf(record, actor)) {
            throw new CreditException(IntakeError.RECORD_NOT_YOURS);
        }
        return record;
    }

    /** Whether the actor's agency answers for it. */
    public boolean isOf(StoredRecord record, Actor actor) {
        return new Authorities(packs.today(), actor.requiredAgency()).answersFor(record.authority());
    }

    /** Of one item, the newest decision first; {@code after} is the last one of the page before. */
    public List<StoredRecord> list(ItemId item, @Nullable RecordId after, int limit, Actor actor) {
        Permission.require(actor, Role.REPORTER);
        return records.of(actor.requiredAgency(), item, after == null ? null : get(after, actor), limit, order.now());
    }

    /** Those that bear this document number, as it may be written. */
    public List<StoredRecord> byDocumentNumber(String number, Actor actor) {
        Permission.require(actor, Role.REPORTER);
        return records.byDocumentNumbers(
                actor.requiredAgency(), List.of(DocumentNumber.normalise(number)), order.now());
    }
}
