package org.xinheng.platform.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.Set;
import org.xinheng.kernel.CreditException;

/**
 * The keys outside the database: one line for each, purpose, id and the key in base64. The last key of a purpose is the
 * one new things are sealed with; earlier ones open what they sealed. The file is readable by its owner alone and is
 * kept apart from the data.
 */
public final class KeyFile {

    /** What a key is for. */
    public enum Purpose {
        /** Wraps the keys of records and files; 256 bits, AES. */
        MASTER,
        /** Hashes identifiers for search; 256 bits, HMAC-SHA256. */
        HASH,
        /** Signs access tokens; an RSA private key in PKCS 8. */
        TOKEN
    }

    private final SequencedMap<String, byte[]> keys = new LinkedHashMap<>();

    private KeyFile(List<String> lines) {
        for (var line : lines) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            var parts = line.strip().split("\\s+");
            if (parts.length != 2) {
                throw new IllegalArgumentException("a line of the key file is neither a comment nor an id and a key");
            }
            keys.put(parts[0], Base64.getDecoder().decode(parts[1]));
        }
    }

    public static KeyFile read(Path file) {
        try {
            return new KeyFile(Files.readAllLines(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a new key file with a first key for each purpose, readable by its owner alone. */
    public static KeyFile create(Path file) {
        var random = new SecureRandom();
        var lines = new ArrayList<String>();
        lines.add("# Keys of Xinheng. Without this file the data cannot be read: keep a copy apart from the data.");
        for (var purpose : Purpose.values()) {
            lines.add(purpose.name().toLowerCase(Locale.ROOT) + "-1 "
                    + Base64.getEncoder().encodeToString(newKey(purpose, random)));
        }
        try {
            var directory = file.toAbsolutePath().getParent();
            Files.createDirectories(directory);
            var fresh = Files.createTempFile(
                    directory,
                    "keys",
                    ".new",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(fresh, lines);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new KeyFile(lines);
    }

    private static byte[] newKey(Purpose purpose, SecureRandom random) {
        if (purpose == Purpose.TOKEN) {
            try {
                var generator = KeyPairGenerator.getInstance("RSA");
                generator.initialize(2048, random);
                return generator.generateKeyPair().getPrivate().getEncoded();
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
        var key = new byte[32];
        random.nextBytes(key);
        return key;
    }

    public Set<String> ids() {
        return keys.keySet();
    }

    /** The key with this id. */
    public byte[] key(String id) {
        var key = keys.get(id);
        if (key == null) {
            throw new CreditException(VaultError.KEY_FILE_MISSING, id);
        }
        return key;
    }

    /** Whether it holds the key with this id that the proof was made with. */
    public boolean proves(String id, byte[] proof) {
        var key = keys.get(id);
        return key != null && MessageDigest.isEqual(proof, Vault.mac(key, id));
    }

    /** Tells these keys from those of other data and gives none of them away; a rotation does not change it. */
    public String fingerprint() {
        var first = keys.sequencedKeySet().stream()
                .filter(id -> id.startsWith("master-"))
                .findFirst()
                .orElseThrow(() -> new CreditException(VaultError.KEY_FILE_MISSING, "master-"));
        return HexFormat.of().formatHex(Vault.mac(key(first), "fingerprint"), 0, 16);
    }

    /** Id of the key new things are sealed with. */
    public String current(Purpose purpose) {
        var prefix = purpose.name().toLowerCase(Locale.ROOT) + "-";
        return keys.sequencedKeySet().reversed().stream()
                .filter(id -> id.startsWith(prefix))
                .findFirst()
                .orElseThrow(() -> new CreditException(VaultError.KEY_FILE_MISSING, prefix));
    }
}
