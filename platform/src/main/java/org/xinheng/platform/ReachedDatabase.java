package org.xinheng.platform;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.xinheng.postgres.EmbeddedPostgres;
import org.xinheng.postgres.RunningPostgres;

/**
 * The database that a command beside the server works on: the one that runs in a data folder, the one of a folder at
 * rest, started for as long as this is open, or an external one.
 */
final class ReachedDatabase implements AutoCloseable {

    private final DataSource source;
    private final @Nullable EmbeddedPostgres started;

    private ReachedDatabase(DataSource source, @Nullable EmbeddedPostgres started) {
        this.source = source;
        this.started = started;
    }

    /**
     * @param url of an external database; null for the one of the folder
     * @throws org.xinheng.kernel.CreditException when it cannot be reached
     */
    static ReachedDatabase open(Path data, @Nullable String url) {
        if (url != null) {
            return new ReachedDatabase(external(url), null);
        }
        var running = RunningPostgres.find(data);
        if (running.isPresent()) {
            return new ReachedDatabase(source(running.get()), null);
        }
        var started = EmbeddedPostgres.start(data, EmbeddedPostgres.Options.usual(new SecureRandom()));
        return new ReachedDatabase(source(started.connection()), started);
    }

    /** User and password stand in the address, or where {@code serve} looks for them too. */
    static DataSource external(String url) {
        var source = new PGSimpleDataSource();
        source.setUrl(url);
        var user = System.getenv("SPRING_DATASOURCE_USERNAME");
        if (user != null && source.getUser() == null) {
            source.setUser(user);
        }
        var password = System.getenv("SPRING_DATASOURCE_PASSWORD");
        if (password != null && source.getPassword() == null) {
            source.setPassword(password);
        }
        return source;
    }

    static DataSource source(RunningPostgres database) {
        var source = new PGSimpleDataSource();
        source.setUrl(database.jdbcUrl());
        source.setUser(database.user());
        source.setPassword(database.password());
        return source;
    }

    /** The folder a command means when none is given: the one that serves in its usual place, else the demo's. */
    static Path usual() {
        var home = Path.of(System.getProperty("xinheng.home", ".")).resolve("var");
        return Stream.of("serve/changzhou", "demo/changzhou")
                .map(home::resolve)
                .filter(ReachedDatabase::holdsData)
                .findFirst()
                .orElse(home.resolve("demo/changzhou"));
    }

    static boolean holdsData(Path folder) {
        return Files.isDirectory(folder.resolve("data"));
    }

    DataSource source() {
        return source;
    }

    @Override
    public void close() {
        if (started != null) {
            started.close();
        }
    }
}
