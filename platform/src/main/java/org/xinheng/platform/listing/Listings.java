package org.xinheng.platform.listing;

import java.lang.reflect.Array;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.pack.ListOrigin;
import org.xinheng.kernel.pack.Severity;
import org.xinheng.platform.audit.AsOf;
import org.xinheng.platform.audit.Change;
import org.xinheng.platform.audit.InForce;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.ListId;
import org.xinheng.platform.shared.ListingId;
import org.xinheng.platform.shared.RecordId;
import org.xinheng.platform.shared.SubjectId;
import org.xinheng.platform.vault.Opened;
import org.xinheng.platform.vault.Vault;
import tools.jackson.databind.json.JsonMapper;

/** All listings in their versions. */
@Repository
public class Listings {

    static final String COLUMNS = """
            select v.subject_id, v.listing_id, v.version, v.list_id, v.origin, v.state, v.determined_by, v.decided_on,
                   v.served_on, v.source_attested, v.valid_from, v.valid_until, v.public_from, v.payload, v.degree,
                   recorded.moment,
                   coalesce((select s.suspended from listing.suspension s join audit.change c on c.id = s.change_id
                             where s.subject_id = v.subject_id and s.listing_id = v.listing_id and c.moment <= :knownAt
                             order by s.version desc limit 1), false) as suspended
            from listing.version v join audit.change recorded on recorded.id = v.change_id
            """;

    private final JdbcClient jdbc;
    private final Vault vault;
    private final JsonMapper json;

