package org.xinheng.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xinheng.kernel.CreditException;

class EmbeddedPostgresTest {

    private static final EmbeddedPostgres.Options USUAL = EmbeddedPostgres.Options.usual(new SecureRandom());

    @TempDir
    private Path parent;

    @Test
    void keepsItsDataAcrossARestart() throws Exception {
        Path directory = Files.createDirectory(parent.resolve("empty"));
        try (var postgres = start(directory)) {
            execute(postgres.connection(), "create table kept as select generate_series(1, 7) as number");
        }

        try (var postgres = start(directory)) {
            assertThat(rows(postgres.connection())).isEqualTo(7);
        }
    }

    @Test
    void isThrownAwayOnlyWhenNobodyUsesIt() throws Exception {
        Path directory = parent.resolve("discarded");
        try (var postgres = start(directory)) {
            execute(postgres.connection(), "create table kept as select generate_series(1, 7) as number");
            assertThatThrownBy(() -> EmbeddedPostgres.discard(directory))
                    .isInstanceOfSatisfying(
                            CreditException.class,
                            refusal -> assertThat(refusal.code()).isEqualTo(DatabaseError.DATA_FOLDER_IN_USE));
            assertThat(rows(postgres.connection())).isEqualTo(7);
        }

        EmbeddedPostgres.discard(directory);

        assertThat(directory.resolve(DataFolder.DATA)).doesNotExist();
        EmbeddedPostgres.discard(parent.resolve("never was"));
    }

    @Test
    void isDurableAndKnowsChinese() throws Exception {
        try (var postgres = start(parent.resolve("new"))) {
            RunningPostgres connection = postgres.connection();

            assertThat(ask(connection, "show fsync")).isEqualTo("on");
            assertThat(ask(connection, "show synchronous_commit")).isEqualTo("on");
            assertThat(ask(connection, "select upper('信衡 é')")).isEqualTo("信衡 É");
            assertThat(ask(connection, "show server_version")).startsWith(DataFolder.VERSION + ".");
        }
    }

