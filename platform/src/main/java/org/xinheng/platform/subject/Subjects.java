package org.xinheng.platform.subject;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.IdGenerator;
import org.xinheng.kernel.pack.SubjectKind;
import org.xinheng.platform.audit.Change;
import org.xinheng.platform.shared.SubjectId;
import org.xinheng.platform.vault.Opened;
import org.xinheng.platform.vault.Vault;

/** Everyone the data is about. Organisations are found by code, others by a keyed hash of what identifies them. */
@Component
public class Subjects {

    private final JdbcClient jdbc;
    private final Vault vault;
    private final IdGenerator ids;

    Subjects(JdbcClient jdbc, Vault vault, IdGenerator ids) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.ids = ids;
    }

    /** The subject somebody means; empty when nobody here is identified by it. A person's name must agree as well. */
    public Optional<SubjectId> find(Identity identity) {
        return Optional.ofNullable(find(List.of(identity)).get(identity));
    }

    /** Those of many identities that are known here. */
    public Map<Identity, SubjectId> find(Collection<? extends Identity> identities) {
        var found = new HashMap<Identity, SubjectId>();
        findOrganisations(identities, found);
        findHashed(identities, found);
        return found;
    }

    /** Finds or establishes each of them, within the running change. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<Identity, SubjectId> establish(Collection<? extends Identity> identities, Change change) {
        var found = find(identities);
        var missing = identities.stream()
                .filter(identity -> !found.containsKey(identity))
                .distinct()
                .toList();
        if (missing.isEmpty()) {
            return found;
        }
        addOrganisations(missing, change);
        addHashed(missing, change);
        // Somebody else may have established one of them meanwhile: what counts is what stands there now.
        found.putAll(find(missing));
        return found;
    }

    public Subject get(SubjectId id) {
        var subject = get(List.of(id)).get(id);
        if (subject == null) {
            throw new CreditException(SubjectError.SUBJECT_NOT_FOUND, id);
        }
        return subject;
    }

    private record Row(UUID id, SubjectKind kind, String code, String name, byte[] sealed) {}

    /** Those of the ids that exist, names of persons masked. */
    public Map<SubjectId, Subject> get(Collection<SubjectId> wanted) {
        var rows = jdbc.sql("select id, kind, code, name, sealed from subject.subject where id = any(:ids)")
                .param("ids", wanted.stream().map(SubjectId::value).toArray(UUID[]::new))
                .query(Subjects::row)
                .list();
        var opened = vault.openAll(
                rows.stream().filter(row -> row.kind().personal()).collect(Collectors.toMap(Row::id, Row::sealed)));
        var subjects = new LinkedHashMap<SubjectId, Subject>();
        for (var row : rows) {
            var id = new SubjectId(row.id());
            if (!row.kind().personal()) {
                subjects.put(id, new Subject(id, row.kind(), row.code(), row.name()));
                continue;
            }
            var name = switch (opened.get(row.id())) {
                case Opened.Clear clear -> clear.text();
                case Opened.Deleted _ -> "（已删除）";
                case null -> throw new IllegalStateException("not opened: " + id);
            };
            subjects.put(id, Subject.personal(id, row.kind(), name));
        }
        return subjects;
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                SubjectKind.valueOf(row.getString("kind")),
                row.getString("code"),
                row.getString("name"),
                row.getBytes("sealed"));
    }

    /** A person's birth date, for the question of age; empty where the certificate does not show it. */
    public Optional<LocalDate> birthDate(SubjectId id) {
        return jdbc.sql("select sealed_birth from subject.subject where id = :id and sealed_birth is not null")
                .param("id", id.value())
                .query((row, _) -> row.getBytes("sealed_birth"))
                .optional()
                .flatMap(bytes -> vault.open(id.value(), bytes) instanceof Opened.Clear clear
                        ? Optional.of(LocalDate.parse(clear.text()))
                        : Optional.empty());
    }

    /** Present and former names of an organisation, and of those that are one with it. */
    public List<String> names(SubjectId id) {
        return jdbc.sql("""
                        select name from subject.name where subject_id = any(subject.group_of(:id, 'infinity'))
                        order by change_id desc
                        """).param("id", id.value()).query(String.class).list();
    }

    /** Whether this is one of the subject's present or former names; width, case and blanks do not matter. */
    public boolean isNamed(SubjectId id, String name) {
        var wanted = comparable(name);
        var sealed = jdbc.sql("""
                        select sealed from subject.subject where id = :id and sealed is not null
                        union all
                        select sealed from subject.name_version where subject_id = :id and sealed is not null
                        """).param("id", id.value()).query(byte[].class).list();
        if (sealed.isEmpty()) {
            return names(id).stream().anyMatch(known -> comparable(known).equals(wanted));
        }
        return sealed.stream()
                .anyMatch(bytes -> vault.open(id.value(), bytes) instanceof Opened.Clear clear
                        && comparable(clear.text()).equals(wanted));
    }

    private static String comparable(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .replaceAll("\\s+", "")
                .toLowerCase(Locale.ROOT);
    }

    /** Keyed hashes of whatever each of them is found by: for logs of questions about those not known yet. */
    public Map<SubjectId, List<byte[]>> hashes(Collection<SubjectId> wanted) {
        var hashes = new HashMap<SubjectId, List<byte[]>>();
        jdbc.sql("""
                        select s.id, s.code, i.hash from subject.subject s
                        left join subject.identifier i on i.subject_id = s.id where s.id = any(:ids)
                        """)
                .param("ids", wanted.stream().map(SubjectId::value).toArray(UUID[]::new))
                .query((row, _) -> {
                    var code = row.getString("code");
                    var hash = code == null ? row.getBytes("hash") : codeHash(code);
                    return Map.entry(new SubjectId(row.getObject("id", UUID.class)), hash);
                })
                .list()
                .forEach(entry -> hashes.computeIfAbsent(entry.getKey(), _ -> new ArrayList<>())
                        .add(entry.getValue()));
        return hashes;
    }

    private byte[] codeHash(String code) {
        return vault.hash("organisation", code);
    }

    private void findOrganisations(Collection<? extends Identity> identities, Map<Identity, SubjectId> found) {
        var byCode = new HashMap<String, List<Identity>>();
        for (var identity : identities) {
            if (identity instanceof Identity.Organisation organisation) {
                byCode.computeIfAbsent(organisation.code().value(), _ -> new ArrayList<>())
                        .add(identity);
            }
        }
        if (byCode.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        select id, code from subject.subject where code = any(:codes)
                        union all
                        select subject_id, code from subject.former_code f where code = any(:codes)
                          and not exists (select 1 from subject.subject where code = f.code)
                        """)
                .param("codes", byCode.keySet().toArray(String[]::new))
                .query((row, _) -> Map.entry(row.getString("code"), row.getObject("id", UUID.class)))
                .list()
                .forEach(entry -> byCode.getOrDefault(entry.getKey(), List.of())
                        .forEach(identity -> found.put(identity, new SubjectId(entry.getValue()))));
    }

    private void findHashed(Collection<? extends Identity> identities, Map<Identity, SubjectId> found) {
        var byHash = new HashMap<String, List<Identity>>();
        var hashes = new ArrayList<byte[]>();
        for (var identity : identities) {
            if (!(identity instanceof Identity.Organisation)) {
                var hash = hash(identity);
                byHash.computeIfAbsent(HexFormat.of().formatHex(hash), _ -> new ArrayList<>())
                        .add(identity);
                hashes.add(hash);
            }
        }
        if (hashes.isEmpty()) {
            return;
        }
        jdbc.sql("select hash, subject_id from subject.identifier where hash = any(:hashes)")
                .param("hashes", hashes.toArray(byte[][]::new))
                .query((row, _) -> Map.entry(
                        HexFormat.of().formatHex(row.getBytes("hash")), row.getObject("subject_id", UUID.class)))
                .list()
                .forEach(entry -> byHash.getOrDefault(entry.getKey(), List.of())
                        .forEach(identity -> found.put(identity, new SubjectId(entry.getValue()))));
    }

    private void addOrganisations(List<? extends Identity> missing, Change change) {
        var organisations = new LinkedHashMap<String, Identity.Organisation>();
        for (var identity : missing) {
            if (identity instanceof Identity.Organisation organisation) {
                organisations.putIfAbsent(organisation.code().value(), organisation);
            }
        }
        if (organisations.isEmpty()) {
            return;
        }
        int count = organisations.size();
        var fresh = new UUID[count];
        var kinds = new String[count];
        var codes = new String[count];
        var names = new String[count];
        int i = 0;
        for (var organisation : organisations.values()) {
            fresh[i] = ids.next();
            kinds[i] = organisation.kind().name();
            codes[i] = organisation.code().value();
            names[i] = organisation.name();
            i++;
        }
        jdbc.sql("""
                        with fresh as (
                            insert into subject.subject (id, kind, code, name, change_id)
                            select id, kind, code, name, :change
                            from unnest(:ids::uuid[], :kinds::text[], :codes::text[], :names::text[])
                                 as f (id, kind, code, name)
                            on conflict (code) do nothing
                            returning id, kind, name),
                        named as (
                            insert into subject.name (subject_id, name, change_id) select id, name, :change from fresh)
                        select id, kind from fresh
                        """)
                .param("change", change.id().value())
                .param("ids", fresh)
                .param("kinds", kinds)
                .param("codes", codes)
                .param("names", names)
                .query((row, _) -> new SubjectEstablished(
                        new SubjectId(row.getObject("id", UUID.class)), SubjectKind.valueOf(row.getString("kind"))))
                .list()
                .forEach(change::publish);
    }

    private void addHashed(List<? extends Identity> missing, Change change) {
        for (var identity : missing) {
            var name = switch (identity) {
                case Identity.Person person -> person.name();
                case Identity.SoleTrader trader -> trader.name();
                case Identity.Organisation _ -> null;
            };
            if (name == null) {
                continue;
            }
            // The lock is held until this change ends: nobody else establishes the same person meanwhile.
            var hash = hash(identity);
            jdbc.sql("select pg_advisory_xact_lock(:lock)")
                    .param("lock", ByteBuffer.wrap(hash).getLong())
                    .query((_, _) -> true)
                    .single();
            if (find(identity).isPresent()) {
                continue;
            }
            var id = ids.next();
            var birth = identity instanceof Identity.Person person
                    ? person.birthDate().map(LocalDate::toString).orElse(null)
                    : null;
            jdbc.sql("""
                            with fresh as (
                                insert into subject.subject (id, kind, sealed, sealed_birth, change_id)
                                values (:id, :kind, :sealed, :birth, :change))
                            insert into subject.identifier (kind, hash, key_id, subject_id)
                            values (:kind, :hash, :key, :id)
                            """)
                    .param("id", id)
                    .param("kind", identity.kind().name())
                    .param("sealed", vault.seal(id, name.getBytes(StandardCharsets.UTF_8)))
                    .param("birth", birth == null ? null : vault.seal(id, birth.getBytes(StandardCharsets.US_ASCII)))
                    .param("change", change.id().value())
                    .param("hash", hash)
                    .param("key", vault.hashKey())
                    .update();
            change.publish(new SubjectEstablished(new SubjectId(id), identity.kind()));
        }
    }

    /** Lets somebody known here be found by this as well, within the running change. */
    void identify(SubjectId id, Identity identity) {
        jdbc.sql("""
                        insert into subject.identifier (kind, hash, key_id, subject_id)
                        values (:kind, :hash, :key, :id) on conflict do nothing
                        """)
                .param("kind", identity.kind().name())
                .param("hash", hash(identity))
                .param("key", vault.hashKey())
                .param("id", id.value())
                .update();
    }

    /** Keyed hash of what identifies somebody, whether or not anybody here is identified by it. */
    public byte[] hash(Identity identity) {
        return switch (identity) {
            case Identity.Person person ->
                vault.hash("person", person.type() + "\u0000" + person.number() + "\u0000" + person.name());
            case Identity.SoleTrader trader ->
                vault.hash("sole-trader", trader.code().value());
            case Identity.Organisation organisation ->
                codeHash(organisation.code().value());
        };
    }
}
