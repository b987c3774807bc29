package org.xinheng.platform.listing;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.xinheng.platform.shared.ListingId;
import org.xinheng.platform.shared.RecordId;

/** Which records listings rest on. */
@Repository
public class ListingEvidence {

    private final JdbcClient jdbc;

    ListingEvidence(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Names the records a listing rests on. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void rest(Listing listing, List<RecordId> records) {
        rest(Map.of(listing, records));
    }

    private record Rest(Listing listing, RecordId record) {}

    /** Names the records each of many listings rests on. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void rest(Map<Listing, List<RecordId>> records) {
        var rests = records.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(record -> new Rest(entry.getKey(), record)))
                .toList();
        jdbc.sql("""
                        insert into listing.evidence (subject_id, listing_id, record_id)
                        select subject, listing, record
                        from unnest(:subjects::uuid[], :listings::uuid[], :records::uuid[])
                             as f (subject, listing, record)
                        """)
                .param(
                        "subjects",
                        rests.stream()
                                .map(rest -> rest.listing().subject().value())
                                .toArray(UUID[]::new))
                .param(
                        "listings",
                        rests.stream().map(rest -> rest.listing().id().value()).toArray(UUID[]::new))
                .param(
                        "records",
                        rests.stream().map(rest -> rest.record().value()).toArray(UUID[]::new))
                .update();
    }

    /** Records a listing rests on. */
    public List<RecordId> of(ListingId listing) {
        return jdbc
                .sql("select record_id from listing.evidence where listing_id = :id order by record_id")
                .param("id", listing.value())
                .query(UUID.class)
                .list()
                .stream()
                .map(RecordId::new)
                .toList();
    }

    /** Listings that rest on a record. */
    public List<ListingId> restingOn(RecordId record) {
        return jdbc
                .sql("select listing_id from listing.evidence where record_id = :id order by listing_id")
                .param("id", record.value())
                .query(UUID.class)
                .list()
                .stream()
                .map(ListingId::new)
                .toList();
    }
}
