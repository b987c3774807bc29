package org.xinheng.platform.integrity;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.SubjectId;

/**
 * An entry of a ledger: what it says never changes, what happens to it are steps.
 *
 * @param parent what it belongs to: the round of a score, the campaign of a subject, the listing of a defaulter's case
 * @param agency whose it is
 * @param due last day; null without one
 * @param content null where deleted
 * @param steps oldest first, at least one
 */
record LedgerEntry<C, S>(
        UUID id,
        @Nullable UUID parent,
        AgencyId agency,
        @Nullable SubjectId subject,
        LocalDate openedOn,
        @Nullable LocalDate due,
        @Nullable C content,
        List<LedgerStep<S>> steps) {

    LedgerStep<S> last() {
        return steps.getLast();
    }
}
