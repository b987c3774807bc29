package org.xinheng.postgres;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;

/** A JVM of its own that runs the database of a folder until it is killed or its input ends. */
final class SeparateServer {

    private SeparateServer() {}

    static Process start(Path directory, Map<String, String> environment) {
        try {
            String java =
                    Path.of(System.getProperty("java.home"), "bin", "java").toString();
            ProcessBuilder builder = new ProcessBuilder(List.of(
                    java,
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                    SeparateServer.class.getName(),
                    directory.toString()));
            builder.environment().putAll(environment);
            return builder.redirectError(new File(directory + ".errors")).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for the row to be committed. */
    static String firstLine(Process process) throws IOException {
        return String.valueOf(process.inputReader().readLine());
    }

    static void main(String[] arguments) throws Exception {
        var options = EmbeddedPostgres.Options.usual(new SecureRandom());
        try (var postgres = EmbeddedPostgres.start(Path.of(arguments[0]), options)) {
            try (var session = DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.password());
                    var statement = session.createStatement()) {
                statement.execute("create table kept as select generate_series(1, 1000) as number");
            }
            System.out.println("committed");
            while (System.in.read() >= 0) {
                continue;
            }
        }
    }
}
