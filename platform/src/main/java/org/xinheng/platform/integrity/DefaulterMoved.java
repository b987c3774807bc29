package org.xinheng.platform.integrity;

import java.time.LocalDate;
import java.util.UUID;
import org.xinheng.platform.shared.Fact;
import org.xinheng.platform.shared.ListingId;
import org.xinheng.platform.shared.SubjectId;

/** Something was written in the ledger about a government body on the court's list. */
public record DefaulterMoved(SubjectId subject, UUID defaulter, ListingId listing, DefaulterStep step, LocalDate on)
        implements Fact {

    @Override
    public UUID reference() {
        return defaulter;
    }
}
