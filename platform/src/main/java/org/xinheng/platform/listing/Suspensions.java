package org.xinheng.platform.listing;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xinheng.platform.audit.Change;
import org.xinheng.platform.shared.ListingId;
import org.xinheng.platform.shared.SubjectId;

/** Intervals in which a listing's joint measures stand still. */
@Repository
class Suspensions {

    private final JdbcClient jdbc;

    Suspensions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Appends the change, if it is one, and says so. */
    void set(SubjectId subject, ListingId listing, boolean suspended, Change change) {
        int changed = jdbc.sql("""
                        insert into listing.suspension (subject_id, listing_id, version, change_id, suspended)
                        select :subject, :listing, coalesce(max(version), 0) + 1, :change, :suspended
                        from listing.suspension where subject_id = :subject and listing_id = :listing
                        having coalesce((array_agg(suspended order by version desc))[1], false) <> :suspended
                        """)
                .param("subject", subject.value())
                .param("listing", listing.value())
                .param("change", change.id().value())
                .param("suspended", suspended)
                .update();
        if (changed > 0) {
            change.publish(suspended ? new ListingSuspended(subject, listing) : new ListingResumed(subject, listing));
        }
    }
}
