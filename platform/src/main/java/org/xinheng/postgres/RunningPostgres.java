package org.xinheng.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/**
 * How to reach the database of a data folder. While it runs, the folder holds this in {@code connection.properties} and
 * {@code password}, readable by the owner alone, for a second process such as the audit's verifier.
 *
 * @param port on 127.0.0.1
 */
public record RunningPostgres(int port, String database, String user, String password) {

    static final String FILE = "connection.properties";

    public String jdbcUrl() {
        return jdbcUrl(database);
    }

    /** The address of another database of the same server. */
    public String jdbcUrl(String other) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + other;
    }

    /** The database that runs in this data folder; empty if none does. */
    public static Optional<RunningPostgres> find(Path directory) {
        Path file = directory.resolve(FILE);
        try {
            if (Files.notExists(file)) {
                return Optional.empty();
            }
            Properties properties = new Properties();
            try (var reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            }
            String password =
                    Files.readString(directory.resolve(DataFolder.PASSWORD)).strip();
            String database = properties.getProperty("database", "");
            String user = properties.getProperty("user", "");
            return Postmaster.of(directory.toRealPath().resolve(DataFolder.DATA))
                    .filter(Postmaster::ready)
                    .map(postmaster -> new RunningPostgres(postmaster.port(), database, user, password));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void announce(Path directory) throws IOException {
        Folders.writeSecret(directory.resolve(FILE), """
                host=127.0.0.1
                port=%d
                database=%s
                user=%s
                """.formatted(port, database, user));
    }

    /** Never shows the password. */
    @Override
    public String toString() {
        return jdbcUrl() + " as " + user;
    }
}
