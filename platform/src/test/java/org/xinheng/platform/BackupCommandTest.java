package org.xinheng.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.PGConnection;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinheng.kernel.IdGenerator;
import org.xinheng.platform.audit.Changes;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.Fact;
import org.xinheng.platform.shared.FileId;
import org.xinheng.platform.shared.SubjectId;
import org.xinheng.platform.vault.EncryptedFiles;
import org.xinheng.platform.vault.KeyFile;
import org.xinheng.platform.vault.Vault;

/** Backups of the tests' own database, taken beside the running application and brought back into folders. */
@PlatformTest
class BackupCommandTest {

    private static final Actor TESTER = Actor.platform("test");
    private static final String CONTENT = "常新备份试验有限公司";

    @Value("${spring.datasource.url}")
    String url;

    @Value("${spring.datasource.username}")
    String user;

    @Value("${spring.datasource.password}")
    String password;

    @Value("${xinheng.keys}")
    Path keyFile;

    @Autowired
    DataSource source;

    @Autowired
    EncryptedFiles files;

    @Autowired
    Vault vault;

    @Autowired
    Changes changes;

    @Autowired
    IdGenerator ids;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @TempDir
    Path folder;

    private final ByteArrayOutputStream results = new ByteArrayOutputStream();
    private final ByteArrayOutputStream talk = new ByteArrayOutputStream();
    private FileId file = new FileId(new UUID(0, 0));
    private Path to = Path.of("");
    private Path keys = Path.of("");
    private Path restored = Path.of("");

    @BeforeEach
    void somethingIsKept() {
        file = files.store(new ByteArrayInputStream(CONTENT.getBytes(StandardCharsets.UTF_8)), 1_000);
        to = folder.resolve("backup");
        keys = folder.resolve("backup.keys");
        restored = folder.resolve("restored");
    }