    @Test
    void isFoundByASecondProcessWhileItRunsOnly() throws Exception {
        Path directory = parent.resolve("found");
        var postgres = start(directory);

        Optional<RunningPostgres> found = RunningPostgres.find(directory);

        assertThat(found).contains(postgres.connection());
        assertThat(ask(found.orElseThrow(), "select 'here'")).isEqualTo("here");
        assertThat(found.toString()).doesNotContain(postgres.password());
        for (String secret : List.of(RunningPostgres.FILE, DataFolder.PASSWORD)) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve(secret))))
                    .isEqualTo("rw-------");
        }

        postgres.close();
        postgres.close();
        assertThat(RunningPostgres.find(directory)).isEmpty();
        assertThat(Postmaster.of(directory.resolve(DataFolder.DATA))).isEmpty();
    }

    @Test
    void refusesAFolderThatThisProcessUses() {
        Path directory = parent.resolve("twice");
        try (var postgres = start(directory)) {
            CreditException refusal = refusal(directory);

            assertThat(refusal.code()).isEqualTo(DatabaseError.DATA_FOLDER_IN_USE);
            assertThat(RunningPostgres.find(directory)).contains(postgres.connection());
        }
    }

    @Test
    void refusesAFolderInUseAndTakesItOverWhenItsProcessWasKilled() throws Exception {
        Path directory = parent.resolve("killed");
        Process other = SeparateServer.start(directory, Map.of());
        assertThat(SeparateServer.firstLine(other)).isEqualTo("committed");

        CreditException refusal = refusal(directory);
        assertThat(refusal.code()).isEqualTo(DatabaseError.DATA_FOLDER_IN_USE);
        assertThat(refusal.arguments()).containsExactly(directory.toRealPath().toString(), Long.toString(other.pid()));

        other.destroyForcibly().waitFor();
        ProcessHandle orphan =
                Postmaster.of(directory.resolve(DataFolder.DATA)).orElseThrow().process();
        try (var postgres = start(directory)) {
            assertThat(orphan.isAlive()).isFalse();
            assertThat(rows(postgres.connection())).isEqualTo(1000);
        }
    }

    @Test
    void recoversWhenTheServerItselfWasKilled() throws Exception {
        Path directory = parent.resolve("crashed");
        try (var postgres = start(directory)) {
            execute(postgres.connection(), "create table kept as select generate_series(1, 500) as number");
            ProcessHandle server = Postmaster.of(directory.resolve(DataFolder.DATA))
                    .orElseThrow()
                    .process();
            server.destroyForcibly();
            server.onExit().join();
        }

        try (var postgres = start(directory)) {
            assertThat(rows(postgres.connection())).isEqualTo(500);
        }
    }

    @Test
    void startsAfreshWhenTheFirstStartWasKilledHalfWay() throws Exception {
        Path directory = Files.createDirectory(parent.resolve("half"));
        Process other = SeparateServer.start(directory, Map.of());
        while (unfinished(directory).isEmpty()) {
            assertThat(other.isAlive()).isTrue();
            Thread.onSpinWait();
        }
        other.destroyForcibly().waitFor();
        assertThat(directory.resolve(DataFolder.DATA)).doesNotExist();

        try (var postgres = start(directory)) {
            assertThat(ask(postgres.connection(), "select 'whole'")).isEqualTo("whole");
            assertThat(unfinished(directory)).isEmpty();
        }
    }

    @Test
    void isNotKeptFromStartingByAStrangerWithTheNumberOfADeadServer() throws Exception {
        Path directory = parent.resolve("stranger");
        start(directory).close();
        long stranger = ProcessHandle.current().pid();
        Path data = directory.toRealPath().resolve(DataFolder.DATA);
        Files.writeString(
                data.resolve("postmaster.pid"), stranger + "\n" + data + "\n0\n5432\n\n127.0.0.1\n0 0\nready\n");

        try (var postgres = start(directory)) {
            assertThat(ask(postgres.connection(), "select 'free'")).isEqualTo("free");
        }
    }

    @Test
    void runsAsNobodyWhereRootMayNotMakeANamespace() throws Exception {
        assumeTrue(Account.isRoot());
        Path forbidden = Files.createDirectory(parent.resolve("bin")).resolve("unshare");
        Files.writeString(forbidden, "#!/bin/sh\nexit 1\n");
        Files.setPosixFilePermissions(forbidden, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path directory = parent.resolve("nobody");
        String path = forbidden.getParent() + ":" + System.getenv("PATH");

        Process other = SeparateServer.start(directory, Map.of("PATH", path));
        assertThat(SeparateServer.firstLine(other)).isEqualTo("committed");
        other.outputWriter().close();
        assertThat(other.waitFor()).isZero();
        assertThat(Folders.owner(directory.resolve(DataFolder.DATA))).isEqualTo(65534);

        try (var postgres = start(directory)) {
            assertThat(rows(postgres.connection())).isEqualTo(1000);
        }
    }

    @Test
    void refusesTheDataOfAnotherVersion() throws IOException {
        Path directory = parent.resolve("old");
        Path data = Files.createDirectories(directory.resolve(DataFolder.DATA));
        Files.writeString(data.resolve("PG_VERSION"), "17\n");

        CreditException refusal = refusal(directory);

        assertThat(refusal.code()).isEqualTo(DatabaseError.DATA_FOLDER_OTHER_VERSION);
        assertThat(refusal.arguments()).contains("17", DataFolder.VERSION);
        assertThat(refusal(directory).code()).isEqualTo(DatabaseError.DATA_FOLDER_OTHER_VERSION);
    }

    @Test
    void leavesDataItDoesNotKnowUntouched() throws IOException {
        Path directory = parent.resolve("foreign");
        Path data = Files.createDirectories(directory.resolve(DataFolder.DATA));
        Path letter = Files.writeString(data.resolve("letter.txt"), "dear");

        assertThat(refusal(directory).code()).isEqualTo(DatabaseError.DATA_FOLDER_DAMAGED);
        assertThat(letter).hasContent("dear");
    }

    @Test
    void refusesAFolderThatIsAFile() throws IOException {
        Path file = Files.writeString(parent.resolve("file"), "");

        assertThat(refusal(file).code()).isEqualTo(DatabaseError.DATA_FOLDER_UNUSABLE);
    }

    @ParameterizedTest
    @EnumSource
    void explainsEachRefusalInTwoLanguages(DatabaseError error) {
        List<String> lines =
                error.explain(List.of("/srv/xinheng", "17", "18")).lines().toList();

        assertThat(lines).hasSize(2).allSatisfy(line -> assertThat(line).contains("/srv/xinheng"));
        assertThat(lines.getFirst()).containsPattern("\\p{IsHan}");
    }

    private static EmbeddedPostgres start(Path directory) {
        return EmbeddedPostgres.start(directory, USUAL);
    }

    private static CreditException refusal(Path directory) {
        return catchThrowableOfType(
                CreditException.class, () -> start(directory).close());
    }

    private static List<Path> unfinished(Path directory) throws IOException {
        try (var entries = Files.list(directory)) {
            return entries.filter(entry -> Files.exists(entry.resolve("data/PG_VERSION")))
                    .filter(entry -> !entry.endsWith(DataFolder.DATA))
                    .toList();
        }
    }

    private static int rows(RunningPostgres connection) throws SQLException {
        return Integer.parseInt(ask(connection, "select count(*) from kept"));
    }

    private static String ask(RunningPostgres connection, String sql) throws SQLException {
        try (var session = DriverManager.getConnection(connection.jdbcUrl(), connection.user(), connection.password());
                var statement = session.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void execute(RunningPostgres connection, String sql) throws SQLException {
        try (var session = DriverManager.getConnection(connection.jdbcUrl(), connection.user(), connection.password());
                var statement = session.createStatement()) {
            statement.execute(sql);
        }
    }
}
