package org.xinheng.platform.disclosure;

import java.time.Instant;
import java.time.LocalDate;
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

    /** Answers to checks of these subjects, newest first. */
    List<Copy> copiesOf(Collection<SubjectId> subjects);

    /**
     * Which of these listings business systems were prompted with, and how late each of those answers knew.
     *
     * @param client only what went to this one; null for all
     */
    List<Prompted> prompted(Collection<ListingId> listings, @Nullable String client);

    /** Checks that asked about one of these persons since a day, whatever was answered. */
    List<QueryLog.Query> questionsAbout(Collection<SubjectId> persons, LocalDate since);

    /** A listing was the reason of a prompt to a business system. */
    record Prompted(ListingId listing, String client, AgencyId recipient, Instant knownAt) {}
}