    @Test
    void whatIsRestoredIsWhatWasThere() throws Exception {
        assertThat(backup(to, keys)).isZero();
        assertThat(restore(to, keys)).isZero();

        assertThat(told()).contains("\"whole\":true", "\"deletedSince\":0");
        assertThat(Files.getPosixFilePermissions(folder.resolve("restored.keys")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        try (var here = source.getConnection();
                var database = ReachedDatabase.open(restored, null);
                var there = database.source().getConnection()) {
            assertThat(content(there)).isEqualTo(content(here));
            assertThat(schema(there)).isEqualTo(schema(here));
        }
        assertThat(run(AuditCommand::run, "verify", "--data", restored.toString()))
                .isZero();
    }

    @Test
    void theBackupItselfTellsNothing() throws Exception {
        assertThat(backup(to, keys)).isZero();
        var secrets = Files.readAllLines(keyFile).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split(" ")[1].getBytes(StandardCharsets.UTF_8));
        var wanted = Stream.concat(
                        secrets,
                        Stream.of(
                                CONTENT.getBytes(StandardCharsets.UTF_8),
                                "ReleaseActivated".getBytes(StandardCharsets.UTF_8)))
                .toList();
        try (var paths = Files.walk(to)) {
            for (var path : paths.filter(Files::isRegularFile).toList()) {
                var bytes = Files.readAllBytes(path);
                assertThat(wanted).as(path.toString()).noneMatch(secret -> contains(bytes, secret));
                assertThat(Files.getPosixFilePermissions(path)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
            }
        }
    }

    @Test
    void withoutItsKeysNothingIsRestored() throws Exception {
        backup(to, keys);
        delete(keys);

        assertThat(restore(to, keys)).isEqualTo(3);
        assertThat(said()).contains("no restoring without the keys", keys.toString());
        assertThat(restored).doesNotExist();
    }

    @Test
    void withTheWrongKeysNothingIsRestored() throws Exception {
        backup(to, keys);
        Files.delete(keys.resolve("keys"));
        KeyFile.create(keys.resolve("keys"));

        assertThat(restore(to, keys)).isEqualTo(3);
        assertThat(said()).contains("wrong keys");
        Files.writeString(keys.resolve("keys"), "not a key file at all\n");
        assertThat(restore(to, keys)).isEqualTo(3);
        assertThat(restored).doesNotExist();
    }

    @Test
    void aKeyFileInItsPlaceServesWhenTheFolderOfKeysHasNone() throws Exception {
        backup(to, keys);
        Files.move(keys.resolve("keys"), folder.resolve("restored.keys"));

        assertThat(restore(to, keys)).isZero();
    }

    @Test
    void aKeyFileOfOtherDataIsNeverReplaced() throws Exception {
        backup(to, keys);
        KeyFile.create(folder.resolve("restored.keys"));
        var before = Files.readString(folder.resolve("restored.keys"));

        assertThat(restore(to, keys)).isEqualTo(3);
        assertThat(Files.readString(folder.resolve("restored.keys"))).isEqualTo(before);
    }

    @Test
    void keysOfOtherDataAreLeftAlone() throws Exception {
        Files.createDirectories(keys);
        KeyFile.create(keys.resolve("keys"));

        assertThat(backup(to, keys)).isEqualTo(3);
        assertThat(said()).contains("keys of other data");
        assertThat(to).doesNotExist();
    }

    @Test
    void keysOlderThanTheBackupAreRefused() throws Exception {
        backup(folder.resolve("first"), keys);
        backup(to, folder.resolve("newer.keys"));

        assertThat(restore(to, keys)).isEqualTo(3);
        assertThat(said()).contains("before the backup");
    }

    /** Promise 13: what the law had deleted does not come back from a backup. */
    @Test
    void whatWasDeletedAfterTheBackupStaysDeleted() throws Exception {
        backup(to, keys);
        transaction.executeWithoutResult(_ -> {
            var change = changes.open(TESTER);
            vault.shred(file.value(), "依法删除（试验）", LocalDate.parse("2026-11-23"), TESTER, change.id());
            change.publish(new FileDeleted(file));
        });
        backup(folder.resolve("second"), keys);

        assertThat(restore(to, keys)).isZero();

        assertThat(told()).contains("\"deletedSince\":1");
        assertThat(said()).contains("stay deleted");
        try (var database = ReachedDatabase.open(restored, null)) {
            var there = JdbcClient.create(database.source());
            assertThat(there.sql("select count(*) from vault.file where id = :id")
                            .param("id", file.value())
                            .query(Integer.class)
                            .single())
                    .isOne();
            assertThat(there.sql("select count(*) from vault.data_key where owner = :id")
                            .param("id", file.value())
                            .query(Integer.class)
                            .single())
                    .isZero();
            assertThat(there.sql("select ground from vault.shredded where owner = :id")
                            .param("id", file.value())
                            .query(String.class)
                            .single())
                    .contains("依法删除");
        }
    }

    record FileDeleted(FileId file) implements Fact {

        @Override
        public @Nullable SubjectId subject() {
            return null;
        }

        @Override
        public UUID reference() {
            return file.value();
        }
    }

    @Test
    void anUnfinishedBackupIsRefused() throws Exception {
        backup(to, keys);
        Files.delete(to.resolve("manifest.json"));

        assertThat(restore(to, keys)).isEqualTo(3);
        assertThat(said()).contains("not a finished backup");
        assertThat(restored).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cut", "altered", "missing", "exchanged", "manifest"})
    void aDamagedBackupIsRefusedAndLeavesNothingThatStarts(String damage) throws Exception {
        backup(to, keys);
        var facts = to.resolve("tables/audit.fact.copy");
        var bytes = Files.readAllBytes(facts);
        switch (damage) {
            case "cut" -> Files.write(facts, Arrays.copyOf(bytes, bytes.length - 20));
            case "altered" -> {
                bytes[bytes.length / 2] ^= 1;
                Files.write(facts, bytes);
            }
            case "missing" -> Files.delete(facts);
            case "exchanged" -> {
                var other = to.resolve("tables/audit.change.copy");
                Files.write(facts, Files.readAllBytes(other));
            }
            default -> {
                var manifest = to.resolve("manifest.json");
                Files.writeString(manifest, Files.readString(manifest).replace("\"audit.head\"", "\"audit.tail\""));
            }
        }

        assertThat(restore(to, keys)).isEqualTo(3);
        assertThat(said()).contains("damaged or was altered");
        assertThat(run(AuditCommand::run, "verify", "--data", restored.toString()))
                .isEqualTo(3);
    }

    @Test
    void aSecondTryCleansUpAfterOneThatWasCutShort() throws Exception {
        backup(to, keys);
        var facts = to.resolve("tables/audit.fact.copy");
        var whole = Files.readAllBytes(facts);
        var altered = whole.clone();
        altered[altered.length / 2] ^= 1;
        Files.write(facts, altered);
        assertThat(restore(to, keys)).isEqualTo(3);
        Files.write(facts, whole);

        assertThat(restore(to, keys)).isZero();
    }

    @Test
    void nothingIsEverOverwritten() throws Exception {
        backup(to, keys);

        assertThat(backup(to, keys)).isEqualTo(3);
        assertThat(said()).contains("is not empty");
        Files.createDirectories(restored);
        Files.writeString(restored.resolve("something"), "here");
        assertThat(restore(to, keys)).isEqualTo(3);
        assertThat(said()).contains("empty folder or database only");
        assertThat(restored.resolve("something")).exists();
    }

    @Test
    void keysInsideTheBackupAreRefused() throws Exception {
        assertThat(backup(to, to.resolve("keys"))).isEqualTo(3);
        assertThat(said()).contains("must not lie inside");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--to", "--to --keys", "here", "--to a --to b", "--from a", "--to a --quick b"})
    void backupSaysHowItIsUsed(String arguments) throws Exception {
        assertThat(run(BackupCommand::run, split(arguments))).isEqualTo(2);
        assertThat(said().lines()).hasSize(1).allMatch(line -> line.contains("./xinheng backup --to DIR"));
        assertThat(results.size()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--from a", "--data a", "--from a --data", "a b", "--from a --data b --quick c"})
    void restoreSaysHowItIsUsed(String arguments) throws Exception {
        assertThat(run(RestoreCommand::run, split(arguments))).isEqualTo(2);
        assertThat(said().lines()).hasSize(1).allMatch(line -> line.contains("./xinheng restore --from DIR"));
        assertThat(results.size()).isZero();
    }

    private static String[] split(String arguments) {
        return arguments.isEmpty() ? new String[0] : arguments.split(" ");
    }

    private interface Command {

        int run(List<String> arguments, PrintStream results, PrintStream talk) throws Exception;
    }

    private int run(Command command, String... arguments) throws Exception {
        return command.run(
                List.of(arguments),
                new PrintStream(results, true, StandardCharsets.UTF_8),
                new PrintStream(talk, true, StandardCharsets.UTF_8));
    }

    private int backup(Path to, Path keys) throws Exception {
        // The key file lies beside where the data folder would be.
        var data = keyFile.resolveSibling(keyFile.getFileName().toString().replace(".keys", ""));
        return run(
                BackupCommand::run,
                "--to",
                to.toString(),
                "--keys",
                keys.toString(),
                "--data",
                data.toString(),
                "--database-url",
                url + "?user=" + user + "&password=" + password);
    }

    private int restore(Path from, Path keys) throws Exception {
        return run(
                RestoreCommand::run,
                "--from",
                from.toString(),
                "--keys",
                keys.toString(),
                "--data",
                restored.toString());
    }

    private String told() {
        return results.toString(StandardCharsets.UTF_8);
    }

    private String said() {
        return talk.toString(StandardCharsets.UTF_8);
    }

    /** Every row of every table, in no order. */
    private static Map<String, List<String>> content(Connection connection) throws Exception {
        var content = new TreeMap<String, List<String>>();
        var copy = connection.unwrap(PGConnection.class).getCopyAPI();
        for (var table : names(connection, """
                select schemaname || '.' || tablename from pg_tables
                where schemaname not in ('pg_catalog', 'information_schema') and tablename <> 'flyway_schema_history'
                """)) {
            var rows = new StringWriter();
            copy.copyOut("copy (select * from " + table + ") to stdout", rows);
            content.put(table, rows.toString().lines().sorted().toList());
        }
        return content;
    }

    private static List<String> schema(Connection connection) throws Exception {
        return names(connection, "select script || ' ' || checksum from flyway_schema_history order by 1");
    }

    private static List<String> names(Connection connection, String question) throws Exception {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(question)) {
            var names = new ArrayList<String>();
            while (row.next()) {
                names.add(row.getString(1));
            }
            return names;
        }
    }

    private static boolean contains(byte[] bytes, byte[] wanted) {
        for (int at = 0; at + wanted.length <= bytes.length; at++) {
            if (Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length)) {
                return true;
            }
        }
        return false;
    }

    private static void delete(Path folder) throws IOException {
        try (var paths = Files.walk(folder)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