    Listings(JdbcClient jdbc, Vault vault, JsonMapper json) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.json = json;
    }

    record Row(Listing listing, byte[] payload) {}

    /** The subject's listings in force on the day, as known at the moment: the first predicate. */
    public List<Listing> inForce(SubjectId subject, AsOf asOf) {
        return open(jdbc.sql(COLUMNS
                        + "where v.subject_id = any(subject.group_of(:subject, :knownAt)) and v.state = 'IN_FORCE' and "
                        + InForce.on("listing.version", "listing_id")
                        + "order by v.valid_from, v.listing_id")
                .param("subject", subject.value())
                .param("knownAt", Timestamp.from(asOf.knownAt()))
                .param("day", asOf.day())
                .query(Listings::row)
                .list());
    }

    /** The version known of each of the subject's listings, whatever its state. */
    public List<Listing> of(SubjectId subject, AsOf asOf) {
        return open(jdbc.sql(COLUMNS + "where v.subject_id = any(subject.group_of(:subject, :knownAt)) and "
                        + InForce.known("listing.version", "listing_id")
                        + "order by v.valid_from desc, v.listing_id")
                .param("subject", subject.value())
                .param("knownAt", Timestamp.from(asOf.knownAt()))
                .query(Listings::row)
                .list());
    }

    /** The version of one listing known at the moment asked for. */
    public Listing get(ListingId id, AsOf asOf) {
        return find(id, asOf).orElseThrow(() -> new CreditException(ListingError.LISTING_NOT_FOUND, id));
    }

    /** The same; empty when there was none yet. */
    public Optional<Listing> find(ListingId id, AsOf asOf) {
        var rows = jdbc.sql(COLUMNS + """
                        where (v.subject_id, v.listing_id) = (select subject_id, id from listing.listing where id = :id)
                        and
                        """ + InForce.known("listing.version", "listing_id"))
                .param("id", id.value())
                .param("knownAt", Timestamp.from(asOf.knownAt()))
                .query(Listings::row)
                .list();
        return open(rows).stream().findFirst();
    }

    /** Entries of a list in force on the day, after {@code after} in the order of ids, at most {@code limit}. */
    public List<Listing> entries(ListId list, AsOf asOf, @Nullable ListingId after, int limit) {
        return open(jdbc.sql(COLUMNS
                        + "where v.list_id = :list and v.state = 'IN_FORCE' and (:after::uuid is null or v.listing_id > :after) and "
                        + InForce.on("listing.version", "listing_id")
                        + "order by v.listing_id limit :limit")
                .param("list", list.value())
                .param("after", after == null ? null : after.value())
                .param("limit", limit)
                .param("knownAt", Timestamp.from(asOf.knownAt()))
                .param("day", asOf.day())
                .query(Listings::row)
                .list());
    }

    /** Appends a version; the first makes the listing. Within the running change. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void append(Listing listing, Change change) {
        append(List.of(listing), change);
    }

    /** Appends many versions at once, at most one of each listing. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void append(List<Listing> listings, Change change) {
        var first = listings.stream().filter(listing -> listing.version() == 1).toList();
        if (!first.isEmpty()) {
            jdbc.sql("""
                            insert into listing.listing (subject_id, id, list_id, origin, change_id)
                            select subject, id, list, origin, :change
                            from unnest(:subjects::uuid[], :ids::uuid[], :lists::text[], :origins::text[])
                                 as f (subject, id, list, origin)
                            """)
                    .param("change", change.id().value())
                    .param(
                            "subjects",
                            column(first, UUID.class, l -> l.subject().value()))
                    .param("ids", column(first, UUID.class, l -> l.id().value()))
                    .param("lists", column(first, String.class, l -> l.list().value()))
                    .param(
                            "origins",
                            column(first, String.class, l -> l.origin().name()))
                    .update();
        }
        var contents = new LinkedHashMap<UUID, byte[]>();
        listings.forEach(listing -> contents.put(listing.id().value(), json.writeValueAsBytes(listing.content())));
        var payloads = vault.sealAll(contents);
        jdbc.sql("""
                        insert into listing.version
                            (subject_id, listing_id, version, change_id, list_id, origin, state, determined_by, decided_on,
                             served_on, source_attested, valid_from, valid_until, public_from, payload,
                             content_hash, degree)
                        select subject, id, version, :change, list, origin, state, determined_by, decided_on, served_on,
                               attested, valid_from, valid_until, public_from, payload, content, degree
                        from unnest(:subjects::uuid[], :ids::uuid[], :versions::int[], :lists::text[], :origins::text[],
                                    :states::text[], :determinedBy::text[], :decidedOn::date[], :servedOn::date[],
                                    :attested::boolean[], :validFrom::date[], :validUntil::date[],
                                    :publicFrom::date[], :payloads::bytea[], :contents::bytea[], :degrees::text[])
                             as f (subject, id, version, list, origin, state, determined_by, decided_on, served_on,
                                   attested, valid_from, valid_until, public_from, payload, content, degree)
                        """)
                .param("change", change.id().value())
                .param("subjects", column(listings, UUID.class, l -> l.subject().value()))
                .param("ids", column(listings, UUID.class, l -> l.id().value()))
                .param("versions", column(listings, Integer.class, Listing::version))
                .param("lists", column(listings, String.class, l -> l.list().value()))
                .param("origins", column(listings, String.class, l -> l.origin().name()))
                .param("states", column(listings, String.class, l -> l.state().name()))
                .param(
                        "determinedBy",
                        column(listings, String.class, l -> l.determinedBy().value()))
                .param("decidedOn", column(listings, Date.class, l -> date(l.decidedOn())))
                .param("servedOn", column(listings, Date.class, l -> date(l.servedOn())))
                .param("attested", column(listings, Boolean.class, Listing::sourceAttested))
                .param("validFrom", column(listings, Date.class, l -> date(l.validFrom())))
                .param("validUntil", column(listings, Date.class, l -> date(l.validUntil())))
                .param("publicFrom", column(listings, Date.class, l -> date(l.publicFrom())))
                .param("payloads", column(listings, byte[].class, l -> payloads.get(l.id().value())))
                .param("contents", column(listings, byte[].class, this::contentHash))
                .param("degrees", column(listings, String.class, l -> Objects.toString(l.degree(), null)))
                .update();
    }

    /** Held until this transaction ends, so that nobody else writes its next version meanwhile. */
    void hold(ListingId id) {
        var held = jdbc.sql("select subject_id from listing.listing where id = :id for update")
                .param("id", id.value())
                .query(UUID.class)
                .optional();
        if (held.isEmpty()) {
            throw new CreditException(ListingError.LISTING_NOT_FOUND, id);
        }
    }

    /** Appends a last version, sealed as it was, and says so; nothing where this transaction ended it already. */
    void end(Listing listing, ListingState state, LocalDate lastDay, Change change) {
        int ended = jdbc.sql("""
                        insert into listing.version
                            (subject_id, listing_id, version, change_id, list_id, origin, state, determined_by, decided_on,
                             served_on, source_attested, valid_from, valid_until, public_from, payload, content_hash, degree)
                        select subject_id, listing_id, version + 1, :change, list_id, origin, :state, determined_by,
                               decided_on, served_on, source_attested, valid_from, :lastDay, null, payload, content_hash, degree
                        from listing.version
                        where subject_id = :subject and listing_id = :id and version = :version
                        on conflict (subject_id, listing_id, version) do nothing
                        """)
                .param("change", change.id().value())
                .param("state", state.name())
                .param("lastDay", lastDay)
                .param("subject", listing.subject().value())
                .param("id", listing.id().value())
                .param("version", listing.version())
                .update();
        if (ended > 0) {
            change.publish(new ListingEnded(listing.subject(), listing.id(), state));
        }
    }

    /**
     * How a received listing stands before the next version is written.
     *
     * @param hash of what it says
     * @param deleted whether what it says was deleted: then it stays so
     */
    record Standing(ListingId listing, int version, ListingState state, byte[] hash, boolean deleted) {}

    /** Received listings by the record each came with: their newest versions, this transaction's own included. */
    Map<RecordId, Standing> received(Collection<RecordId> records) {
        var found = new HashMap<RecordId, Standing>();
        jdbc.sql("""
                        select e.record_id, v.listing_id, v.version, v.state, v.content_hash,
                               exists (select 1 from vault.shredded s where s.owner = v.listing_id) as deleted
                        from listing.evidence e
                        join lateral (
                            select listing_id, version, state, origin, content_hash from listing.version
                            where subject_id = e.subject_id and listing_id = e.listing_id
                            order by version desc limit 1) v on v.origin = 'RECEIVED'
                        where e.record_id = any(:records)
                        """)
                .param("records", records.stream().map(RecordId::value).toArray(UUID[]::new))
                .query(row -> {
                    found.put(
                            new RecordId(row.getObject("record_id", UUID.class)),
                            new Standing(
                                    new ListingId(row.getObject("listing_id", UUID.class)),
                                    row.getInt("version"),
                                    ListingState.valueOf(row.getString("state")),
                                    row.getBytes("content_hash"),
                                    row.getBoolean("deleted")));
                });
        return found;
    }

    /** Keyed hash of what a version says, without how it stands. */
    byte[] contentHash(Listing l) {
        var days = l.decidedOn() + " " + l.servedOn() + " " + l.sourceAttested() + " " + l.validFrom() + " "
                + l.validUntil();
        return vault.hash(
                "listing", l.list() + " " + l.determinedBy() + " " + days + " " + json.writeValueAsString(l.content()));
    }

    List<Listing> open(List<Row> rows) {
        var sealed = new LinkedHashMap<UUID, byte[]>();
        rows.forEach(row -> sealed.put(row.listing().id().value(), row.payload()));
        var opened = vault.openAll(sealed);
        var listings = new ArrayList<Listing>(rows.size());
        for (var row : rows) {
            var listing = row.listing();
            listings.add(
                    switch (opened.get(listing.id().value())) {
                        case Opened.Clear clear ->
                            with(listing, json.readValue(clear.bytes(), Listing.Content.class), null);
                        case Opened.Deleted gone -> with(listing, null, gone);
                        case null -> throw new IllegalStateException("not opened: " + listing.id());
                    });
        }
        return listings;
    }

    private static Listing with(Listing l, Listing.@Nullable Content content, Opened.@Nullable Deleted deleted) {
        return new Listing(
                l.id(),
                l.subject(),
                l.version(),
                l.list(),
                l.origin(),
                l.state(),
                l.determinedBy(),
                l.decidedOn(),
                l.servedOn(),
                l.sourceAttested(),
                l.validFrom(),
                l.validUntil(),
                l.publicFrom(),
                l.suspended(),
                content,
                deleted,
                l.recordedAt(),
                l.degree());
    }

    static Row row(ResultSet row, int number) throws SQLException {
        var degree = row.getString("degree");
        return new Row(
                new Listing(
                        new ListingId(row.getObject("listing_id", UUID.class)),
                        new SubjectId(row.getObject("subject_id", UUID.class)),
                        row.getInt("version"),
                        new ListId(row.getString("list_id")),
                        ListOrigin.valueOf(row.getString("origin")),
                        ListingState.valueOf(row.getString("state")),
                        new AgencyId(row.getString("determined_by")),
                        row.getDate("decided_on").toLocalDate(),
                        day(row.getDate("served_on")),
                        row.getBoolean("source_attested"),
                        row.getDate("valid_from").toLocalDate(),
                        day(row.getDate("valid_until")),
                        day(row.getDate("public_from")),
                        row.getBoolean("suspended"),
                        null,
                        null,
                        row.getTimestamp("moment").toInstant(),
                        degree == null ? null : Severity.valueOf(degree)),
                row.getBytes("payload"));
    }

    private static @Nullable LocalDate day(@Nullable Date date) {
        return date == null ? null : date.toLocalDate();
    }

    private static @Nullable Date date(@Nullable LocalDate day) {
        return day == null ? null : Date.valueOf(day);
    }

    @SuppressWarnings("unchecked")
    private static <R, T> @Nullable T[] column(List<R> rows, Class<T> type, Function<R, @Nullable T> value) {
        var column = (T[]) Array.newInstance(type, rows.size());
        for (int i = 0; i < column.length; i++) {
            column[i] = value.apply(rows.get(i));
        }
        return column;
    }
}
