package org.xinheng.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.kernel.CreditException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a backup holds. It is written last: a folder without one is no backup. It is in clear, so that an operator sees
 * what a backup is of; whether it was altered shows with the key.
 *
 * @param taken real time at which its snapshot was taken
 * @param server version of the PostgreSQL it was read from
 * @param masterKey id of the master key that its key is derived from
 * @param instance tells the data's keys from those of other data
 * @param keys the keys that the data needs, with their proofs
 * @param chains where the chains of facts and of checks stood
 * @param scripts the schema: which database scripts had been applied
 * @param beside files that lay beside the database in its folder
 */
public record Manifest(
        int format,
        UUID id,
        Instant taken,
        String server,
        String masterKey,
        String instance,
        List<Key> keys,
        Chains chains,
        List<Script> scripts,
        List<Table> tables,
        List<Sequence> sequences,
        List<Beside> beside) {

    static final int FORMAT = 1;
    static final String FILE = "manifest.json";
    private static final String PROOF = "manifest.proof";

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    public record Key(String id, String proof) {}

    /** @param facts position of the last fact, {@code checks} number of the last group of checks */
    public record Chains(long facts, long checks) {}

    public record Script(String script, int checksum) {}

    /** @param file null for what is kept apart with the keys */
    public record Table(
            String name,
            List<String> columns,
            long rows,
            @Nullable SealedFile file) {}

    public record Sequence(String name, long last, boolean called) {}

    public record Beside(String name, SealedFile file) {}

    /** @param sha256 of the file as it lies there */
    public record SealedFile(String path, long bytes, String sha256) {}

    /** Rows of all tables. */
    public long rows() {
        return tables.stream().mapToLong(Table::rows).sum();
    }

    void write(Path folder, BackupKey key) throws IOException {
        var bytes = JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this);
        Folders.write(folder.resolve(PROOF), HexFormat.of().formatHex(key.proof(bytes)));
        Folders.write(folder.resolve(FILE), bytes);
        Folders.force(folder);
    }

    /**
     * Reads the manifest of a finished backup; whether it is genuine is for {@link #verify}.
     *
     * @throws CreditException with a {@link BackupError}
     */
    public static Manifest read(Path folder) throws IOException {
        var file = folder.resolve(FILE);
        if (Files.notExists(file)) {
            throw new CreditException(BackupError.BACKUP_UNFINISHED, folder);
        }
        try {
            var tree = JSON.readTree(Files.readAllBytes(file));
            int format = tree.path("format").asInt(0);
            if (format != FORMAT) {
                throw new CreditException(BackupError.BACKUP_OF_ANOTHER_FORMAT, format, FORMAT);
            }
            return JSON.treeToValue(tree, Manifest.class);
        } catch (JacksonException e) {
            throw new CreditException(BackupError.BACKUP_DAMAGED, file);
        }
    }

    void verify(Path folder, BackupKey key) throws IOException {
        var file = folder.resolve(FILE);
        var proof = folder.resolve(PROOF);
        var written = Files.exists(proof) ? Files.readString(proof) : "";
        var expected = HexFormat.of().formatHex(key.proof(Files.readAllBytes(file)));
        if (!MessageDigest.isEqual(expected.getBytes(), written.strip().getBytes())) {
            throw new CreditException(BackupError.BACKUP_DAMAGED, file);
        }
    }
}
