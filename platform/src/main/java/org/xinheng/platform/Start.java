package org.xinheng.platform;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.xinheng.kernel.CreditException;
import org.xinheng.platform.vault.KeyFile;
import org.xinheng.platform.vault.VaultError;
import org.xinheng.postgres.EmbeddedPostgres;

/**
 * Brings an instance up: database, keys, application. The key file lies beside the data folder, never inside it.
 *
 * @param port where pages and API are served, management on the next one; 0 for any free ones
 * @param data folder of the embedded database; holds nothing but the database when {@code databaseUrl} is given
 * @param databaseUrl an external PostgreSQL; null for the embedded one
 */
public record Start(
        int port, Path data, String city, @Nullable String databaseUrl, Path packs) {

    /** Runs the application with further sources until it is told to stop. */
    public ConfigurableApplicationContext run(Class<?>... sources) {
        return run(Map.of(), sources);
    }

    /**
     * Runs the application with further settings and sources, such as the demo's, until it is told to stop.
     *
     * @throws CreditException when it cannot be brought up; {@link StartError#explain} has the words
     */
    public ConfigurableApplicationContext run(Map<String, Object> further, Class<?>... sources) {
        requireFreePorts();
        if (!Files.isDirectory(packs.resolve(city))) {
            throw new CreditException(StartError.NO_PACKS_FOR_CITY, city, packs);
        }
        Map<String, Object> settings = new HashMap<>(further);
        // Only the demo says so itself; nothing in the surroundings can make its password good here.
        settings.putIfAbsent("xinheng.demo", false);
        settings.put("server.port", port);
        settings.put("management.server.port", port == 0 ? 0 : port + 1);
        // The whole stop, database included, takes less than twenty seconds.
        settings.put("spring.lifecycle.timeout-per-shutdown-phase", "8s");
        settings.put("xinheng.city", city);
        settings.put("xinheng.data", data.toString());
        settings.put("xinheng.packs", packs.toAbsolutePath().normalize().toString());
        settings.put("xinheng.keys", keys().toString());
        if (databaseUrl != null) {
            settings.put("spring.datasource.url", databaseUrl);
            ensureKeys(true);
            return run(settings, List.of(sources), () -> {});
        }
        ensureKeys(!Files.exists(data.resolve("data")));
        var database = EmbeddedPostgres.start(data, EmbeddedPostgres.Options.usual(new SecureRandom()));
        // Also when a signal comes before there is a context.
        SpringApplication.getShutdownHandlers().add(database::close);
        settings.put("spring.datasource.url", database.jdbcUrl());
        settings.put("spring.datasource.username", database.user());
        settings.put("spring.datasource.password", database.password());
        try {
            return run(settings, List.of(sources), database::close);
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    private static ConfigurableApplicationContext run(
            Map<String, Object> settings, List<Class<?>> sources, DisposableBean last) {
        var all = new ArrayList<Class<?>>(List.of(Platform.class));
        all.addAll(sources);
        var application = new SpringApplication(all.toArray(Class<?>[]::new));
        application.setBannerMode(Banner.Mode.OFF);
        // There before the log begins, which is long before there is a context.
        application.setDefaultProperties(settings);
        application.addInitializers(context -> {
            // What the command says beats whatever stands in the surroundings.
            context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("start", settings));
            // Registered first, destroyed last: the last requests still find their database.
            ((GenericApplicationContext) context)
                    .getDefaultListableBeanFactory()
                    .registerDisposableBean("database", last);
        });
        try {
            return application.run();
        } catch (RuntimeException e) {
            var refusal = QuietRefusal.find(e);
            throw refusal == null ? e : refusal;
        }
    }

    private void requireFreePorts() {
        for (int wanted = port; port != 0 && wanted <= port + 1; wanted++) {
            try {
                new ServerSocket(wanted).close();
            } catch (IOException e) {
                throw new CreditException(StartError.PORT_IN_USE, wanted);
            }
        }
    }

    /** The key file of this data. */
    public Path keys() {
        return keysOf(data);
    }

    /** The key file of a data folder: it lies beside it. */
    static Path keysOf(Path data) {
        var folder = data.toAbsolutePath().normalize();
        return folder.resolveSibling(folder.getFileName() + ".keys");
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
