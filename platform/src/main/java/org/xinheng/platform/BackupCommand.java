package org.xinheng.platform;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.xinheng.backup.TakeBackup;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.IdGenerator;
import org.xinheng.platform.vault.VaultError;
import org.xinheng.postgres.EmbeddedPostgres;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code backup --to DIR [--keys DIR] [--data DIR] [--database-url jdbc:…]} takes a backup, beside a running server too.
 * One JSON line on standard output; exit 0 done, 2 wrong use, 3 failed.
 */
final class BackupCommand {

    private static final String USAGE = "用法 · usage: ./xinheng backup --to DIR [--keys DIR] [--data DIR]"
            + " [--database-url jdbc:…]   (keys: DIR.keys unless given; keep them elsewhere)";

    private BackupCommand() {}

    static void main(String[] arguments) {
        CommandLog.choose();
        var talk = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(List.of(arguments), System.out, talk));
    }

    static int run(List<String> arguments, PrintStream results, PrintStream talk) {
        var wanted = Arguments.read(arguments, Set.of("--to", "--keys", "--data", "--database-url"));
        var to = wanted == null ? null : wanted.find("--to");
        if (wanted == null || to == null) {
            talk.println(USAGE);
            return 2;
        }
        try {
            return back(wanted, Path.of(to).toAbsolutePath().normalize(), results, talk);
        } catch (CreditException e) {
            talk.println(StartError.explain(e));
        } catch (IOException | SQLException e) {
            talk.println("备份没有完成 · the backup was not finished: " + e.getMessage());
        }
        return 3;
    }

    private static int back(Arguments wanted, Path to, PrintStream results, PrintStream talk)
            throws IOException, SQLException {
        var url = wanted.find("--database-url");
        var given = wanted.find("--data");
        var data = given == null
                ? ReachedDatabase.usual()
                : Path.of(given).toAbsolutePath().normalize();
        if (url == null && !ReachedDatabase.holdsData(data)) {
            talk.println("没有这样的数据文件夹 · no data folder here: " + data);
            return 3;
        }
        var keyFile = Start.keysOf(data);
        if (!Files.isRegularFile(keyFile)) {
            throw new CreditException(VaultError.KEY_FILE_MISSING, keyFile);
        }
        var keys = wanted.find("--keys");
        var apart = keys == null
                ? to.resolveSibling(to.getFileName() + ".keys")
                : Path.of(keys).toAbsolutePath().normalize();
        talk.println("正在备份 · backing up " + (url == null ? data : "--database-url") + " → " + to);
        var time = InstantSource.system();
        try (var database = ReachedDatabase.open(data, url);
                var connection = database.source().getConnection()) {
            var beside = url == null ? EmbeddedPostgres.filesBeside(data) : List.<Path>of();
            var manifest = new TakeBackup(connection, keyFile, beside, step -> talk.println("  " + step))
                    .take(to, apart, new IdGenerator(time, new SecureRandom()).next(), time.instant());
            var told = new LinkedHashMap<String, Object>();
            told.put("to", to.toString());
            told.put("keys", apart.toString());
            told.put("tables", manifest.tables().size());
            told.put("rows", manifest.rows());
            told.put("facts", manifest.chains().facts());
            told.put("checkGroups", manifest.chains().checks());
            results.println(new JsonMapper().writeValueAsString(told));
            talk.println("密钥在 " + apart + "，请与备份分开保管；没有它不能恢复。");
            talk.println("The keys are in " + apart + ": keep them apart, nothing can be restored without them.");
            return 0;
        }
    }
}
