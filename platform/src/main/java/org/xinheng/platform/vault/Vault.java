package org.xinheng.platform.vault;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.xinheng.kernel.CreditException;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.ChangeId;

/**
 * Seals what is said about someone under a key of its owner (a record, a person, a file), which is itself wrapped by a
 * master key. Destroying the owner's key deletes what it sealed, wherever copies lie.
 */
@Component
public class Vault {

    private final JdbcClient jdbc;
    private final KeyFile keys;
    private final String hashKey;
    /** Copied for each hash, since making one takes longer than hashing a number. */
    private final Mac hasher;

    private final SecureRandom random = new SecureRandom();

    Vault(JdbcClient jdbc, KeyFile keys) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.hashKey = keys.current(KeyFile.Purpose.HASH);
        this.hasher = mac(keys.key(hashKey));
    }

    /** A value and the owner under whose key it is sealed. */
    public record Owned(UUID owner, byte[] clear) {}

    /** Seals one value under its owner's key, making the key if there is none yet. */
    @Transactional
    public byte[] seal(UUID owner, byte[] clear) {
        return sealAll(Map.of(owner, clear)).values().iterator().next();
    }

    /** Seals many values, each under its owner's key. The order of the result is that of {@code clear}. */
    @Transactional
    public Map<UUID, byte[]> sealAll(Map<UUID, byte[]> clear) {
        var values = clear.entrySet().stream()
                .map(entry -> new Owned(entry.getKey(), entry.getValue()))
                .toList();
        var sealed = sealAll(values);
        var result = new LinkedHashMap<UUID, byte[]>(clear.size() * 2);
        for (int i = 0; i < values.size(); i++) {
            result.put(values.get(i).owner(), sealed.get(i));
        }
        return result;
    }

    /** The same, where one owner may have several values. */
    @Transactional
    public List<byte[]> sealAll(List<Owned> values) {
        var owners = ensureKeys(values.stream().map(Owned::owner).collect(Collectors.toSet()));
        var sealing = new Sealing();
        var sealed = new ArrayList<byte[]>(values.size());
        for (var value : values) {
            sealed.add(sealing.seal(key(owners, value.owner()), value.owner(), 0, value.clear(), random));
        }
        return sealed;
    }

    /** Opens one value. */
    public Opened open(UUID owner, byte[] sealed) {
        return openAll(Map.of(owner, sealed)).values().iterator().next();
    }

    /** Opens many values, each sealed under its owner's key. */
    public Map<UUID, Opened> openAll(Map<UUID, byte[]> sealed) {
        if (sealed.isEmpty()) {
            return Map.of();
        }
        var owners = readKeys(sealed.keySet());
        var sealing = new Sealing();
        var opened = new LinkedHashMap<UUID, Opened>(sealed.size() * 2);
        Map<UUID, Opened.Deleted> deleted = owners.size() == sealed.size() ? Map.of() : deletions(sealed.keySet());
        sealed.forEach((owner, bytes) -> {
            var key = owners.get(owner);
            if (key != null) {
                opened.put(owner, new Opened.Clear(sealing.open(key, owner, 0, bytes)));
                return;
            }
            var deletion = deleted.get(owner);
            if (deletion == null) {
                throw new IllegalStateException("neither key nor deletion of " + owner);
            }
            opened.put(owner, deletion);
        });
        return opened;
    }

    /**
     * Destroys the owner's key by a recorded act. The caller publishes the fact in the same change.
     *
     * @param ground why, as a sentence citing its basis
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void shred(UUID owner, String ground, LocalDate day, Actor actor, ChangeId change) {
        int gone = jdbc.sql("delete from vault.data_key where owner = :owner")
                .param("owner", owner)
                .update();
        if (gone == 0) {
            throw new CreditException(VaultError.ALREADY_DELETED, owner);
        }
        jdbc.sql("""
                        insert into vault.shredded (owner, change_id, day, actor, ground)
                        values (:owner, :change, :day, :actor, :ground)
                        """)
                .param("owner", owner)
                .param("change", change.value())
                .param("day", day)
                .param("actor", actor.name())
                .param("ground", ground)
                .update();
    }

    /**
     * Destroys the keys of those owners that still have one, by a recorded act.
     *
     * @return whose were destroyed
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<UUID> shredAll(Collection<UUID> owners, String ground, LocalDate day, Actor actor, ChangeId change) {
        return jdbc.sql("""
                        with gone as (delete from vault.data_key where owner = any(:owners) returning owner)
                        insert into vault.shredded (owner, change_id, day, actor, ground)
                        select owner, :change, :day, :actor, :ground from gone
                        returning owner
                        """)
                .param("owners", owners.toArray(UUID[]::new))
                .param("change", change.value())
                .param("day", day)
                .param("actor", actor.name())
                .param("ground", ground)
                .query(UUID.class)
                .list();
    }

    /** When, by whom and why the owner's key was destroyed; empty where it was not. */
    public Optional<Opened.Deleted> deletion(UUID owner) {
        return Optional.ofNullable(deletions(List.of(owner)).get(owner));
    }

    /** Keyed hash (HMAC-SHA256) of an identifier, for equality search; {@code purpose} keeps kinds apart. */
    public byte[] hash(String purpose, String value) {
        try {
            var mac = (Mac) hasher.clone();
            return mac.doFinal((purpose + "\u0000" + value).getBytes(StandardCharsets.UTF_8));
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Id of the key that {@link #hash} uses. */
    public String hashKey() {
        return hashKey;
    }

    static byte[] mac(byte[] key, String text) {
        return mac(key).doFinal(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Mac mac(byte[] key) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The owner's key; made when there is none. */
    byte[] ensureKey(UUID owner) {
        return key(ensureKeys(List.of(owner)), owner);
    }

    private static byte[] key(Map<UUID, byte[]> keys, UUID owner) {
        var key = keys.get(owner);
        if (key == null) {
            throw new CreditException(VaultError.ALREADY_DELETED, owner);
        }
        return key;
    }

    private Map<UUID, byte[]> ensureKeys(Collection<UUID> owners) {
        var known = readKeys(owners);
        var missing = owners.stream().filter(owner -> !known.containsKey(owner)).toArray(UUID[]::new);
        if (missing.length == 0) {
            return known;
        }
        var fresh = insertKeys(missing);
        known.putAll(fresh);
        if (fresh.size() < missing.length) {
            // Shredded, or made by somebody else meanwhile: what counts is what stands there now.
            known.putAll(readKeys(Arrays.stream(missing)
                    .filter(owner -> !fresh.containsKey(owner))
                    .toList()));
        }
        return known;
    }

    /** Makes keys for those who have none and never had; those that were made. */
    private Map<UUID, byte[]> insertKeys(UUID[] owners) {
        var master = keys.current(KeyFile.Purpose.MASTER);
        var sealing = new Sealing();
        var fresh = new HashMap<UUID, byte[]>(owners.length * 2);
        var wrapped = new byte[owners.length][];
        for (int i = 0; i < owners.length; i++) {
            var key = new byte[32];
            random.nextBytes(key);
            fresh.put(owners[i], key);
            wrapped[i] = sealing.seal(keys.key(master), owners[i], 0, key, random);
        }
        var made = new HashSet<>(jdbc.sql("""
                        insert into vault.data_key (owner, master_key, wrapped)
                        select k.owner, :master, k.wrapped from unnest(:owners::uuid[], :wrapped::bytea[]) k (owner, wrapped)
                        where not exists (select 1 from vault.shredded s where s.owner = k.owner)
                        on conflict (owner) do nothing
                        returning owner
                        """)
                .param("master", master)
                .param("owners", owners)
                .param("wrapped", wrapped)
                .query(UUID.class)
                .list());
        fresh.keySet().retainAll(made);
        return fresh;
    }

    private Map<UUID, byte[]> readKeys(Collection<UUID> owners) {
        var sealing = new Sealing();
        var found = new HashMap<UUID, byte[]>(owners.size() * 2);
        jdbc.sql("select owner, master_key, wrapped from vault.data_key where owner = any(:owners)")
                .param("owners", owners.toArray(UUID[]::new))
                .query(row -> {
                    var owner = row.getObject("owner", UUID.class);
                    found.put(
                            owner,
                            sealing.open(keys.key(row.getString("master_key")), owner, 0, row.getBytes("wrapped")));
                });
        return found;
    }

    private record Deletion(UUID owner, LocalDate day, String actor, String ground) {}

    private Map<UUID, Opened.Deleted> deletions(Collection<UUID> owners) {
        var found = new HashMap<UUID, Opened.Deleted>();
        jdbc.sql("select owner, day, actor, ground from vault.shredded where owner = any(:owners)")
                .param("owners", owners.toArray(UUID[]::new))
                .query(Deletion.class)
                .list()
                .forEach(d -> found.put(d.owner(), new Opened.Deleted(d.day(), d.actor(), d.ground())));
        return found;
    }
}
