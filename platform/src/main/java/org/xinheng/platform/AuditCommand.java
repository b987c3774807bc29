package org.xinheng.platform;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.kernel.CreditException;
import org.xinheng.platform.audit.Chain;
import org.xinheng.postgres.DatabaseError;
import org.xinheng.postgres.EmbeddedPostgres;
import org.xinheng.postgres.RunningPostgres;

/**
 * {@code audit verify [--data DIR]}: checks the chain of facts, beside a running server too. One JSON line on standard
 * output; exit 0 whole, 1 with faults, 2 wrong use, 3 failed.
 */
final class AuditCommand {

    private static final String USAGE =
            "用法 · usage: ./xinheng audit verify [--data DIR]   (DIR: var/demo/changzhou unless given)";

    private AuditCommand() {}

    static void main(String[] arguments) throws SQLException {
        var results = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var talk = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(List.of(arguments), results, talk));
    }

    static int run(List<String> arguments, PrintStream results, PrintStream talk) throws SQLException {
        var data = folder(arguments);
        if (data == null) {
            talk.println(USAGE);
            return 2;
        }
        if (!Files.isDirectory(data.resolve("data"))) {
            talk.println("没有这样的数据文件夹 · no data folder here: " + data);
            return 3;
        }
        try {
            var running = RunningPostgres.find(data);
            if (running.isPresent()) {
                return verify(running.get(), results);
            }
            try (var database = EmbeddedPostgres.start(data, EmbeddedPostgres.Options.usual(new SecureRandom()))) {
                return verify(database.connection(), results);
            }
        } catch (CreditException e) {
            talk.println(
                    e.code() instanceof DatabaseError error
                            ? error.explain(e.arguments())
                            : String.valueOf(e.getMessage()));
            return 3;
        }
    }

    private static @Nullable Path folder(List<String> arguments) {
        var home = Path.of(System.getProperty("xinheng.home", "."));
        if (arguments.equals(List.of("verify"))) {
            return home.resolve("var/demo/changzhou");
        }
        var withFolder = arguments.size() == 3
                && arguments.get(0).equals("verify")
                && arguments.get(1).equals("--data");
        return withFolder ? Path.of(arguments.get(2)).toAbsolutePath() : null;
    }

    private static int verify(RunningPostgres database, PrintStream results) throws SQLException {
        try (var connection = DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password())) {
            var verification = Chain.verify(connection);
            var faults = verification.faults().stream()
                    .map(fault -> "{\"position\":%d,\"what\":\"%s\"}".formatted(fault.position(), fault.what()))
                    .toList();
            results.printf(
                    "{\"facts\":%d,\"deleted\":%d,\"whole\":%b,\"faults\":[%s]}%n",
                    verification.facts(), verification.deleted(), faults.isEmpty(), String.join(",", faults));
            return faults.isEmpty() ? 0 : 1;
        }
    }
}
