package org.xinheng.platform.record;

import java.lang.reflect.Array;
import java.nio.charset.StandardCharsets;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.xinheng.kernel.IdGenerator;
import org.xinheng.platform.audit.Change;
import org.xinheng.platform.record.Acceptance.Outcome;
import org.xinheng.platform.shared.Fact;
import org.xinheng.platform.shared.RecordId;
import org.xinheng.platform.shared.SubjectId;
import org.xinheng.platform.vault.Vault;

/**
 * Takes checked rows in, a chunk at a time. The natural key decides: unknown is a new record, known with other content
 * a new version, known with the same content nothing; what was withdrawn, repaired or deleted stays so.
 */
@Component
public class AcceptRecords {

    private static final byte[] NOTHING = {};

    /** Rows written by one statement: more would make arrays of megabytes, which the collector has to treat apart. */
    private static final int SLICE = 500;

    private final JdbcClient jdbc;
    private final Vault vault;
    private final IdGenerator ids;

    AcceptRecords(JdbcClient jdbc, Vault vault, IdGenerator ids) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.ids = ids;
    }

    private record Known(UUID record, int version, byte[] contentHash, RecordState state, boolean deleted) {}

    private record Key(SubjectId subject, String item, String natural) {}

    private record Sealed(byte[][] payloads, @Nullable byte[][] guarded) {}

    private record Fresh(RecordDraft draft, UUID record, int version, byte[] contentHash) {}

    /** One acceptance for each draft, in their order. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Acceptance> accept(List<RecordDraft> drafts, Change change) {
        var naturalKeys = drafts.stream().map(this::naturalKey).toList();
        var known = know(drafts, naturalKeys, change);
        var acceptances = new ArrayList<Acceptance>(drafts.size());
        var fresh = new ArrayList<Fresh>();
        for (int i = 0; i < drafts.size(); i++) {
            var draft = drafts.get(i);
            var key = key(draft, naturalKeys.get(i));
            var content = vault.hash("content", draft.payload() + '\u0000' + draft.protectedPayload());
            var before = known.get(key);
            if (before == null) {
                throw new IllegalStateException("a key that was just ensured is missing");
            }
            Outcome outcome;
            if (before.version() == 0) {
                outcome = Outcome.NEW;
            } else if (before.state() != RecordState.IN_FORCE || before.deleted()) {
                outcome = Outcome.STAYS_ENDED;
            } else if (Arrays.equals(before.contentHash(), content)) {
                outcome = Outcome.DUPLICATE;
            } else {
                outcome = Outcome.CORRECTION;
            }
            if (outcome == Outcome.NEW || outcome == Outcome.CORRECTION) {
                int version = before.version() + 1;
                fresh.add(new Fresh(draft, before.record(), version, content));
                known.put(key, new Known(before.record(), version, content, RecordState.IN_FORCE, false));
            }
            acceptances.add(new Acceptance(new RecordId(before.record()), outcome));
        }
        for (int from = 0; from < fresh.size(); from += SLICE) {
            append(fresh.subList(from, Math.min(from + SLICE, fresh.size())), change);
        }
        fresh.forEach(row -> change.publish(fact(row)));
        return acceptances;
    }

    /** Ensures each key has a record and says how its newest version stands; version 0 = just made. */
    private Map<Key, Known> know(List<RecordDraft> drafts, List<byte[]> naturalKeys, Change change) {
        var known = begin(drafts, naturalKeys, change);
        var before = new ArrayList<RecordDraft>();
        var keys = new ArrayList<byte[]>();
        for (int i = 0; i < drafts.size(); i++) {
            if (!known.containsKey(key(drafts.get(i), naturalKeys.get(i)))) {
                before.add(drafts.get(i));
                keys.add(naturalKeys.get(i));
            }
        }
        if (!before.isEmpty()) {
            known.putAll(lock(before, keys));
        }
        return known;
    }

    /**
     * Begins a record for each key that has none; those that were begun. In one order, as {@link #lock} does, so that two
     * submissions with the same rows wait for each other and never crosswise.
     */
    private Map<Key, Known> begin(List<RecordDraft> drafts, List<byte[]> naturalKeys, Change change) {
        var fresh = new UUID[drafts.size()];
        Arrays.setAll(fresh, _ -> ids.next());
        var known = new HashMap<Key, Known>(drafts.size() * 2);
        jdbc.sql("""
                        insert into record.record (subject_id, id, item_id, natural_key, document_hash, change_id)
                        select subject, id, item, key, document, :change
                        from unnest(:subjects::uuid[], :ids::uuid[], :items::text[], :keys::bytea[], :documents::bytea[])
                             as f (subject, id, item, key, document)
                        order by subject, item, key
                        on conflict (subject_id, item_id, natural_key) do nothing
                        returning subject_id, id, item_id, natural_key
                        """)
                .param("change", change.id().value())
                .param(
                        "subjects",
                        column(drafts, UUID.class, draft -> draft.subject().value()))
                .param("ids", fresh)
                .param(
                        "items",
                        column(drafts, String.class, draft -> draft.item().value()))
                .param("keys", naturalKeys.toArray(byte[][]::new))
                .param("documents", column(drafts, byte[].class, draft -> documentHash(draft.documentNumber())))
                .query(row -> {
                    known.put(
                            key(row),
                            new Known(row.getObject("id", UUID.class), 0, NOTHING, RecordState.IN_FORCE, false));
                });
        return known;
    }

    /** Locks the records of keys that have one. */
    private Map<Key, Known> lock(List<RecordDraft> drafts, List<byte[]> naturalKeys) {
        var known = new HashMap<Key, Known>(drafts.size() * 2);
        jdbc.sql("""
                        with wanted as (
                            select r.subject_id, r.id, r.item_id, r.natural_key
                            from record.record r
                            join (select distinct subject, item, key
                                  from unnest(:subjects::uuid[], :items::text[], :keys::bytea[]) as f (subject, item, key)) k
                              on r.subject_id = k.subject and r.item_id = k.item and r.natural_key = k.key
                            order by r.subject_id, r.item_id, r.natural_key
                            for update of r)
                        select w.subject_id, w.id, w.item_id, w.natural_key, v.version, v.content_hash, v.state,
                               v.version is not null
                               and exists (select 1 from vault.shredded s where s.owner = w.id) as deleted
                        from wanted w
                        left join lateral (
                            select version, content_hash, state from record.version
                            where subject_id = w.subject_id and record_id = w.id
                            order by version desc limit 1) v on true
                        """)
                .param(
                        "subjects",
                        column(drafts, UUID.class, draft -> draft.subject().value()))
                .param(
                        "items",
                        column(drafts, String.class, draft -> draft.item().value()))
                .param("keys", naturalKeys.toArray(byte[][]::new))
                .query(row -> {
                    var state = row.getString("state");
                    known.put(
                            key(row),
                            new Known(
                                    row.getObject("id", UUID.class),
                                    row.getInt("version"),
                                    row.getBytes("content_hash"),
                                    state == null ? RecordState.IN_FORCE : RecordState.valueOf(state),
                                    row.getBoolean("deleted")));
                });
        return known;
    }

    private void append(List<Fresh> rows, Change change) {
        var sealed = seal(rows);
        jdbc.sql("""
                        insert into record.version
                            (subject_id, record_id, version, change_id, item_id, authority, state, severity, decided_on,
                             valid_from, valid_until, public_from, public_until, late, submission_id, line, content_hash,
                             payload, protected)
                        select subject, record, version, :change, item, authority, 'IN_FORCE', severity, decided_on,
                               valid_from, valid_until, public_from, public_until, late, submission, line, content,
                               payload, guarded
                        from unnest(:subjects::uuid[], :records::uuid[], :versions::int[], :items::text[],
                                    :authorities::text[], :severities::text[], :decided::date[], :from::date[],
                                    :until::date[], :publicFrom::date[], :publicUntil::date[], :late::boolean[],
                                    :submissions::uuid[], :lines::int[], :contents::bytea[], :payloads::bytea[],
                                    :guarded::bytea[])
                             as f (subject, record, version, item, authority, severity, decided_on, valid_from,
                                   valid_until, public_from, public_until, late, submission, line, content, payload,
                                   guarded)
                        """)
                .param("change", change.id().value())
                .param(
                        "subjects",
                        column(rows, UUID.class, row -> row.draft().subject().value()))
                .param("records", column(rows, UUID.class, Fresh::record))
                .param("versions", column(rows, Integer.class, Fresh::version))
                .param(
                        "items",
                        column(rows, String.class, row -> row.draft().item().value()))
                .param(
                        "authorities",
                        column(
                                rows,
                                String.class,
                                row -> row.draft().authority().value()))
                .param("severities", column(rows, String.class, AcceptRecords::severity))
                .param(
                        "decided",
                        column(rows, Date.class, row -> date(row.draft().decidedOn())))
                .param("from", column(rows, Date.class, row -> date(row.draft().validFrom())))
                .param("until", column(rows, Date.class, row -> date(row.draft().validUntil())))
                .param(
                        "publicFrom",
                        column(rows, Date.class, row -> date(row.draft().publicFrom())))
                .param(
                        "publicUntil",
                        column(rows, Date.class, row -> date(row.draft().publicUntil())))
                .param("late", column(rows, Boolean.class, row -> row.draft().late()))
                .param(
                        "submissions",
                        column(rows, UUID.class, row -> row.draft().submission().value()))
                .param("lines", column(rows, Integer.class, row -> row.draft().line()))
                .param("contents", column(rows, byte[].class, Fresh::contentHash))
                .param("payloads", sealed.payloads())
                .param("guarded", sealed.guarded())
                .update();
    }

    /** What may be known of each row and what is protected in it, sealed under its record's key. */
    private Sealed seal(List<Fresh> rows) {
        var clear = new ArrayList<Vault.Owned>(rows.size() * 2);
        for (var row : rows) {
            clear.add(owned(row, row.draft().payload()));
            if (row.draft().protectedPayload() != null) {
                clear.add(owned(row, row.draft().protectedPayload()));
            }
        }
        var sealed = vault.sealAll(clear).iterator();
        var payloads = new byte[rows.size()][];
        var guarded = new byte @Nullable [rows.size()][];
        for (int i = 0; i < rows.size(); i++) {
            payloads[i] = sealed.next();
            if (rows.get(i).draft().protectedPayload() != null) {
                guarded[i] = sealed.next();
            }
        }
        return new Sealed(payloads, guarded);
    }

    private static Vault.Owned owned(Fresh row, String clear) {
        return new Vault.Owned(row.record(), clear.getBytes(StandardCharsets.UTF_8));
    }

    private static Fact fact(Fresh row) {
        var draft = row.draft();
        var record = new RecordId(row.record());
        return row.version() == 1
                ? new RecordReceived(
                        draft.subject(),
                        record,
                        draft.item(),
                        draft.authority(),
                        draft.decidedOn(),
                        draft.publicFrom(),
                        draft.publicUntil(),
                        draft.submission())
                : new RecordCorrected(
                        draft.subject(),
                        record,
                        draft.item(),
                        draft.authority(),
                        draft.decidedOn(),
                        draft.publicFrom(),
                        draft.publicUntil(),
                        draft.submission());
    }

    private byte[] naturalKey(RecordDraft draft) {
        return vault.hash(
                "record", draft.authority() + "\u0000" + draft.documentNumber() + "\u0000" + draft.decidedOn());
    }

    byte[] documentHash(String documentNumber) {
        return vault.hash("document", documentNumber);
    }

    private static Key key(ResultSet row) throws SQLException {
        return new Key(
                new SubjectId(row.getObject("subject_id", UUID.class)),
                row.getString("item_id"),
                HexFormat.of().formatHex(row.getBytes("natural_key")));
    }

    private static Key key(RecordDraft draft, byte[] naturalKey) {
        return new Key(draft.subject(), draft.item().value(), HexFormat.of().formatHex(naturalKey));
    }

    private static @Nullable String severity(Fresh row) {
        var severity = row.draft().severity();
        return severity == null ? null : severity.name();
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
