package org.xinheng.platform.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.xinheng.platform.Callers;
import org.xinheng.platform.PlatformTest;
import org.xinheng.platform.SettableClock;
import org.xinheng.platform.catalogue.CarryOutRetention;
import org.xinheng.platform.shared.Role;

/** A database of its own: what is deleted for its age here, no other test looks for. */
@PlatformTest
@TestPropertySource(
        properties = {
            "xinheng.retention.look-minutes=200000",
            "spring.datasource.hikari.minimum-idle=1",
            "spring.datasource.hikari.idle-timeout=10000"
        })
class FileRetentionTest {

    @LocalServerPort
    int port;

    @Autowired
    Callers callers;

    @Autowired
    CarryOutRetention retention;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettableClock clock;

    @BeforeEach
    void itIsTheFirstDay() {
        clock.set(SettableClock.START);
        jdbc.sql("delete from catalogue.retention_run").update();
    }

    @Test
    void aSubmittedFileIsDeletedAYearAfterItCameAndItsCountsStay() {
        var regulator = new Sender(
                port, callers.bearer("retention-regulator", "market-regulator", Set.of(Role.REPORTER), Set.of()));
        var wrong =
                Tables.with(Tables.penalty(6702, "常市监罚字〔2026〕6702号", "2026-11-18"), "统一社会信用代码", "91320499MAXH00002X");
        var standing = regulator.send(
                "administrative-penalty",
                Tables.csv(
                        StandardCharsets.UTF_8,
                        List.of(Tables.penalty(6701, "常市监罚字〔2026〕6701号", "2026-11-18"), wrong)));
        var address = "/api/v1/submissions/" + standing.get("id").asString();
        var file = jdbc.sql("select file_id from intake.submission where id = :id::uuid")
                .param("id", standing.get("id").asString())
                .query(java.util.UUID.class)
                .single();

        clock.set(SettableClock.START.plusYears(1));
        retention.carryOut();
        assertThat(regulator.get(address + "/corrected.xlsx").status()).isEqualTo(200);

        clock.set(SettableClock.START.plusYears(1).plusDays(1));
        retention.carryOut();

        var gone = regulator.get(address + "/corrected.xlsx");
        assertThat(gone.status()).isEqualTo(404);
        assertThat(gone.text()).contains("FILE_DELETED", "2027-11-24", "保存期限已满");
        assertThat(regulator.json(regulator.get(address)).get("refused").asInt())
                .isEqualTo(1);
        assertThat(regulator.get(address + "/findings.csv").text()).contains("R3");
        assertThat(jdbc.sql("select count(*) from vault.file_chunk where file_id = :id")
                        .param("id", file)
                        .query(Long.class)
                        .single())
                .isZero();
    }
}
