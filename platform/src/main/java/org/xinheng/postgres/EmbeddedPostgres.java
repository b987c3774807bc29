package org.xinheng.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.xinheng.kernel.CreditException;

/**
 * A PostgreSQL server of our own, running as a child process on 127.0.0.1 for as long as this is open. It is durable:
 * what was committed survives the death of this process, of the server and of the machine.
 *
 * <p>A server that dies, by a kill or a full disk, is started again on the same port until it lives or this is closed.
 *
 * <p>No shutdown hook is set, for hooks run side by side and others may still need the database: the caller closes it
 * last. If the process is killed instead, the server lives on and the next start on the same folder ends it.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final String USER = "xinheng";
    private static final String DATABASE = "xinheng";
    private static final int ATTEMPTS = 5;
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    /** Recovery after a crash takes as long as the log is long; beyond this something else is wrong. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /** Fit for two cores and any memory from 2 GB up; errors go to the client alone, for they may quote a row. */
    private static final List<String> SETTINGS = List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "max_connections=100",
            "shared_buffers=256MB",
            "effective_cache_size=2GB",
            "work_mem=16MB",
            "maintenance_work_mem=128MB",
            "max_wal_size=2GB",
            "random_page_cost=1.1",
            "jit=off",
            "timezone=UTC",
            "log_timezone=UTC",
            "log_min_messages=log");

    private final DataFolder folder;
    private final FolderLock lock;
    private final Launch launch;
    private final RunningPostgres connection;
    private Process server;
    private boolean closed;

    private EmbeddedPostgres(
            DataFolder folder, FolderLock lock, Launch launch, Process server, RunningPostgres connection) {
        this.folder = folder;
        this.lock = lock;
        this.launch = launch;
        this.server = server;
        this.connection = connection;
    }

    /** All that a start of the server needs but its port. */
    private record Launch(Binaries binaries, Account account, List<String> settings) {}

    /**
     * What a start may vary.
     *
     * @param cache where the programs are unpacked; null for the usual place of this user
     * @param random draws the password of a new folder
     * @param settings further server settings, each {@code name=value}
     * @param restoring whether the folder is being filled and must not be taken for whole until {@link #finished}
     */
    public record Options(@Nullable Path cache, SecureRandom random, List<String> settings, boolean restoring) {

        public static Options usual(SecureRandom random) {
            return new Options(null, random, List.of(), false);
        }

        public static Options restoring(SecureRandom random) {
            return new Options(null, random, List.of(), true);
        }

        public Options with(String setting) {
            List<String> more = new ArrayList<>(settings);
            more.add(setting);
            return new Options(cache, random, List.copyOf(more), restoring);
        }
    }

    /**
     * Starts the server of a data folder, making folder and database where they are missing.
     *
     * @throws CreditException with a {@link DatabaseError}
     */
    public static EmbeddedPostgres start(Path directory, Options options) {
        try {
            Files.createDirectories(directory);
            DataFolder folder = new DataFolder(directory.toRealPath());
            FolderLock lock = FolderLock.take(folder.directory());
            try {
                return start(folder, lock, options);
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            var refusal = new CreditException(DatabaseError.DATA_FOLDER_UNUSABLE, directory, e);
            refusal.initCause(e);
            throw refusal;
        }
    }

    /**
     * Empties a data folder for good, ending the server that a killed process left in it; nothing to do where there is
     * no such folder.
     *
     * @throws CreditException {@link DatabaseError#DATA_FOLDER_IN_USE} while another process runs on it
     */
    public static void discard(Path directory) {
        if (Files.notExists(directory)) {
            return;
        }
        try (FolderLock lock = FolderLock.take(directory.toRealPath());
                var entries = Files.newDirectoryStream(directory.toRealPath())) {
            Postmaster.endOrphan(directory.toRealPath().resolve(DataFolder.DATA));
            for (Path entry : entries) {
                if (!lock.isFile(entry)) {
                    Folders.delete(entry);
                }
            }
        } catch (IOException e) {
            var refusal = new CreditException(DatabaseError.DATA_FOLDER_UNUSABLE, directory, e);
            refusal.initCause(e);
            throw refusal;
        }
    }

    private static EmbeddedPostgres start(DataFolder folder, FolderLock lock, Options options) throws IOException {
        if (options.restoring()) {
            folder.mark();
        } else {
            folder.requireFinished();
        }
        boolean isNew = folder.isNew();
        @Nullable Path cache = options.cache();
        Binaries binaries = Binaries.in(cache == null ? Binaries.cache(folder.directory()) : cache.toAbsolutePath());
        Account account = Account.choose(binaries, folder.directory(), folder.data());
        if (isNew) {
            folder.initialize(binaries, account, USER, options.random());
        } else {
            Postmaster.endOrphan(folder.data());
            account.own(folder.data());
        }
        var launch = new Launch(binaries, account, options.settings());
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            int port = freePort();
            Process server = launch(folder, launch, port);
            if (becomesReady(server, folder)) {
                var connection = new RunningPostgres(port, DATABASE, USER, folder.password());
                return open(new EmbeddedPostgres(folder, lock, launch, server, connection));
            }
        }
        throw new CreditException(DatabaseError.DATABASE_NOT_STARTED, folder.directory(), folder.lastWords());
    }

    private static EmbeddedPostgres open(EmbeddedPostgres postgres) throws IOException {
        try {
            postgres.createDatabase();
            postgres.connection.announce(postgres.folder.directory());
            postgres.watch();
            return postgres;
        } catch (SQLException e) {
            postgres.close();
            throw new CreditException(
                    DatabaseError.DATABASE_NOT_STARTED, postgres.folder.directory(), String.valueOf(e.getMessage()));
        } catch (IOException | RuntimeException e) {
            postgres.close();
            throw e;
        }
    }

    private synchronized void watch() {
        server.onExit()
                .thenRun(() -> Thread.ofVirtual().name("postgres-revival").start(this::revive));
    }

    /** Starts the server again; after a crash it recovers from its own log, and whoever asks meanwhile is refused. */
    private void revive() {
        Duration pause = PAUSE.multipliedBy(10);
        while (!isClosed()) {
            System.err.println("数据库意外停止，正在重新启动 · the database stopped unexpectedly, starting it again: " + lastWords());
            try {
                Process revived = launch(folder, launch, connection.port());
                if (becomesOurs(revived) && becomesReady(revived, folder)) {
                    System.err.println("数据库已恢复 · the database is back");
                    watch();
                    return;
                }
                Thread.sleep(pause);
            } catch (IOException e) {
                System.err.println("数据库未能启动 · the database could not be started: " + e.getMessage());
                LockSupport.parkNanos(pause.toNanos());
            } catch (InterruptedException e) {
                return;
            }
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
    }

    /** False when this was closed meanwhile; then the new server ends as well. */
    private synchronized boolean becomesOurs(Process revived) throws IOException {
        if (closed) {
            Postmaster.stop(revived.toHandle());
            return false;
        }
        server = revived;
        return true;
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    private String lastWords() {
        try {
            return folder.lastWords();
        } catch (IOException e) {
            return e.getMessage() == null ? "" : e.getMessage();
        }
    }

    private static Process launch(DataFolder folder, Launch launch, int port) throws IOException {
        if (Files.exists(folder.log())) {
            Files.move(
                    folder.log(),
                    folder.directory().resolve("postgres.previous.log"),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        List<String> command = new ArrayList<>(List.of(
                launch.binaries.program("postgres").toString(),
                "-D",
                folder.data().toString(),
                "-p",
                Integer.toString(port)));
        for (List<String> group : List.of(SETTINGS, launch.settings)) {
            for (String setting : group) {
                command.add("-c");
                command.add(setting);
            }
        }
        return launch.account
                .command(command)
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.log().toFile())
                .start();
    }

    /** Waits until the server takes connections; false if it ended instead, as when another took its port. */
    private static boolean becomesReady(Process server, DataFolder folder) throws IOException {
        try {
            for (long waited = 0; waited < PATIENCE.toMillis(); waited += PAUSE.toMillis()) {
                if (!server.isAlive()) {
                    Thread.sleep(PAUSE.multipliedBy(10));
                    return false;
                }
                Optional<Postmaster> postmaster = Postmaster.of(folder.data());
                if (postmaster.isPresent() && postmaster.get().ready()) {
                    return true;
                }
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException e) {
            Postmaster.stop(server.toHandle());
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while the database started", e);
        }
        Postmaster.stop(server.toHandle());
        return false;
    }

    private void createDatabase() throws SQLException {
        String maintenance = connection.jdbcUrl("postgres");
        try (var session = DriverManager.getConnection(maintenance, USER, connection.password());
                var statement = session.createStatement()) {
            boolean exists;
            try (var found = statement.executeQuery("select 1 from pg_database where datname = '" + DATABASE + "'")) {
                exists = found.next();
            }
            if (!exists) {
                statement.execute("create database " + DATABASE);
            }
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Whether the folder holds a restored database that was not finished. */
    public static boolean isUnfinished(Path directory) {
        return Files.exists(directory.resolve(DataFolder.RESTORING));
    }

    /** What lies in a data folder beside the database and is not the database's. */
    public static List<Path> filesBeside(Path directory) throws IOException {
        try (var entries = Files.list(directory)) {
            return entries.filter(Files::isRegularFile)
                    .filter(file -> !DataFolder.OWN.contains(file.getFileName().toString()))
                    .filter(file -> !file.toString().endsWith(".new"))
                    .sorted()
                    .toList();
        }
    }

    /** The restored folder is whole from now on. */
    public void finished() throws IOException {
        Files.deleteIfExists(folder.directory().resolve(DataFolder.RESTORING));
    }

    public String jdbcUrl() {
        return connection.jdbcUrl();
    }

    public String user() {
        return connection.user();
    }

    public String password() {
        return connection.password();
    }

    /** On 127.0.0.1. */
    public int port() {
        return connection.port();
    }

    /** How to reach it, other databases of the server included. */
    public RunningPostgres connection() {
        return connection;
    }

    /** Stops the server and lets go of the folder; a second time does nothing. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            Files.deleteIfExists(folder.directory().resolve(RunningPostgres.FILE));
            Postmaster.stop(server.toHandle());
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
