package org.xinheng.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.xinheng.kernel.CreditException;
import org.xinheng.platform.vault.KeyFile;

/**
 * Takes a backup: every table as of one moment, streamed by {@code COPY} out of one REPEATABLE READ snapshot, so that a
 * running server neither waits nor shows half a change. The manifest is written last.
 */
public final class TakeBackup {

    private final Connection connection;
    private final Path keyFile;
    private final List<Path> beside;
    private final Consumer<String> progress;

    /**
     * @param connection the caller's, used for nothing else; may read every table
     * @param beside files that go along, such as what the demo remembers
     * @param progress hears what is being done
     */
    public TakeBackup(Connection connection, Path keyFile, List<Path> beside, Consumer<String> progress) {
        this.connection = connection;
        this.keyFile = keyFile;
        this.beside = beside;
        this.progress = progress;
    }

    /**
     * @param to a folder that is empty or does not exist
     * @param apart the folder of keys, outside of {@code to}
     * @param taken real time
     * @throws CreditException with a {@link BackupError}
     */
    public Manifest take(Path to, Path apart, UUID id, Instant taken) throws IOException, SQLException {
        if (apart.toAbsolutePath().normalize().startsWith(to.toAbsolutePath().normalize())) {
            throw new CreditException(BackupError.BACKUP_KEYS_INSIDE, apart, to);
        }
        if (!Folders.isEmpty(to)) {
            throw new CreditException(BackupError.BACKUP_FOLDER_NOT_EMPTY, to);
        }
        var keys = KeyFile.read(keyFile);
        var keysApart = new KeysApart(apart);
        keysApart.requireOurs(keys.fingerprint());
        Folders.create(to.resolve("tables"));
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setAutoCommit(false);
        try {
            return take(to, keysApart, keys, id, taken);
        } finally {
            connection.rollback();
        }
    }

    private Manifest take(Path to, KeysApart apart, KeyFile keys, UUID id, Instant taken)
            throws IOException, SQLException {
        var all = Tables.read(connection);
        try (var statement = connection.createStatement()) {
            // As pg_dump does: no script may change a table that has not been read yet.
            for (var table : all) {
                statement.execute("lock table " + table.name() + " in access share mode");
            }
        }
        var masterKey = keys.current(KeyFile.Purpose.MASTER);
        var key = new BackupKey(keys.key(masterKey), id);
        var copy = connection.unwrap(PGConnection.class).getCopyAPI();

        progress.accept("密钥 · keys");
        var kept = all.stream()
                .filter(table -> KeysApart.TABLES.contains(table.name()))
                .toList();
        var columns = kept.stream()
                .map(table -> new KeysApart.Columns(table.name(), table.columns()))
                .toList();
        var header = new KeysApart.Header(Manifest.FORMAT, id, taken, masterKey, keys.fingerprint(), columns);
        var keptRows = apart.write(header, kept, keys, keyFile, copy);

        var tables = new ArrayList<Manifest.Table>();
        for (var table : all) {
            int at = kept.indexOf(table);
            tables.add(
                    at >= 0
                            ? new Manifest.Table(table.name(), table.columns(), keptRows.get(at), null)
                            : copy(table, copy, to, key));
        }
        var companions = new ArrayList<Manifest.Beside>();
        for (var file : beside) {
            companions.add(new Manifest.Beside(file.getFileName().toString(), seal(file, to, key)));
        }
        var manifest = new Manifest(
                Manifest.FORMAT,
                id,
                taken,
                connection.getMetaData().getDatabaseProductVersion(),
                masterKey,
                keys.fingerprint(),
                proofs(),
                new Manifest.Chains(
                        number("select position from audit.head"), number("select number from jointaction.check_head")),
                scripts(),
                tables,
                Tables.sequences(connection),
                companions);
        Folders.force(to.resolve("tables"));
        manifest.write(to, key);
        return manifest;
    }

    private Manifest.Table copy(Tables.Table table, CopyManager copy, Path to, BackupKey key)
            throws IOException, SQLException {
        progress.accept(table.name());
        var path = "tables/" + table.name() + ".copy";
        var written = new Written(to, path, key);
        long rows;
        try (var out = written.open()) {
            rows = copy.copyOut(table.copyOut(), out);
        }
        return new Manifest.Table(table.name(), table.columns(), rows, written.file());
    }

    private static Manifest.SealedFile seal(Path file, Path to, BackupKey key) throws IOException {
        var written = new Written(to, "beside-" + file.getFileName(), key);
        try (var out = written.open()) {
            Files.copy(file, out);
        }
        return written.file();
    }

    /** A file on its way: compressed, sealed, and digested as it lies on the disk. */
    private static final class Written {

        private final Path to;
        private final String path;
        private final BackupKey key;
        private final MessageDigest digest;

        Written(Path to, String path, BackupKey key) {
            this.to = to;
            this.path = path;
            this.key = key;
            try {
                this.digest = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java has SHA-256", e);
            }
        }

        OutputStream open() throws IOException {
            var sealed =
                    new SealedOutput(new DigestOutputStream(Folders.newFile(to.resolve(path)), digest), key.file(path));
            // What is sealed already does not shrink: the fastest level is enough for the rest.
            return new GZIPOutputStream(sealed, 1 << 16) {
                {
                    def.setLevel(Deflater.BEST_SPEED);
                }
            };
        }

        Manifest.SealedFile file() throws IOException {
            return new Manifest.SealedFile(
                    path, Files.size(to.resolve(path)), HexFormat.of().formatHex(digest.digest()));
        }
    }

    private List<Manifest.Key> proofs() throws SQLException {
        var proofs = new ArrayList<Manifest.Key>();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select key_id, proof from vault.key_proof order by key_id")) {
            while (row.next()) {
                proofs.add(new Manifest.Key(row.getString(1), HexFormat.of().formatHex(row.getBytes(2))));
            }
        }
        return proofs;
    }

    private List<Manifest.Script> scripts() throws SQLException {
        var scripts = new ArrayList<Manifest.Script>();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("""
                        select script, checksum from flyway_schema_history
                        where success and checksum is not null order by script
                        """)) {
            while (row.next()) {
                scripts.add(new Manifest.Script(row.getString(1), row.getInt(2)));
            }
        }
        return scripts;
    }

    private long number(String question) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(question)) {
            row.next();
            return row.getLong(1);
        }
    }
}
