package org.xinheng.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.xinheng.kernel.CreditException;

/**
 * A database for one test, on one embedded server that lives as long as the tests' JVM and leaves nothing behind. Same
 * settings as the product's, except that a commit does not wait for the disk.
 */
public final class TestDatabase implements AutoCloseable {

    private static final Set<String> TEMPLATES = new HashSet<>();
    private static int count;

    private final String name;

    private TestDatabase(String name) {
        this.name = name;
    }

    /** An empty database. */
    public static synchronized TestDatabase fresh() {
        count++;
        return create("test_" + count, "template1");
    }

    /**
     * A copy of a database that is migrated once for all tests.
     *
     * @param template its name: small letters, digits, underscores
     * @param migration run once for this name, on an empty database; leaves no connection open
     */
    public static synchronized TestDatabase fresh(String template, Consumer<TestDatabase> migration) {
        if (!TEMPLATES.contains(template)) {
            TestDatabase original = create(template, "template1");
            try {
                migration.accept(original);
            } catch (RuntimeException e) {
                original.close();
                throw e;
            }
            TEMPLATES.add(template);
        }
        count++;
        return create("test_" + count, template);
    }

    public String jdbcUrl() {
        return Server.RUNNING.connection().jdbcUrl(name);
    }

    public String user() {
        return Server.RUNNING.user();
    }

    public String password() {
        return Server.RUNNING.password();
    }

    /** Unpooled: each connection is a new one. */
    public DataSource dataSource() {
        var source = new PGSimpleDataSource();
        source.setUrl(jdbcUrl());
        source.setUser(user());
        source.setPassword(password());
        return source;
    }

    /** Drops the database, cutting off who is still connected; not needed, the server goes with the JVM. */
    @Override
    public void close() {
        execute("drop database if exists " + name + " with (force)");
    }

    private static TestDatabase create(String name, String template) {
        execute("create database " + name + " template " + template);
        return new TestDatabase(name);
    }

    private static void execute(String sql) {
        EmbeddedPostgres server = Server.RUNNING;
        String url = server.connection().jdbcUrl("postgres");
        try (var session = DriverManager.getConnection(url, server.user(), server.password());
                var statement = session.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static final class Server {

        private static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                Path target = Path.of("target").toAbsolutePath();
                Path parent = Files.isDirectory(target) ? target : Path.of(System.getProperty("java.io.tmpdir"));
                sweep(parent);
                Path folder = Files.createTempDirectory(parent, "postgres-");
                var options = EmbeddedPostgres.Options.usual(new SecureRandom()).with("synchronous_commit=off");
                EmbeddedPostgres server = EmbeddedPostgres.start(folder, options);
                Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, folder)));
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void stop(EmbeddedPostgres server, Path folder) {
            server.close();
            try {
                Folders.delete(folder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Ends and removes what a tests' JVM that was killed left behind. */
        private static void sweep(Path parent) throws IOException {
            try (var folders = Files.newDirectoryStream(parent, "postgres-*")) {
                for (Path folder : folders) {
                    if (Files.exists(folder.resolve("lock"))) {
                        sweepOne(folder.toRealPath());
                    }
                }
            }
        }

        private static void sweepOne(Path folder) throws IOException {
            try (FolderLock _ = FolderLock.take(folder)) {
                Postmaster.endOrphan(folder.resolve(DataFolder.DATA));
                Folders.delete(folder);
            } catch (CreditException e) {
                if (e.code() != DatabaseError.DATA_FOLDER_IN_USE) {
                    throw e;
                }
            }
        }
    }
}
