package org.xinheng.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.DriverManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {

    @TempDir
    private Path directory;

    @Test
    void keepsItsDataAcrossARestart() throws Exception {
        var options = EmbeddedPostgres.Options.usual(new SecureRandom());
        for (int i = 0; i < 2; i++) {
            try (var postgres = EmbeddedPostgres.start(directory, options);
                    var c = DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.password());
                    var s = c.createStatement()) {
                if (i == 0) s.execute("create table t as select 7 as a");
                try (var r = s.executeQuery("select a from t")) {
                    assertThat(r.next()).isTrue();
                    assertThat(r.getInt(1)).isEqualTo(7);
                }
            }
        }
    }
}
