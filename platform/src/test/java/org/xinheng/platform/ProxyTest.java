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

    private static final int MANY = 10_000;

    @LocalServerPort
    int port;

    @Autowired
    SettableClock clock;

    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeEach
    void onTheFirstDay() {
        clock.set(SettableClock.START);
    }

    /** The proxy writes who asked behind what came with the request. */
    @Test
    void addressesInventedBeforeTheProxysAreNotBelieved() throws Exception {
        int answer;
        int allowed = 0;
        // On a slow machine the clock allows more meanwhile.
        while ((answer = ask("198.51." + allowed % 250 + "." + allowed / 250 + ", 203.0.113.77")) == 200) {
            allowed++;
            assertThat(allowed).isLessThan(MANY);
        }

        assertThat(answer).isEqualTo(429);
        assertThat(ask("198.51.100.1, 203.0.113.78")).isEqualTo(200);
    }

    private int ask(String forwarded) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/public/refusals"))
                .header("X-Forwarded-For", forwarded)
                .build();
        return http.send(request, BodyHandlers.ofString()).statusCode();
    }
}
