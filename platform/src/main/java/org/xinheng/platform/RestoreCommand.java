package org.xinheng.platform;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.xinheng.backup.BackupError;
import org.xinheng.backup.Migrations;
import org.xinheng.backup.RestoreBackup;
import org.xinheng.kernel.CreditException;
import org.xinheng.platform.audit.Chain;
import org.xinheng.platform.jointaction.CheckChain;
import org.xinheng.postgres.EmbeddedPostgres;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code restore --from DIR --data DIR [--keys DIR] [--database-url jdbc:…]} brings a backup back into an empty folder or
 * database, with the scripts it was taken under, then the newer ones, and checks both chains. One JSON line on standard
 * output; exit 0 whole, 1 with faults, 2 wrong use, 3 failed.
 */
final class RestoreCommand {

    private static final String USAGE = "用法 · usage: ./xinheng restore --from DIR --data DIR [--keys DIR]"
            + " [--database-url jdbc:…]   (DIR of --data is empty; keys: those beside the backup unless given)";

    private RestoreCommand() {}

    static void main(String[] arguments) {
        CommandLog.choose();
        var talk = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(List.of(arguments), System.out, talk));
    }

    static int run(List<String> arguments, PrintStream results, PrintStream talk) {
        var wanted = Arguments.read(arguments, Set.of("--from", "--data", "--keys", "--database-url"));
        var from = wanted == null ? null : wanted.find("--from");
        var data = wanted == null ? null : wanted.find("--data");
        if (wanted == null || from == null || data == null) {
            talk.println(USAGE);
            return 2;
        }
        try {
            return restore(
                    wanted,
                    Path.of(from).toAbsolutePath().normalize(),
                    Path.of(data).toAbsolutePath().normalize(),
                    results,
                    talk);
        } catch (CreditException e) {
            talk.println(StartError.explain(e));
        } catch (IOException | SQLException e) {
            talk.println("恢复没有完成 · the restoring was not finished: " + e.getMessage());
        }
        return 3;
    }

    private static int restore(Arguments wanted, Path from, Path data, PrintStream results, PrintStream talk)
            throws IOException, SQLException {
        if (!Files.isDirectory(from)) {
            talk.println("没有这样的备份 · no such backup: " + from);
            return 3;
        }
        var url = wanted.find("--database-url");
        var given = wanted.find("--keys");
        var apart = given == null
                ? from.resolveSibling(from.getFileName() + ".keys")
                : Path.of(given).toAbsolutePath().normalize();
        var keyFile = Start.keysOf(data);
        var backup = RestoreBackup.open(from, apart, keyFile, step -> talk.println("  " + step));
        if (Files.exists(keyFile) && !backup.isOpenedBy(keyFile)) {
            throw new CreditException(BackupError.KEY_FILE_IN_THE_WAY, keyFile);
        }
        talk.println("正在恢复 · restoring " + from + " → " + (url == null ? data : "--database-url"));
        Outcome outcome;
        if (url == null) {
            outcome = intoFolder(backup, data, keyFile);
        } else {
            outcome = load(backup, ReachedDatabase.external(url));
            placeKeys(backup, keyFile);
        }
        return tell(backup, outcome, data, results, talk);
    }

    private record Outcome(long deletedSince, Chain.Verification facts, CheckChain.Verification checks) {}

    private static Outcome intoFolder(RestoreBackup backup, Path data, Path keyFile) throws IOException, SQLException {
        if (EmbeddedPostgres.isUnfinished(data)) {
            EmbeddedPostgres.discard(data);
        }
        requireEmpty(data);
        try (var database = EmbeddedPostgres.start(data, EmbeddedPostgres.Options.restoring(new SecureRandom()))) {
            var outcome = load(backup, ReachedDatabase.source(database.connection()));
            backup.putBeside(data);
            placeKeys(backup, keyFile);
            database.finished();
            return outcome;
        }
    }

    private static Outcome load(RestoreBackup backup, DataSource database) throws IOException, SQLException {
        var deletedSince = backup.load(database);
        Migrations.all(database);
        try (var connection = database.getConnection()) {
            return new Outcome(deletedSince, Chain.verify(connection), CheckChain.verify(connection));
        }
    }

    /** The lock of an instance that was there before may remain. */
    private static void requireEmpty(Path data) throws IOException {
        if (Files.notExists(data)) {
            return;
        }
        try (var entries = Files.list(data)) {
            if (entries.anyMatch(entry -> !entry.endsWith("lock"))) {
                throw new CreditException(BackupError.RESTORE_TARGET_NOT_EMPTY, data);
            }
        }
    }

    private static void placeKeys(RestoreBackup backup, Path keyFile) throws IOException {
        if (Files.notExists(keyFile)) {
            var fresh = keyFile.resolveSibling(keyFile.getFileName() + ".new");
            Files.copy(
                    backup.keyFile(), fresh, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
            Files.move(fresh, keyFile, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private static int tell(RestoreBackup backup, Outcome outcome, Path data, PrintStream results, PrintStream talk) {
        var chains = backup.manifest().chains();
        var faults = new ArrayList<String>();
        outcome.facts().faults().forEach(fault -> faults.add("facts " + fault.position() + " " + fault.what()));
        outcome.checks().faults().forEach(fault -> faults.add("checks " + fault.group() + " " + fault.what()));
        if (outcome.facts().facts() != chains.facts() || outcome.checks().groups() != chains.checks()) {
            faults.add("the chains do not end where the backup says");
        }
        var told = new LinkedHashMap<String, Object>();
        told.put("data", data.toString());
        told.put("taken", backup.manifest().taken().toString());
        told.put("rows", backup.manifest().rows());
        told.put("facts", outcome.facts().facts());
        told.put("checks", outcome.checks().checks());
        told.put("deletedSince", outcome.deletedSince());
        told.put("whole", faults.isEmpty());
        told.put("faults", faults);
        results.println(new JsonMapper().writeValueAsString(told));
        if (outcome.deletedSince() > 0) {
            talk.printf(
                    "备份之后依法删除的 %1$d 项内容仍为已删除；请重新登记这些删除。%n"
                            + "%1$d contents that were deleted after the backup stay deleted; record these deletions again.%n",
                    outcome.deletedSince());
        }
        return faults.isEmpty() ? 0 : 1;
    }
}
