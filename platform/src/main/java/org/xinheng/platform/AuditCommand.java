package org.xinheng.platform;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xinheng.kernel.CreditException;
import org.xinheng.platform.audit.Chain;
import org.xinheng.platform.jointaction.CheckChain;

/**
 * {@code audit verify [FILE] [--data DIR] [--database-url jdbc:…]} checks the chains of facts and of checks of a data folder (beside a running server too), or the facts
 * of a file that {@code audit export [--data DIR]} wrote. One JSON line on standard output; exit 0 whole, 1 with faults,
 * 2 wrong use, 3 failed.
 */
final class AuditCommand {

    private static final String USAGE =
            "用法 · usage: ./xinheng audit verify [FILE] [--data DIR] [--database-url jdbc:…] | audit export [--data DIR]"
                    + "   (DIR: var/serve/changzhou, else var/demo/changzhou, unless given)";

    private AuditCommand() {}

    static void main(String[] arguments) throws SQLException, IOException {
        CommandLog.choose();
        var talk = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(List.of(arguments), System.out, talk));
    }

    static int run(List<String> arguments, PrintStream results, PrintStream talk) throws SQLException, IOException {
        var wanted = Wanted.read(arguments);
        if (wanted == null) {
            talk.println(USAGE);
            return 2;
        }
        if (wanted.file() != null) {
            if (!Files.isRegularFile(wanted.file())) {
                talk.println("没有这个文件 · no such file: " + wanted.file());
                return 3;
            }
            try (var file = Files.newBufferedReader(wanted.file())) {
                return tell(Chain.verify(file), new CheckChain.Verification(0, 0, List.of()), results);
            }
        }
        if (wanted.url() == null && !ReachedDatabase.holdsData(wanted.data())) {
            talk.println("没有这样的数据文件夹 · no data folder here: " + wanted.data());
            return 3;
        }
        try (var database = ReachedDatabase.open(wanted.data(), wanted.url());
                var connection = database.source().getConnection()) {
            return act(wanted, connection, results);
        } catch (CreditException e) {
            talk.println(StartError.explain(e));
        } catch (SQLException e) {
            talk.println("数据库无法读取 · the database cannot be read: " + e.getMessage());
        }
        return 3;
    }

    /** What the arguments ask for. */
    private record Wanted(
            boolean export,
            Path data,
            @Nullable String url,
            @Nullable Path file) {

        static @Nullable Wanted read(List<String> arguments) {
            var rest = new ArrayList<>(arguments);
            var verb = rest.isEmpty() ? "" : rest.removeFirst();
            if (!verb.equals("verify") && !verb.equals("export")) {
                return null;
            }
            Path file = null;
            if (verb.equals("verify") && !rest.isEmpty() && rest.size() % 2 == 1) {
                int at = rest.getFirst().startsWith("-") ? rest.size() - 1 : 0;
                if (rest.get(at).startsWith("-")) {
                    return null;
                }
                file = Path.of(rest.remove(at));
            }
            var options = Arguments.read(rest, Set.of("--data", "--database-url"));
            if (options == null) {
                return null;
            }
            var data = options.find("--data");
            return new Wanted(
                    verb.equals("export"),
                    data == null
                            ? ReachedDatabase.usual()
                            : Path.of(data).toAbsolutePath().normalize(),
                    options.find("--database-url"),
                    file);
        }
    }

    private static int act(Wanted wanted, Connection connection, PrintStream results) throws SQLException, IOException {
        if (!wanted.export()) {
            return tell(Chain.verify(connection), CheckChain.verify(connection), results);
        }
        var file = new BufferedWriter(new OutputStreamWriter(results, StandardCharsets.UTF_8));
        Chain.export(connection, file);
        file.flush();
        return 0;
    }

    private static int tell(Chain.Verification facts, CheckChain.Verification checks, PrintStream results) {
        var faults = new ArrayList<String>();
        facts.faults().forEach(fault -> faults.add(fault("facts", fault.position(), fault.what())));
        checks.faults().forEach(fault -> faults.add(fault("checks", fault.group(), fault.what())));
        results.printf(
                "{\"facts\":%d,\"deleted\":%d,\"checks\":%d,\"whole\":%b,\"faults\":[%s]}%n",
                facts.facts(), facts.deleted(), checks.checks(), faults.isEmpty(), String.join(",", faults));
        return faults.isEmpty() ? 0 : 1;
    }

    private static String fault(String chain, long position, String what) {
        return "{\"chain\":\"%s\",\"position\":%d,\"what\":\"%s\"}".formatted(chain, position, what);
    }
}
