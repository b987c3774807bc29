package org.xinheng.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;

/** Somebody at a browser, signed in or not, or a business system with its token, over real HTTP. */
final class Visitor {

    static final String BOUNDARY = "boundary-of-the-visitor";

    /** Each request comes from another address, so that nobody is asked to wait. */
    private static final AtomicInteger FROM = new AtomicInteger();

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .build();
    private final String name;
    private final String base;
    private final String authorization;
    private String token = "";

    private Visitor(String name, int port, String authorization) {
        this.name = name;
        this.base = "http://localhost:" + port;
        this.authorization = authorization;
    }

    /** With the secret that {@link Callers} gives. */
    static Visitor signedIn(String account, int port) {
        var visitor = new Visitor(account, port, "");
        visitor.token = csrf(visitor.get("/sign-in"));
        assertThat(visitor.submit("/sign-in", Map.of("username", account, "password", "secret"))
                        .header("location"))
                .doesNotContain("error");
        visitor.token = csrf(visitor.get("/console"));
        return visitor;
    }

    static Visitor stranger(int port) {
        return new Visitor("nobody", port, "");
    }

    static Visitor system(String name, int port, String authorization) {
        return new Visitor(name, port, authorization);
    }

    private static String csrf(Answer page) {
        return Jsoup.parse(page.text()).select("input[name=_csrf]").attr("value");
    }

    record Answer(int status, Map<String, List<String>> headers, String text) {

        String header(String name) {
            return String.join(",", headers.getOrDefault(name, List.of()));
        }

        boolean refuses() {
            return status >= 400;
        }
    }

    Answer get(String address, String... headers) {
        return send(request(address, headers).GET());
    }

    /** A form of a page as browsers send it; values are plain. */
    Answer submit(String address, Map<String, String> fields) {
        return post(
                address,
                "application/x-www-form-urlencoded",
                fields.entrySet().stream()
                        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                        .collect(Collectors.joining("&")));
    }

    Answer post(String address, String type, String body, String... headers) {
        return send("POST", address, type, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    Answer send(String method, String address, String type, byte[] body, String... headers) {
        return send(request(address, headers)
                .header("Content-Type", type)
                .method(method, BodyPublishers.ofByteArray(body)));
    }

    private HttpRequest.Builder request(String address, String... headers) {
        int from = FROM.incrementAndGet();
        var request = HttpRequest.newBuilder(URI.create(base + address))
                .timeout(Duration.ofMinutes(1))
                .header("X-Forwarded-For", "10." + (from >> 16 & 255) + "." + (from >> 8 & 255) + "." + (from & 255));
        if (authorization.isEmpty()) {
            request.header("Accept", "text/html,*/*;q=0.8");
        } else {
            request.header("Authorization", authorization);
        }
        if (!token.isEmpty()) {
            request.header("X-CSRF-TOKEN", token);
        }
        return headers.length == 0 ? request : request.headers(headers);
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(
                    answer.statusCode(), answer.headers().map(), new String(answer.body(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(name + " heard nothing", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public String toString() {
        return name;
    }
}
