package org.xinheng.platform.listing;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.pack.CreditList;
import org.xinheng.kernel.pack.ListKind;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.record.Records;
import org.xinheng.platform.record.StoredRecord;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.RecordId;
import org.xinheng.platform.shared.SubjectId;

/** The records a determination rests on, and what makes them fit. */
@Component
class Evidence {

    private final Records records;
    private final Order order;

    Evidence(Records records, Order order) {
        this.records = records;
        this.order = order;
    }

    /**
     * The records, all of this subject (for a person whom a decision names: of the organisation), in force and of a kind the list names; for a serious or watch list at least one,
     * decided by the agency that proposes.
     */
    List<StoredRecord> require(CreditList list, SubjectId subject, AgencyId proposer, List<RecordId> ids) {
        boolean adverse = list.kind() != ListKind.INCENTIVE;
        if (adverse && ids.isEmpty()) {
            throw new CreditException(ListingError.EVIDENCE_MISSING, list.id());
        }
        var now = order.now();
        var found = new ArrayList<StoredRecord>();
        for (var id : ids) {
            var record = records.get(id, now);
            if (!record.subject().equals(subject)) {
                throw new CreditException(ListingError.EVIDENCE_OF_ANOTHER, id);
            }
            boolean fits = record.inForceOn(now.day())
                    && list.evidence().contains(record.item().value())
                    && (!adverse || record.authority().equals(proposer));
            if (!fits) {
                throw new CreditException(ListingError.EVIDENCE_MISSING, list.id());
            }
            found.add(record);
        }
        return found;
    }
}
