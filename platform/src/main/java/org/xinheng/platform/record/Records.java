package org.xinheng.platform.record;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.pack.Severity;
import org.xinheng.platform.audit.AsOf;
import org.xinheng.platform.audit.InForce;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.ItemId;
import org.xinheng.platform.shared.RecordId;
import org.xinheng.platform.shared.SubjectId;
import org.xinheng.platform.vault.Opened;
import org.xinheng.platform.vault.Vault;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads records as they were known at a moment. */
@Component
public class Records {

    private static final String COLUMNS = """
            select v.subject_id, v.record_id, v.version, v.item_id, v.authority, v.state, v.severity, v.decided_on,
                   v.valid_from, v.valid_until, v.public_from, v.public_until, v.late, v.submission_id, v.payload,
                   recorded.moment,
                   coalesce((select s.suspended from record.suspension s join audit.change c on c.id = s.change_id
                             where s.subject_id = v.subject_id and s.record_id = v.record_id and c.moment <= :knownAt
                             order by s.version desc limit 1), false) as suspended
            from record.version v join audit.change recorded on recorded.id = v.change_id
            """;

    private final JdbcClient jdbc;
    private final Vault vault;
    private final JsonMapper json;

    Records(JdbcClient jdbc, Vault vault, JsonMapper json) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.json = json;
    }

    private record Row(StoredRecord record, byte[] payload) {}

    /** The version known of each of the subject's records, whatever its state, newest decision first. */
    public List<StoredRecord> of(SubjectId subject, AsOf asOf) {
        return open(jdbc.sql(COLUMNS + "where v.subject_id = any(subject.group_of(:subject, :knownAt)) and "
                        + InForce.known("record.version", "record_id")
                        + "order by v.decided_on desc, v.record_id")
                .param("subject", subject.value())
                .param("knownAt", Timestamp.from(asOf.knownAt()))
                .query(Records::row)
                .list());
    }

    /** Those of the subject's records that count on the day asked for. */
    public List<StoredRecord> inForce(SubjectId subject, AsOf asOf) {
        return open(jdbc.sql(COLUMNS
                        + "where v.subject_id = any(subject.group_of(:subject, :knownAt)) and v.state = 'IN_FORCE' and "
                        + InForce.on("record.version", "record_id")
                        + "order by v.decided_on desc, v.record_id")
                .param("subject", subject.value())
                .param("knownAt", Timestamp.from(asOf.knownAt()))
                .param("day", asOf.day())
                .query(Records::row)
                .list());
    }

    /**
     * Records of organisations that count on the day asked for, after the given ones in the order of subjects and ids, at
     * most {@code limit}.
     *
     * @param items only of these; null = all
     */
    public List<StoredRecord> ofOrganisations(
            AsOf asOf, @Nullable Collection<ItemId> items, UUID afterSubject, UUID afterRecord, int limit) {
        return open(jdbc.sql(COLUMNS
                        + "join subject.subject holder on holder.id = v.subject_id and holder.code is not null "
                        + "where v.state = 'IN_FORCE' and (v.subject_id, v.record_id) > (:subject, :record) "
                        + "and (:items::text[] is null or v.item_id = any(:items)) and "
                        + InForce.on("record.version", "record_id")
                        + "order by v.subject_id, v.record_id limit :limit")
                .param(
                        "items",
                        items == null ? null : items.stream().map(ItemId::value).toArray(String[]::new))
                .param("subject", afterSubject)
                .param("record", afterRecord)
                .param("limit", limit)
                .param("knownAt", Timestamp.from(asOf.knownAt()))
                .param("day", asOf.day())
                .query(Records::row)
                .list());
    }

    /** The version of one record known at the moment asked for. */
    public StoredRecord get(RecordId id, AsOf asOf) {
        return find(id, asOf).orElseThrow(() -> new CreditException(RecordError.RECORD_NOT_FOUND, id));
    }

    /** The same; empty when there was none yet. */
    public Optional<StoredRecord> find(RecordId id, AsOf asOf) {
        var subject = jdbc.sql("select subject_id from record.record where id = :id")
                .param("id", id.value())
                .query(UUID.class)
                .optional();
        if (subject.isEmpty()) {
            return Optional.empty();
        }
        var rows = jdbc.sql(COLUMNS + "where v.subject_id = :subject and v.record_id = :id and "
                        + InForce.known("record.version", "record_id"))
                .param("subject", subject.get())
                .param("id", id.value())
                .param("knownAt", Timestamp.from(asOf.knownAt()))
                .query(Records::row)
                .list();
        return open(rows).stream().findFirst();
    }

    /** The subject's record with this document number (文号), if there is one. */
    public Optional<RecordId> byDocumentNumber(SubjectId subject, String documentNumber) {
        return jdbc.sql("""
                        select id from record.record where subject_id = :subject and document_hash = :hash
                        order by id limit 1
                        """)
                .param("subject", subject.value())
                .param("hash", vault.hash("document", documentNumber))
                .query(UUID.class)
                .optional()
                .map(RecordId::new);
    }

    /**
     * Records of an item that an agency answers for, whatever their state, the newest decision first.
     *
     * @param after the last one of the page before; null = from the newest
     */
    public List<StoredRecord> of(AgencyId authority, ItemId item, @Nullable StoredRecord after, int limit, AsOf asOf) {
        return open(jdbc.sql(COLUMNS + """
                        where v.authority = :authority and v.item_id = :item
                          and (:day::date is null or (v.decided_on, v.record_id) < (:day::date, :id::uuid)) and
                        """ + InForce.known("record.version", "record_id")
                        + "order by v.decided_on desc, v.record_id desc limit :limit")
                .param("authority", authority.value())
                .param("item", item.value())
                .param("day", after == null ? null : after.decidedOn())
                .param("id", after == null ? null : after.id().value())
                .param("knownAt", Timestamp.from(asOf.knownAt()))
                .param("limit", limit)
                .query(Records::row)
                .list());
    }

    /** Those of an agency's records, of any item, that bear one of these document numbers (文号). */
    public List<StoredRecord> byDocumentNumbers(AgencyId authority, List<String> documentNumbers, AsOf asOf) {
        return open(jdbc.sql(COLUMNS + """
                        join record.record r on r.subject_id = v.subject_id and r.id = v.record_id
                        where r.document_hash = any(:hashes) and v.authority = :authority and
                        """ + InForce.known("record.version", "record_id")
                        + "order by v.decided_on desc, v.record_id desc")
                .param(
                        "hashes",
                        documentNumbers.stream()
                                .map(number -> vault.hash("document", number))
                                .toArray(byte[][]::new))
                .param("authority", authority.value())
                .param("knownAt", Timestamp.from(asOf.knownAt()))
                .query(Records::row)
                .list());
    }

    private List<StoredRecord> open(List<Row> rows) {
        var sealed = new LinkedHashMap<UUID, byte[]>();
        rows.forEach(row -> sealed.put(row.record().id().value(), row.payload()));
        var opened = vault.openAll(sealed);
        var records = new ArrayList<StoredRecord>(rows.size());
        for (var row : rows) {
            var record = row.record();
            records.add(
                    switch (opened.get(record.id().value())) {
                        case Opened.Clear clear -> with(record, fields(clear.text()), null);
                        case Opened.Deleted gone -> with(record, Map.of(), gone);
                        case null -> throw new IllegalStateException("not opened: " + record.id());
                    });
        }
        return records;
    }

    private Map<String, String> fields(String payload) {
        return json.readValue(payload, new TypeReference<LinkedHashMap<String, String>>() {});
    }

    private static StoredRecord with(StoredRecord r, Map<String, String> fields, Opened.@Nullable Deleted deleted) {
        return new StoredRecord(
                r.id(),
                r.subject(),
                r.version(),
                r.item(),
                r.authority(),
                r.state(),
                r.severity(),
                r.decidedOn(),
                r.validFrom(),
                r.validUntil(),
                r.publicFrom(),
                r.publicUntil(),
                r.late(),
                r.submission(),
                r.receivedAt(),
                r.suspended(),
                fields,
                deleted);
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        var severity = row.getString("severity");
        return new Row(
                new StoredRecord(
                        new RecordId(row.getObject("record_id", UUID.class)),
                        new SubjectId(row.getObject("subject_id", UUID.class)),
                        row.getInt("version"),
                        new ItemId(row.getString("item_id")),
                        new AgencyId(row.getString("authority")),
                        RecordState.valueOf(row.getString("state")),
                        severity == null ? null : Severity.valueOf(severity),
                        row.getDate("decided_on").toLocalDate(),
                        row.getDate("valid_from").toLocalDate(),
                        day(row.getDate("valid_until")),
                        day(row.getDate("public_from")),
                        day(row.getDate("public_until")),
                        row.getBoolean("late"),
                        row.getObject("submission_id", UUID.class),
                        row.getTimestamp("moment").toInstant(),
                        row.getBoolean("suspended"),
                        Map.of(),
                        null),
                row.getBytes("payload"));
    }

    private static @Nullable LocalDate day(@Nullable Date date) {
        return date == null ? null : date.toLocalDate();
    }
}
