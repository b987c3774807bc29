package org.xinheng.platform.intake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.xinheng.kernel.item.CheckedRow;
import org.xinheng.kernel.item.Rule;
import org.xinheng.kernel.pack.FieldRole;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.listing.RemoveReceived;
import org.xinheng.platform.record.Acceptance;
import org.xinheng.platform.record.EndRecord;
import org.xinheng.platform.record.RecordState;
import org.xinheng.platform.record.Records;
import org.xinheng.platform.record.StoredRecord;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.RecordId;
import org.xinheng.platform.shared.SubjectId;
import org.xinheng.platform.subject.Identity;

/** Rows that revoke an earlier decision (R12): it must stand here, and the sender must answer for it. */
@Component
class Revocations {

    /** The kind of revocation that leaves the decision standing with other content. */
    private static final String CHANGED = "变更";

    /** The kind by which a source takes its entry off a list from that day on. */
    private static final String REMOVED = "移出";

    private final Records records;
    private final EndRecord endRecord;
    private final RemoveReceived removeReceived;
    private final Order order;

    Revocations(Records records, EndRecord endRecord, RemoveReceived removeReceived, Order order) {
        this.removeReceived = removeReceived;
        this.records = records;
        this.endRecord = endRecord;
        this.order = order;
    }

    /** The rows whose decision was found; the others are refused. */
    List<PlacedRow> withTargets(
            List<PlacedRow> rows, Map<Identity, SubjectId> known, RowPlacing placing, TakeRows.Tally tally) {
        var found = new ArrayList<PlacedRow>(rows.size());
        for (var placed : rows) {
            var target = target(placed, known, placing);
            if (target.isEmpty()) {
                tally.refuse(refusal(
                        placed,
                        placing,
                        "没有收到过这一相对人的这个文号，请核对原决定书文号和相对人。",
                        "Nothing of this counterparty with this document number is here; please check both."));
            } else if (!placing.authorities().answersFor(target.get().authority())) {
                tally.refuse(refusal(
                        placed,
                        placing,
                        "原决定由其他单位报送，只能由该单位或者其上级撤销。",
                        "The decision was sent in by another agency; only that agency or its superior revokes it."));
            } else if (removes(placed, placing)
                    && !removeReceived.removable(target.get().id())) {
                tally.refuse(
                        refusal(
                                placed,
                                placing,
                                "这个文号不是来源单位报送的名单列入信息，不能移出；撤销决定请选择“撤销”。",
                                "This document number is no entry of a list sent in by its source and cannot be taken off one; to revoke a decision choose 撤销."));
            } else {
                found.add(placed);
            }
        }
        return found;
    }

    private static CheckedRow.Refused refusal(PlacedRow placed, RowPlacing placing, String sentence, String english) {
        return placing.refusal(placed.row(), FieldRole.REVOKED_DOCUMENT_NUMBER, Rule.R12, sentence, english);
    }

    /** Annuls or removes what the accepted rows revoke. A decision that was changed stays: its new content follows as a correction. */
    void annul(
            List<PlacedRow> rows,
            List<Acceptance> acceptances,
            Map<Identity, SubjectId> known,
            RowPlacing placing,
            Actor sender) {
        var annulled = new HashSet<RecordId>();
        for (int i = 0; i < rows.size(); i++) {
            var outcome = acceptances.get(i).outcome();
            if (outcome != Acceptance.Outcome.NEW && outcome != Acceptance.Outcome.CORRECTION) {
                continue;
            }
            if (CHANGED.equals(placing.value(rows.get(i).row(), FieldRole.CATEGORY))) {
                continue;
            }
            var target = target(rows.get(i), known, placing).orElseThrow();
            if (target.state() != RecordState.IN_FORCE || !annulled.add(target.id())) {
                continue;
            }
            if (removes(rows.get(i), placing)) {
                removeReceived.remove(target.id(), rows.get(i).row().decidedOn(), sender);
            } else {
                endRecord.end(target.id(), RecordState.ANNULLED, sender);
            }
        }
    }

    private static boolean removes(PlacedRow placed, RowPlacing placing) {
        return REMOVED.equals(placing.value(placed.row(), FieldRole.CATEGORY));
    }

    private Optional<StoredRecord> target(PlacedRow placed, Map<Identity, SubjectId> known, RowPlacing placing) {
        var subject = known.get(placed.identity());
        var number = placing.value(placed.row(), FieldRole.REVOKED_DOCUMENT_NUMBER);
        return subject == null || number == null
                ? Optional.empty()
                : records.byDocumentNumber(subject, number).map(id -> records.get(id, order.now()));
    }
}
