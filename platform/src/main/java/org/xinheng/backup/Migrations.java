package org.xinheng.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.xinheng.kernel.CreditException;

/**
 * The database scripts outside of the application, with its settings: each script once, in the order of versions where
 * that is free, and a script that comes late with an earlier version is applied all the same.
 */
public final class Migrations {

    private static final String LOCATION = "db/migration";

    private Migrations() {}

    /** Applies every script this build has. */
    public static void all(DataSource database) {
        flyway(database, "classpath:" + LOCATION).migrate();
    }

    /**
     * Applies these scripts and no other, as an earlier build had done.
     *
     * @throws CreditException {@code BACKUP_OF_ANOTHER_BUILD} when this build does not have one of them as it was
     */
    public static void exactly(DataSource database, Collection<Manifest.Script> scripts) throws IOException {
        var known = checksums(database);
        for (var script : scripts) {
            var checksum = known.get(script.script());
            if (checksum == null || checksum != script.checksum()) {
                throw new CreditException(BackupError.BACKUP_OF_ANOTHER_BUILD, script.script());
            }
        }
        var folder = Files.createTempDirectory("scripts");
        try {
            for (var script : scripts) {
                copy(script.script(), folder);
            }
            flyway(database, "filesystem:" + folder).migrate();
        } finally {
            try (var paths = Files.walk(folder)) {
                for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private static Map<String, Integer> checksums(DataSource database) {
        var checksums = new HashMap<String, Integer>();
        for (var script : flyway(database, "classpath:" + LOCATION).info().all()) {
            checksums.put(script.getScript(), script.getChecksum());
        }
        return checksums;
    }

    private static void copy(String script, Path folder) throws IOException {
        var file = folder.resolve(script).normalize();
        if (!file.startsWith(folder)) {
            throw new CreditException(BackupError.BACKUP_OF_ANOTHER_BUILD, script);
        }
        Files.createDirectories(file.getParent());
        var resource = new PathMatchingResourcePatternResolver().getResource("classpath:" + LOCATION + "/" + script);
        try (var in = resource.getInputStream()) {
            Files.copy(in, file);
        }
    }

    private static Flyway flyway(DataSource database, String location) {
        return Flyway.configure()
                .dataSource(database)
                .locations(location)
                .outOfOrder(true)
                .load();
    }
}
