package org.xinheng.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Promise 15: whoever takes the public pages in bulk does not become many by writing addresses of their own. */
@PlatformTest
class ProxyTest {

    private static final int MORE_THAN_A_MINUTE_ALLOWS = 400;

    @LocalServerPort
    int port;

    @Autowired
    SettableClock clock;

    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeEach
    void timeStandsStill() {
        clock.set(SettableClock.START);
    }

    /** The proxy writes who asked behind what came with the request. */
    @Test
    void addressesInventedBeforeTheProxysAreNotBelieved() throws Exception {
        int refused = 0;
        for (int i = 0; i < MORE_THAN_A_MINUTE_ALLOWS; i++) {
            refused += ask("198.51." + i % 250 + "." + i / 250 + ", 203.0.113.77") == 429 ? 1 : 0;
        }

        assertThat(refused).isPositive();
        assertThat(ask("198.51.100.1, 203.0.113.78")).isEqualTo(200);
    }

    private int ask(String forwarded) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/public/refusals"))
                .header("X-Forwarded-For", forwarded)
                .build();
        return http.send(request, BodyHandlers.ofString()).statusCode();
    }
}
