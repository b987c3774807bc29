package org.xinheng.platform.jointaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.xinheng.platform.Callers;
import org.xinheng.platform.PlatformTest;
import org.xinheng.platform.SettableClock;
import org.xinheng.platform.Synthetic;
import org.xinheng.platform.shared.Role;

/** Batches over a real connection. */
@PlatformTest
class CheckBatchTest {

    @Autowired
    Callers callers;

    @Autowired
    SettableClock clock;

    @LocalServerPort
    int port;

    private String token = "";

    @BeforeEach
    void aSystemOfHousing() {
        clock.set(SettableClock.START);
        token = callers.bearer("batch-housing", "housing", Set.of(Role.CHECKER), Set.of("construction-bidding"));
    }

    private static String question(int n) {
        return """
                {"subject":{"code":"%s"},"matter":"construction-bidding","purpose":"批量核查","officer":"李工"}
                """.formatted(Synthetic.organisation(n));
    }

    @Test
    void theAnswerToALineComesBeforeTheNextLineIsSent() throws IOException {
        try (var socket = new Socket("localhost", port)) {
            socket.setSoTimeout(30_000);
            var out = socket.getOutputStream();
            out.write(("POST /api/v1/checks/batch HTTP/1.1\r\nHost: localhost\r\nAuthorization: " + token
                            + "\r\nContent-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            send(out, question(2_801));
            var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            assertThat(next(in)).contains(Synthetic.organisation(2_801), "NOT_IDENTIFIED");

            send(out, question(2_802));
            assertThat(next(in)).contains(Synthetic.organisation(2_802), "NOT_IDENTIFIED");
            out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
        }
    }

    private static void send(OutputStream out, String line) throws IOException {
        var bytes = line.getBytes(StandardCharsets.UTF_8);
        out.write((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.write(bytes);
        out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    /** The next line of JSON, past headers and sizes of chunks. */
    private static String next(BufferedReader in) throws IOException {
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            if (line.startsWith("{")) {
                return line;
            }
        }
        throw new IllegalStateException("the answer broke off");
    }

    @Test
    void aHundredThousandLinesAreTakenAndTheNextOneIsRefusedInItsPlace() throws Exception {
        var lines = "x\n".repeat(100_000) + question(2_803) + question(2_804);
        var answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/checks/batch"))
                                .header("Authorization", token)
                                .header("Content-Type", "application/x-ndjson")
                                .POST(HttpRequest.BodyPublishers.ofString(lines))
                                .build(),
                        BodyHandlers.ofLines());

        assertThat(answer.statusCode()).isEqualTo(200);
        var answered = answer.body().toList();
        assertThat(answered).hasSize(100_001);
        assertThat(answered.subList(0, 100_000)).allMatch(line -> line.contains("MALFORMED_REQUEST"));
        assertThat(answered.getLast()).contains("BATCH_TOO_LONG", "100000");
    }

    @Test
    void aPersonsLineIsRefusedInItsPlaceAndTheOthersAreAnswered() throws Exception {
        var person = """
                {"subject":{"idType":"PASSPORT","idNumber":"E00000000","name":"某某"},"matter":"construction-bidding",\
                "purpose":"批量核查","reference":"1","officer":"李工","authority":{"kind":"STATUTE","basis":"招标投标法第二十六条"}}
                """;
        var answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/checks/batch"))
                                .header("Authorization", token)
                                .header("Content-Type", "application/x-ndjson")
                                .POST(HttpRequest.BodyPublishers.ofString(question(2_805) + person + question(2_806)))
                                .build(),
                        BodyHandlers.ofString());

        assertThat(answer.body().lines().toList())
                .satisfiesExactly(
                        first -> assertThat(first).contains("NOT_IDENTIFIED"),
                        second -> assertThat(second)
                                .contains("ORGANISATIONS_ONLY")
                                .doesNotContain("E00000000"),
                        third -> assertThat(third).contains("NOT_IDENTIFIED"));
    }
}
