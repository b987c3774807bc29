package org.xinheng.platform.disclosure;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.ListingId;
import org.xinheng.platform.shared.SubjectId;

/**
 * Port to the log of checks: an answered check is a copy that left as well, and its log lies in a module further up.
 * Implemented there, so that the ledger is whole without keeping anything twice.
 */
public interface CheckCopies {

    /** Answers to checks of the subject, newest first. */
    List<Copy> copiesOf(SubjectId subject);

    /**
     * Which of these listings business systems were prompted with, and how late each of those answers knew.
     *
     * @param client only what went to this one; null for all
     */
    List<Prompted> prompted(Collection<ListingId> listings, @Nullable String client);

    /** A listing was the reason of a prompt to a business system. */
    record Prompted(ListingId listing, String client, AgencyId recipient, Instant knownAt) {}
}
