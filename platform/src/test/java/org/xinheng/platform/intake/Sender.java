package org.xinheng.platform.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A business system that sends in over HTTP. */
final class Sender {

    private static final String BOUNDARY = "boundary-of-the-test-74c1";

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.builder().build();
    private final String base;
    private final String bearer;

    Sender(int port, String bearer) {
        this.base = "http://localhost:" + port;
        this.bearer = bearer;
    }

    record Answer(int status, Map<String, List<String>> headers, byte[] bytes) {

        String header(String name) {
            return String.join(",", headers.getOrDefault(name, List.of()));
        }

        String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    String bearer() {
        return bearer;
    }

    Answer post(String path, String type, byte[] body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Authorization", bearer)
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build());
    }

    Answer put(String path, String type, byte[] body) {
        return send(HttpRequest.newBuilder(URI.create(base + path))
                .header("Authorization", bearer)
                .header("Content-Type", type)
                .PUT(HttpRequest.BodyPublishers.ofByteArray(body))
                .build());
    }

    Answer get(String path) {
        return send(HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : base + path))
                .header("Authorization", bearer)
                .build());
    }

    private Answer send(HttpRequest request) {
        try {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(answer.statusCode(), answer.headers().map(), answer.body());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    Answer upload(String item, String fileName, byte[] file, String... headers) {
        return upload(item, fileName, file, Map.of(), headers);
    }

    /** Also with other fields of the form, after the file. */
    Answer upload(String item, String fileName, byte[] file, Map<String, String> fields, String... headers) {
        var body = new ByteArrayOutputStream();
        body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes(("\r\n--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"item\"\r\n\r\n" + item)
                .getBytes(StandardCharsets.UTF_8));
        fields.forEach((name, value) -> body.writeBytes(
                ("\r\n--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value)
                        .getBytes(StandardCharsets.UTF_8)));
        body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return post("/api/v1/submissions", "multipart/form-data; boundary=" + BOUNDARY, body.toByteArray(), headers);
    }

    /** Uploads and waits for the end of the work. */
    JsonNode send(String item, byte[] file) {
        return whenDone(upload(item, "表.csv", file));
    }

    JsonNode whenDone(Answer accepted) {
        assertThat(accepted.status()).as(accepted.text()).isEqualTo(202);
        return whenDone(accepted.header("location"));
    }

    JsonNode whenDone(String location) {
        for (int i = 0; i < 1200; i++) {
            var standing = json.readTree(get(location).text());
            var state = standing.get("state").asString();
            if (!state.equals("RECEIVED") && !state.equals("CHECKING")) {
                return standing;
            }
            pause();
        }
        throw new AssertionError("still at work");
    }

    JsonNode json(Answer answer) {
        return json.readTree(answer.text());
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
