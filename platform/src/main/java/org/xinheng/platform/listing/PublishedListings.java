package org.xinheng.platform.listing;

import java.sql.Timestamp;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xinheng.platform.audit.AsOf;
import org.xinheng.platform.audit.InForce;
import org.xinheng.platform.shared.ListId;
import org.xinheng.platform.shared.ListingId;

/**
 * Places on a list that stand on the portal: in force, published by that day and not contested. What is contested is
 * absent exactly like what has ended, so that objecting marks nobody.
 */
@Repository
public class PublishedListings {

    private static final String PUBLISHED = """
            where v.list_id = :list and v.state = 'IN_FORCE' and v.public_from <= :day
              and (:persons or exists (select 1 from subject.subject s where s.id = v.subject_id and s.code is not null))
              and not coalesce((select s.suspended from listing.suspension s join audit.change c on c.id = s.change_id
                                where s.subject_id = v.subject_id and s.listing_id = v.listing_id
                                  and c.moment <= :knownAt
                                order by s.version desc limit 1), false)
              and
            """ + InForce.on("listing.version", "listing_id");

    private final JdbcClient jdbc;
    private final Listings listings;

    PublishedListings(JdbcClient jdbc, Listings listings) {
        this.jdbc = jdbc;
        this.listings = listings;
    }

    /**
     * A page in the order of ids.
     *
     * @param persons whether a statute lets persons and sole traders stand there as well
     * @param after the last id of the page before; null for the first
     */
    public List<Listing> page(ListId list, AsOf asOf, boolean persons, @Nullable ListingId after, int limit) {
        return listings.open(asked(
                        Listings.COLUMNS + PUBLISHED
                                + "and (:after::uuid is null or v.listing_id > :after) order by v.listing_id limit :limit",
                        list,
                        asOf,
                        persons)
                .param("after", after == null ? null : after.value())
                .param("limit", limit)
                .query(Listings::row)
                .list());
    }

    /** How many there are. */
    public long count(ListId list, AsOf asOf, boolean persons) {
        return asked("select count(*) from listing.version v " + PUBLISHED, list, asOf, persons)
                .query(Long.class)
                .single();
    }

    private JdbcClient.StatementSpec asked(String sql, ListId list, AsOf asOf, boolean persons) {
        return jdbc.sql(sql)
                .param("list", list.value())
                .param("knownAt", Timestamp.from(asOf.knownAt()))
                .param("day", asOf.day())
                .param("persons", persons);
    }
}
