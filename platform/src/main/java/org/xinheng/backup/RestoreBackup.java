package org.xinheng.backup;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.xinheng.kernel.CreditException;
import org.xinheng.platform.vault.KeyFile;

/**
 * Brings a backup back into an empty database: the scripts it was taken under, then its rows in one transaction. Scripts
 * that are newer come after that, by {@link Migrations#all} or with the first start.
 */
public final class RestoreBackup {

    private final Path from;
    private final Manifest manifest;
    private final KeysApart apart;
    private final KeyFile keys;
    private final Path keyFile;
    private final BackupKey key;
    private final Consumer<String> progress;

    private RestoreBackup(
            Path from, Manifest manifest, KeysApart apart, Path keyFile, KeyFile keys, Consumer<String> progress) {
        this.from = from;
        this.manifest = manifest;
        this.apart = apart;
        this.keyFile = keyFile;
        this.keys = keys;
        this.key = new BackupKey(keys.key(manifest.masterKey()), manifest.id());
        this.progress = progress;
    }

    /**
     * Opens a backup with its keys; nothing is written yet.
     *
     * @param apart the folder of keys
     * @param keyFile a key file to take when that folder holds none
     * @throws CreditException with a {@link BackupError}
     */
    public static RestoreBackup open(Path from, Path apart, @Nullable Path keyFile, Consumer<String> progress)
            throws IOException {
        var manifest = Manifest.read(from);
        var kept = new KeysApart(apart);
        var found = kept.keyFilePath(keyFile);
        var keys = kept.keyFile(keyFile);
        for (var needed : manifest.keys()) {
            if (!keys.proves(needed.id(), HexFormat.of().parseHex(needed.proof()))) {
                throw new CreditException(BackupError.BACKUP_KEYS_WRONG, found, needed.id());
            }
        }
        var restore = new RestoreBackup(from, manifest, kept, found, keys, progress);
        manifest.verify(from, restore.key);
        for (var table : manifest.tables()) {
            if (table.file() != null) {
                restore.path(table.file());
            }
        }
        return restore;
    }

    /** Where a file lies; refused when it is not there in its full length. */
    private Path path(Manifest.SealedFile file) throws IOException {
        var path = from.resolve(file.path()).normalize();
        if (!path.startsWith(from.normalize()) || !Files.isRegularFile(path) || Files.size(path) != file.bytes()) {
            throw new CreditException(BackupError.BACKUP_DAMAGED, file.path());
        }
        return path;
    }

    public Manifest manifest() {
        return manifest;
    }

    /** The key file that fits. */
    public Path keyFile() {
        return keyFile;
    }

    /** Whether another key file serves this backup as well. */
    public boolean isOpenedBy(Path other) {
        var read = KeyFile.read(other);
        return manifest.keys().stream()
                .allMatch(needed -> read.proves(needed.id(), HexFormat.of().parseHex(needed.proof())));
    }

    /**
     * Loads the rows under the scripts they were taken under.
     *
     * @return how many contents were deleted after the backup was taken: they stay deleted
     */
    public long load(DataSource database) throws IOException, SQLException {
        progress.accept("表结构 · schema");
        try (var connection = database.getConnection()) {
            if (!Tables.read(connection).isEmpty()) {
                throw new CreditException(BackupError.RESTORE_TARGET_NOT_EMPTY, connection.getCatalog());
            }
        }
        Migrations.exactly(database, manifest.scripts());
        try (var connection = database.getConnection()) {
            requireSameTables(connection);
            connection.setAutoCommit(false);
            var deleted = load(connection);
            connection.commit();
            connection.setAutoCommit(true);
            try (var statement = connection.createStatement()) {
                statement.execute("analyze");
            }
            return deleted;
        }
    }

    /** Puts what lay beside the database into its folder. */
    public void putBeside(Path folder) throws IOException {
        for (var companion : manifest.beside()) {
            var target = folder.resolve(companion.name()).normalize();
            if (!folder.equals(target.getParent())) {
                throw new CreditException(BackupError.BACKUP_DAMAGED, companion.name());
            }
            var reading = new Reading(companion.file());
            try (var in = reading.open();
                    var out = Folders.newFile(target)) {
                in.transferTo(out);
                reading.end(in);
            }
        }
    }

