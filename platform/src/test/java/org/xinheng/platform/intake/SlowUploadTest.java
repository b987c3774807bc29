package org.xinheng.platform.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinheng.platform.Callers;
import org.xinheng.platform.PlatformTest;
import org.xinheng.platform.SettableClock;
import org.xinheng.platform.shared.Role;
import org.xinheng.platform.vault.EncryptedFiles;

/** Senders who take their time, and senders who are cut off. */
@PlatformTest
class SlowUploadTest {

    /** More than there are connections to the database. */
    private static final int SLOW = 30;

    private static final String PENALTY = "administrative-penalty";
    private static final String EDGE = "\r\n--slow--\r\n";

    @LocalServerPort
    int port;

    @Autowired
    Callers callers;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    EncryptedFiles files;

    private String bearer;

    @BeforeEach
    void signIn() {
        clock.set(SettableClock.START);
        bearer = callers.bearer("intake-regulator", "market-regulator", Set.of(Role.REPORTER), Set.of());
    }

    @Test
    void thirtyWhoSendSlowlyHoldNobodyUp() throws Exception {
        var slow = new ArrayList<Socket>();
        try {
            for (int i = 0; i < SLOW; i++) {
                slow.add(begin(table(6600 + i), 1 << 20));
            }

            var standing = new Sender(port, bearer).send(PENALTY, table(6650));

            assertThat(standing.get("accepted").asInt()).isEqualTo(1);
            assertThat(end(slow.getFirst())).startsWith("HTTP/1.1 202");
        } finally {
            for (var socket : slow) {
                socket.close();
            }
        }
    }

    @Test
    void anUploadThatIsCutOffLeavesNothing() throws Exception {
        var before = unkept();
        try (var _ = begin(new byte[3 << 20], 4 << 20)) {
            while (unkept() == before) {
                Thread.onSpinWait();
            }
        }

        while (unkept() > before) {
            Thread.onSpinWait();
        }
        assertThat(jdbc.sql(
                                "select count(*) from vault.file_chunk c where not exists (select 1 from vault.file f where f.id = c.file_id)")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void whatADeathLeftBehindIsTakenAwayADayLater() {
        var young = files.store(new ByteArrayInputStream(new byte[] {1}), 10);
        var old = files.store(new ByteArrayInputStream(new byte[] {1}), 10);
        jdbc.sql("update vault.file set begun = begun - interval '25 hours' where id = :id")
                .param("id", old.value())
                .update();

        assertThat(files.discardLeftBehind()).isEqualTo(1);

        assertThat(jdbc.sql("select id from vault.file where id = any(:ids)")
                        .param("ids", new UUID[] {young.value(), old.value()})
                        .query(UUID.class)
                        .list())
                .containsExactly(young.value());
        assertThat(jdbc.sql("select count(*) from vault.data_key where owner = :id")
                        .param("id", old.value())
                        .query(Long.class)
                        .single())
                .isZero();
        files.discard(young);
    }

    private long unkept() {
        return jdbc.sql("select count(*) from vault.file where not kept")
                .query(Long.class)
                .single();
    }

    private static byte[] table(int n) {
        return Tables.csv(StandardCharsets.UTF_8, List.of(Tables.penalty(n, "常市监罚字〔2026〕" + n + "号", "2026-11-18")));
    }

    /** Sends all of a form but its last line; {@code length} is what it promises when it will not end. */
    private Socket begin(byte[] content, int length) throws IOException {
        var start = ("--slow\r\nContent-Disposition: form-data; name=\"item\"\r\n\r\n" + PENALTY
                        + "\r\n--slow\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        int whole = content.length > 1 << 20 ? length : start.length + content.length + EDGE.length();
        var socket = new Socket("localhost", port);
        var out = socket.getOutputStream();
        out.write(("POST /api/v1/submissions HTTP/1.1\r\nHost: localhost\r\nAuthorization: " + bearer
                        + "\r\nContent-Type: multipart/form-data; boundary=slow\r\nConnection: close\r\nContent-Length: "
                        + whole + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        out.write(start);
        out.write(content);
        out.flush();
        return socket;
    }

    private static String end(Socket socket) throws IOException {
        socket.getOutputStream().write(EDGE.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
