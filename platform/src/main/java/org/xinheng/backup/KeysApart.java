package org.xinheng.backup;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyManager;
import org.xinheng.kernel.CreditException;
import org.xinheng.platform.vault.KeyFile;
import org.xinheng.platform.vault.VaultError;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The folder of what is kept apart from backups: the key file, and the keys of owners (records, persons, files) with what
 * was deleted. One folder serves all backups of the same data; each backup replaces what is in it. So a content that was
 * deleted after a backup stays deleted when that backup is brought back: its key is in no folder any more.
 */
final class KeysApart {

    /** Tables that never lie in the backup itself. */
    static final Set<String> TABLES = Set.of("vault.data_key", "vault.shredded");

    private static final String KEY_FILE = "keys";
    private static final String OWNERS = "owner-keys";
    private static final int LONGEST_HEADER = 1 << 16;
    private static final JsonMapper JSON = new JsonMapper();

    private final Path folder;

    KeysApart(Path folder) {
        this.folder = folder;
    }

    /** What the file of owners' keys says of itself, in its first line. */
    record Header(int format, UUID backup, Instant taken, String masterKey, String instance, List<Columns> tables) {

        byte[] key(KeyFile keys, String line) {
            return new BackupKey(keys.key(masterKey), backup).file(OWNERS + " " + line);
        }
    }

    record Columns(String table, List<String> columns) {}

    /** Refuses before anything is written when the folder serves other data. */
    void requireOurs(String instance) throws IOException {
        var owners = folder.resolve(OWNERS);
        if (Files.exists(owners)) {
            try (var in = new BufferedInputStream(Files.newInputStream(owners))) {
                if (!header(headerLine(in)).instance().equals(instance)) {
                    throw new CreditException(BackupError.BACKUP_KEYS_OF_ANOTHER, folder);
                }
            }
        } else if (Files.exists(folder.resolve(KEY_FILE))
                && !keyFile(null).fingerprint().equals(instance)) {
            throw new CreditException(BackupError.BACKUP_KEYS_OF_ANOTHER, folder);
        }
    }

    /** Replaces what is kept with what holds now; returns the rows of each table. */
    List<Long> write(Header header, List<Tables.Table> tables, KeyFile keys, Path keyFile, CopyManager copy)
            throws IOException, SQLException {
        Folders.create(folder);
        var fresh = folder.resolve(OWNERS + ".new");
        var line = JSON.writeValueAsString(header);
        var rows = new ArrayList<Long>();
        try (var file = Folders.newFile(fresh)) {
            file.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            try (var zip = new ZipOutputStream(new SealedOutput(file, header.key(keys, line)))) {
                zip.setLevel(Deflater.BEST_SPEED);
                for (var table : tables) {
                    zip.putNextEntry(new ZipEntry(table.name()));
                    rows.add(copy.copyOut(table.copyOut(), zip));
                    zip.closeEntry();
                }
            }
        }
        Folders.write(folder.resolve(KEY_FILE), Files.readAllBytes(keyFile));
        Files.move(fresh, folder.resolve(OWNERS), StandardCopyOption.ATOMIC_MOVE);
        Folders.force(folder);
        return rows;
    }

    /**
     * The key file kept here, or the one at the place where it will be needed.
     *
     * @throws CreditException {@code BACKUP_KEYS_MISSING} when there is neither
     */
    Path keyFilePath(@Nullable Path otherwise) {
        var kept = folder.resolve(KEY_FILE);
        if (Files.isRegularFile(kept)) {
            return kept;
        }
        if (otherwise != null && Files.isRegularFile(otherwise)) {
            return otherwise;
        }
        throw new CreditException(BackupError.BACKUP_KEYS_MISSING, folder);
    }

    KeyFile keyFile(@Nullable Path otherwise) {
        var file = keyFilePath(otherwise);
        try {
            return KeyFile.read(file);
        } catch (IllegalArgumentException e) {
            throw new CreditException(BackupError.BACKUP_KEYS_WRONG, file, "no key file");
        }
    }

    /** Does something with the kept tables, in order. */
    interface Reader {

        void read(Columns table, InputStream rows) throws IOException, SQLException;
    }

    /** Reads the owners' keys for a backup; refuses those of other data and those older than the backup. */
    void read(Manifest manifest, KeyFile keys, Reader reader) throws IOException, SQLException {
        var owners = folder.resolve(OWNERS);
        if (!Files.isRegularFile(owners)) {
            throw new CreditException(BackupError.BACKUP_KEYS_MISSING, folder);
        }
        try (var in = new BufferedInputStream(Files.newInputStream(owners))) {
            var line = headerLine(in);
            var header = header(line);
            if (!header.instance().equals(manifest.instance())) {
                throw new CreditException(BackupError.BACKUP_KEYS_WRONG, folder, OWNERS);
            }
            if (header.taken().isBefore(manifest.taken())) {
                throw new CreditException(BackupError.BACKUP_KEYS_OLDER, folder, header.taken(), manifest.taken());
            }
            try (var zip = new ZipInputStream(new SealedInput(in, header.key(keys, line), owners.toString()))) {
                for (var table : header.tables()) {
                    var entry = zip.getNextEntry();
                    if (entry == null || !entry.getName().equals(table.table())) {
                        throw new CreditException(BackupError.BACKUP_DAMAGED, owners);
                    }
                    reader.read(table, withoutClose(zip));
                }
            }
        } catch (CreditException e) {
            if (e.code() == VaultError.KEY_FILE_MISSING) {
                throw new CreditException(
                        BackupError.BACKUP_KEYS_WRONG, folder, e.arguments().getFirst());
            }
            throw e;
        }
    }

    private static InputStream withoutClose(InputStream in) {
        return new FilterInputStream(in) {
            @Override
            public void close() {
                // The zip goes on with its next entry.
            }
        };
    }

    private String headerLine(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0 || line.size() > LONGEST_HEADER) {
                throw new CreditException(BackupError.BACKUP_DAMAGED, folder.resolve(OWNERS));
            }
            line.write(next);
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    private Header header(String line) {
        try {
            var header = JSON.readValue(line, Header.class);
            if (header.format() != Manifest.FORMAT) {
                throw new CreditException(BackupError.BACKUP_OF_ANOTHER_FORMAT, header.format(), Manifest.FORMAT);
            }
            return header;
        } catch (JacksonException e) {
            throw new CreditException(BackupError.BACKUP_DAMAGED, folder.resolve(OWNERS));
        }
    }
}
