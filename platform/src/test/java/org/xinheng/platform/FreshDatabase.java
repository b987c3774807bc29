package org.xinheng.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.xinheng.platform.vault.KeyFile;
import org.xinheng.postgres.TestDatabase;

/** Gives a test context an empty database, new keys and the shipped packs. */
class FreshDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var database = TestDatabase.fresh();
        TestPropertyValues.of(
                        "spring.datasource.url=" + database.jdbcUrl(),
                        "spring.datasource.username=" + database.user(),
                        "spring.datasource.password=" + database.password(),
                        "spring.datasource.hikari.maximum-pool-size=20",
                        "xinheng.city=changzhou",
                        "xinheng.packs=" + shippedPacks(),
                        "xinheng.keys=" + newKeys())
                .applyTo(context);
    }

    private static Path shippedPacks() {
        return Path.of(System.getProperty("xinheng.home", "..")).resolve("packs");
    }

    private static Path newKeys() {
        try {
            var file = Files.createTempDirectory("keys").resolve("test.keys");
            KeyFile.create(file);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
