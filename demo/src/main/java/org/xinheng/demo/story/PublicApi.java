package org.xinheng.demo.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The platform's API over HTTP, as the business system of an agency uses it. All secrets are those of the demo. */
public final class PublicApi {

    /** Well before a token ends. */
    private static final Duration TOKEN_USE = Duration.ofMinutes(15);

    private static final String BOUNDARY = "xinheng-demo-part";

    private final URI base;
    private final JsonMapper json;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();

    public PublicApi(URI base, JsonMapper json) {
        this.base = base;
        this.json = json;
    }

    private record Token(String value, long fetched) {}

    /** What came back: the status and the body as it was. */
    public record Answer(
            int status,
            String contentType,
            String body,
            @Nullable String location) {

        public boolean done() {
            return status >= 200 && status < 300;
        }
    }

    /** Sends a file in; the same key means the same file. */
    Answer submit(String client, String item, String key, byte[] file) {
        var head = """
                --%1$s\r
                Content-Disposition: form-data; name="item"\r
                \r
                %2$s\r
                --%1$s\r
                Content-Disposition: form-data; name="file"; filename="%3$s.csv"\r
                Content-Type: text/csv\r
                \r
                """.formatted(BOUNDARY, item, key);
        var body = BodyPublishers.concat(
                BodyPublishers.ofString(head),
                BodyPublishers.ofByteArray(file),
                BodyPublishers.ofString("\r\n--" + BOUNDARY + "--\r\n"));
        return send(request(client, "/api/v1/submissions")
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .header("Idempotency-Key", key)
                .POST(body)
                .build());
    }

    /** Posts an object as JSON; {@code key} is null where asking twice means twice. */
    public Answer post(String client, String path, Object body, @Nullable String key) {
        return postJson(client, path, json.writeValueAsString(body), key);
    }

    /** Posts JSON as it is. */
    public Answer postJson(String client, String path, String body, @Nullable String key) {
        var request = request(client, path).header("Content-Type", "application/json");
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        return send(request.POST(BodyPublishers.ofString(body)).build());
    }

    Answer get(String client, String path) {
        return send(request(client, path).GET().build());
    }

    JsonNode read(Answer answer) {
        return json.readTree(answer.body());
    }

    private HttpRequest.Builder request(String client, String path) {
        return HttpRequest.newBuilder(base.resolve(path))
                .header("Authorization", "Bearer " + token(client))
                .header("Accept", "application/json");
    }

    private String token(String client) {
        return tokens.compute(client, (_, known) -> known == null || isOld(known) ? fetch(client) : known)
                .value();
    }

    /** By the timer of the machine: the demo's clock has nothing to say about tokens. */
    private static boolean isOld(Token token) {
        return System.nanoTime() - token.fetched() > TOKEN_USE.toNanos();
    }

    private Token fetch(String client) {
        var basic = Base64.getEncoder().encodeToString((client + ":demo").getBytes(StandardCharsets.UTF_8));
        BodyPublisher form = BodyPublishers.ofString("grant_type=client_credentials");
        var answer = send(HttpRequest.newBuilder(base.resolve("/oauth2/token"))
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(form)
                .build());
        if (!answer.done()) {
            throw new IllegalStateException("no token for " + client + ": " + answer.status());
        }
        return new Token(read(answer).get("access_token").asString(), System.nanoTime());
    }

    private Answer send(HttpRequest request) {
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            return new Answer(
                    response.statusCode(),
                    response.headers().firstValue("Content-Type").orElse("application/json"),
                    response.body(),
                    response.headers().firstValue("Location").orElse(null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
