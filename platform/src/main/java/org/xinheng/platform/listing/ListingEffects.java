package org.xinheng.platform.listing;

import java.sql.Date;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.pack.MeasureOrigin;
import org.xinheng.platform.shared.ListId;
import org.xinheng.platform.shared.ListingId;
import org.xinheng.platform.shared.SubjectId;

/**
 * How listings stand by their newest version, the running transaction's own included: for those who hear of a listing in the
 * transaction that changes it.
 */
@Component
public class ListingEffects {

    private final JdbcClient jdbc;

    ListingEffects(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param joint whether joint measures follow from it: it is served, and not contested
     * @param validUntil last day of effect; null = until ended
     */
    public record Effect(
            ListId list, boolean joint, @Nullable LocalDate validUntil) {

        /** Whether a measure of this origin is in effect while the listing is in force. */
        public boolean brings(MeasureOrigin measure) {
            return measure == MeasureOrigin.OPERATIVE || joint;
        }
    }

    public Effect of(SubjectId subject, ListingId id) {
        return jdbc.sql("""
                        select v.list_id, v.valid_until,
                               (v.origin = 'DETERMINED_HERE' or v.source_attested)
                               and not coalesce((select s.suspended from listing.suspension s
                                                 where s.subject_id = v.subject_id and s.listing_id = v.listing_id
                                                 order by s.version desc limit 1), false) as joint
                        from listing.version v where v.subject_id = :subject and v.listing_id = :id
                        order by v.version desc limit 1
                        """)
                .param("subject", subject.value())
                .param("id", id.value())
                .query((row, _) -> {
                    Date until = row.getDate("valid_until");
                    return new Effect(
                            new ListId(row.getString("list_id")),
                            row.getBoolean("joint"),
                            until == null ? null : until.toLocalDate());
                })
                .optional()
                .orElseThrow(() -> new CreditException(ListingError.LISTING_NOT_FOUND, id));
    }
}
