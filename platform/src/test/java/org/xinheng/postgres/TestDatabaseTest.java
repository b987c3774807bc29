package org.xinheng.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TestDatabaseTest {

    @Test
    void isACopyOfATemplateThatIsMigratedOnce() throws Exception {
        AtomicInteger migrations = new AtomicInteger();

        try (var first = TestDatabase.fresh("copied", template -> migrate(template, migrations));
                var second = TestDatabase.fresh("copied", template -> migrate(template, migrations))) {
            execute(first, "insert into fruit values ('apple')");

            assertThat(migrations).hasValue(1);
            assertThat(count(first)).isEqualTo(1);
            assertThat(count(second)).isZero();
        }
    }

    private static void migrate(TestDatabase template, AtomicInteger migrations) {
        migrations.incrementAndGet();
        execute(template, "create table fruit (name text)");
    }

    private static void execute(TestDatabase database, String sql) {
        try (var session = database.dataSource().getConnection();
                var statement = session.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static int count(TestDatabase database) throws SQLException {
        try (var session = database.dataSource().getConnection();
                var statement = session.createStatement();
                var rows = statement.executeQuery("select count(*) from fruit")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