    private void requireSameTables(Connection connection) throws SQLException {
        var made = new HashMap<String, List<String>>();
        for (var table : Tables.read(connection)) {
            made.put(table.name(), table.columns());
        }
        for (var table : manifest.tables()) {
            if (!table.columns().equals(made.remove(table.name()))) {
                throw new CreditException(BackupError.RESTORED_SCHEMA_DIFFERS, table.name());
            }
        }
        if (!made.isEmpty()) {
            throw new CreditException(
                    BackupError.RESTORED_SCHEMA_DIFFERS,
                    made.keySet().iterator().next());
        }
    }

    /** Triggers that keep rows as they are would also keep the rows of a backup out; nothing else runs meanwhile. */
    private static void switchTriggers(Connection connection, boolean on) throws SQLException {
        var tables = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select distinct tgrelid::regclass::text as name from pg_trigger
                        where not tgisinternal order by name
                        """)) {
            while (rows.next()) {
                tables.add(rows.getString("name"));
            }
        }
        try (var statement = connection.createStatement()) {
            for (var table : tables) {
                statement.execute("alter table " + table + (on ? " enable" : " disable") + " trigger user");
            }
        }
    }

    private long load(Connection connection) throws IOException, SQLException {
        switchTriggers(connection, false);
        long deleted = loadRows(connection);
        switchTriggers(connection, true);
        return deleted;
    }

    private long loadRows(Connection connection) throws IOException, SQLException {
        try (var statement = connection.createStatement()) {
            // Scripts put first rows into some tables; the backup has them as they became.
            statement.execute("truncate "
                    + manifest.tables().stream().map(Manifest.Table::name).collect(Collectors.joining(", ")));
        }
        var copy = connection.unwrap(PGConnection.class).getCopyAPI();
        progress.accept("密钥 · keys");
        Map<String, Long> kept = new HashMap<>();
        apart.read(
                manifest,
                keys,
                (table, rows) -> kept.put(table.table(), copyIn(copy, table.table(), table.columns(), rows)));
        for (var table : manifest.tables()) {
            var file = table.file();
            if (file == null) {
                continue;
            }
            progress.accept(table.name());
            var reading = new Reading(file);
            try (var in = reading.open()) {
                long rows = copyIn(copy, table.name(), table.columns(), in);
                reading.end(in);
                if (rows != table.rows()) {
                    throw new CreditException(BackupError.BACKUP_DAMAGED, file.path());
                }
            }
        }
        for (var sequence : manifest.sequences()) {
            try (var statement = connection.prepareStatement("select setval(?::regclass, ?, ?)")) {
                statement.setString(1, sequence.name());
                statement.setLong(2, sequence.last());
                statement.setBoolean(3, sequence.called());
                statement.execute();
            }
        }
        return kept.getOrDefault("vault.shredded", 0L)
                - manifest.tables().stream()
                        .filter(table -> table.name().equals("vault.shredded"))
                        .mapToLong(Manifest.Table::rows)
                        .sum();
    }

    private static long copyIn(CopyManager copy, String table, List<String> columns, InputStream rows)
            throws IOException, SQLException {
        return copy.copyIn("copy " + table + " (" + String.join(", ", columns) + ") from stdin", rows, 1 << 16);
    }

    /** A file on its way back: its digest is compared when it was read to its end. */
    private final class Reading {

        private final Manifest.SealedFile file;
        private final MessageDigest digest;

        Reading(Manifest.SealedFile file) {
            this.file = file;
            try {
                this.digest = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java has SHA-256", e);
            }
        }

        InputStream open() throws IOException {
            var sealed =
                    new DigestInputStream(new BufferedInputStream(Files.newInputStream(path(file)), 1 << 16), digest);
            try {
                return new GZIPInputStream(new SealedInput(sealed, key.file(file.path()), file.path()), 1 << 16);
            } catch (ZipException e) {
                throw new CreditException(BackupError.BACKUP_DAMAGED, file.path());
            }
        }

        void end(InputStream in) throws IOException {
            in.transferTo(OutputStream.nullOutputStream());
            if (!HexFormat.of().formatHex(digest.digest()).equals(file.sha256())) {
                throw new CreditException(BackupError.BACKUP_DAMAGED, file.path());
            }
        }
    }
}
