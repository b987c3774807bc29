package org.xinheng.platform.listing;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinheng.kernel.IdGenerator;
import org.xinheng.platform.audit.Change;

/** The decision the database demands behind a listing, for tests that put one into force without its procedure. */
public final class Decided {

    private Decided() {}

    public static void before(Listing listing, JdbcClient jdbc, IdGenerator ids, Change change) {
        jdbc.sql("""
                        with determined as (
                            insert into listing.determination
                                (subject_id, id, list_id, agency_id, proposed_for, proposed_by, change_id)
                            values (:subject, :id, :list, :agency, :agency, 'test-proposer', :change)
                            returning subject_id, id)
                        insert into listing.decision
                            (subject_id, listing_id, determination_id, proposed_by, decided_by, decided_on, document_hash,
                             change_id)
                        select subject_id, :listing, id, 'test-proposer', 'test-decider', :day, '\\x00', :change
                        from determined
                        """)
                .param("subject", listing.subject().value())
                .param("id", ids.next())
                .param("list", listing.list().value())
                .param("agency", listing.determinedBy().value())
                .param("change", change.id().value())
                .param("listing", listing.id().value())
                .param("day", listing.decidedOn())
                .update();
    }
}
