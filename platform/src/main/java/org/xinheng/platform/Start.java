package org.xinheng.platform;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.xinheng.kernel.CreditException;
import org.xinheng.platform.vault.KeyFile;
import org.xinheng.platform.vault.VaultError;
import org.xinheng.postgres.EmbeddedPostgres;

/**
 * Brings an instance up: database, keys, application. The key file lies beside the data folder, never inside it.
 *
 * @param data folder of the embedded database; holds nothing but the database when {@code databaseUrl} is given
 * @param databaseUrl an external PostgreSQL; null for the embedded one
 */
public record Start(
        int port, Path data, String city, @Nullable String databaseUrl, Path packs) {

    /** Runs the application with further sources, such as the demo's, until it is told to stop. */
    public ConfigurableApplicationContext run(Class<?>... sources) {
        var all = new ArrayList<Class<?>>(List.of(Platform.class));
        all.addAll(List.of(sources));
        var application = new SpringApplication(all.toArray(Class<?>[]::new));
        Map<String, Object> settings = new HashMap<>();
        settings.put("server.port", port);
        settings.put("management.server.port", port == 0 ? 0 : port + 1);
        settings.put("xinheng.city", city);
        settings.put("xinheng.packs", packs.toString());
        settings.put("xinheng.keys", keys().toString());
        if (databaseUrl != null) {
            settings.put("spring.datasource.url", databaseUrl);
            ensureKeys(true);
        } else {
            var fresh = !Files.exists(data.resolve("data"));
            ensureKeys(fresh);
            var database = EmbeddedPostgres.start(data, EmbeddedPostgres.Options.usual(new SecureRandom()));
            // After the context is closed, so that the last requests still find their database.
            SpringApplication.getShutdownHandlers().add(database::close);
            settings.put("spring.datasource.url", database.jdbcUrl());
            settings.put("spring.datasource.username", database.user());
            settings.put("spring.datasource.password", database.password());
        }
        application.setDefaultProperties(settings);
        return application.run();
    }

    private Path keys() {
        return data.toAbsolutePath().resolveSibling(data.getFileName() + ".keys");
    }

    private void ensureKeys(boolean mayCreate) {
        if (Files.exists(keys())) {
            return;
        }
        if (!mayCreate) {
            throw new CreditException(VaultError.KEY_FILE_MISSING, keys());
        }
        KeyFile.create(keys());
        System.err.println("密钥文件已建立，请另行保管副本 · key file made, keep a copy apart: " + keys());
    }
}
