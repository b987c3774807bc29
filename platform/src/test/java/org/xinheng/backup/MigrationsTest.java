package org.xinheng.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinheng.kernel.CreditException;
import org.xinheng.postgres.TestDatabase;

class MigrationsTest {

    private static final String VAULT = "vault/V202611221041__vault.sql";
    private static final String AUDIT = "audit/V202611221040__one_order.sql";

    @Test
    void aScriptThatComesLateWithAnEarlierVersionIsApplied() throws Exception {
        try (var complete = TestDatabase.fresh();
                var database = TestDatabase.fresh()) {
            Migrations.all(complete.dataSource());
            Migrations.exactly(database.dataSource(), List.of(script(complete, VAULT)));
            assertThat(scripts(database)).containsExactly(VAULT);

            Migrations.all(database.dataSource());

            assertThat(scripts(database)).contains(AUDIT).containsExactlyInAnyOrderElementsOf(scripts(complete));
        }
    }

    @Test
    void scriptsThisBuildDoesNotHaveAreRefused() {
        try (var database = TestDatabase.fresh()) {
            for (var script : List.of(
                    new Manifest.Script("vault/V209901010000__later.sql", 1), new Manifest.Script(VAULT, 4711))) {
                assertThatThrownBy(() -> Migrations.exactly(database.dataSource(), List.of(script)))
                        .isInstanceOfSatisfying(
                                CreditException.class,
                                refusal -> assertThat(refusal.code()).isEqualTo(BackupError.BACKUP_OF_ANOTHER_BUILD));
            }
            assertThat(scripts(database)).isEmpty();
        }
    }

    private static Manifest.Script script(TestDatabase database, String name) {
        return JdbcClient.create(database.dataSource())
                .sql("select script, checksum from flyway_schema_history where script = :name")
                .param("name", name)
                .query(Manifest.Script.class)
                .single();
    }

    private static List<String> scripts(TestDatabase database) {
        var jdbc = JdbcClient.create(database.dataSource());
        boolean any = jdbc.sql("select to_regclass('flyway_schema_history') is not null")
                .query(Boolean.class)
                .single();
        return any
                ? jdbc.sql("select script from flyway_schema_history")
                        .query(String.class)
                        .list()
                : List.of();
    }
}
