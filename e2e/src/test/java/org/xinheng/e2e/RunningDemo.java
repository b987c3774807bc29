package org.xinheng.e2e;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.xinheng.platform.audit.Chain;
import org.xinheng.postgres.RunningPostgres;

/** The demo in a process of its own, started as the launcher starts it, with everything it said. */
final class RunningDemo implements AutoCloseable {

    private static final String READY = "ready on ";

    private final Process process;
    private final Path log;
    private final String address;

    private RunningDemo(Process process, Path log, String address) {
        this.process = process;
        this.log = log;
        this.address = address;
    }

    /** Starts it on a free port and waits until it serves. What it says goes to a file in {@code folder}. */
    static RunningDemo start(Path folder, String... options) throws IOException {
        var home = System.getProperty("xinheng.home");
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dxinheng.home=" + home,
                "-Dxinheng.packs=" + Path.of(home, "packs"),
                "-Xmx1g",
                // It lives for a minute or two: what the second compiler would win it never earns back.
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "org.xinheng.demo.Demo",
                "--port",
                "0",
                "--data",
                folder.resolve("data").toString()));
        command.addAll(List.of(options));
        var log = folder.resolve("demo.log");
        var errors = folder.resolve("demo.err");
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile()))
                .start();
        var out = new BufferedReader(process.inputReader(StandardCharsets.UTF_8));
        var said = new ArrayList<String>();
        for (var line = out.readLine(); line != null; line = out.readLine()) {
            said.add(line);
            if (line.startsWith(READY)) {
                Files.write(log, said);
                // Nobody reads on from here: the rest goes where the errors go.
                Thread.ofVirtual().start(() -> drain(out, log));
                return new RunningDemo(process, log, line.substring(READY.length()));
            }
        }
        throw new IllegalStateException(
                "the demo did not start:\n" + String.join("\n", said) + "\n" + Files.readString(errors));
    }

    private static void drain(BufferedReader out, Path log) {
        try {
            for (var line = out.readLine(); line != null; line = out.readLine()) {
                Files.writeString(log, line + "\n", StandardOpenOption.APPEND);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String address() {
        return address;
    }

    Path folder() {
        return Objects.requireNonNull(log.getParent());
    }

    /** Sets the business clock forward. */
    void setDay(String day) throws IOException, InterruptedException {
        var answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(address + "/demo/clock"))
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString("{\"date\":\"" + day + "\"}"))
                                .build(),
                        BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
    }

    /** Today's day by the business clock. */
    String day() throws IOException, InterruptedException {
        var answer = get("/demo/clock").replaceAll("\\s", "");
        return answer.replaceAll(".*\"date\":\"([0-9-]+)\".*", "$1");
    }

    String get(String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(address + path)).build(), BodyHandlers.ofString())
                .body();
    }

    String get(String path, String authorization) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(address + path))
                                .header("Authorization", authorization)
                                .build(),
                        BodyHandlers.ofString())
                .body();
    }

    /** Asks until the answer holds {@code text}; at most two minutes. */
    String await(String path, String authorization, String text) throws IOException, InterruptedException {
        var answer = "";
        for (int attempt = 0; attempt < 240; attempt++) {
            answer = get(path, authorization);
            if (answer.contains(text)) {
                return answer;
            }
            TimeUnit.MILLISECONDS.sleep(500);
        }
        throw new IllegalStateException("still: " + answer);
    }

    /** Sends a file in; the path of the submission. */
    String upload(String path, String authorization, String item, byte[] file)
            throws IOException, InterruptedException {
        var boundary = "part-of-a-submission";
        var body = new ByteArrayOutputStream();
        body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"item\"\r\n\r\n" + item + "\r\n--"
                        + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"rows.csv\"\r\n"
                        + "Content-Type: text/csv\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        var answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(address + path))
                                .header("Authorization", authorization)
                                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                                .build(),
                        BodyHandlers.ofString());
        if (answer.statusCode() != 202) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return URI.create(answer.headers().firstValue("Location").orElseThrow()).getPath();
    }

    /** One number out of the demo's database. */
    long number(String sql) throws SQLException {
        try (var connection = database();
                var row = connection.createStatement().executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    List<Chain.Fault> chainFaults() throws SQLException {
        try (var connection = database()) {
            return Chain.verify(connection).faults();
        }
    }

    /** Tables with a row whose text holds {@code text}. */
    List<String> tablesHolding(String text) throws SQLException {
        var found = new ArrayList<String>();
        try (var connection = database();
                var tables = connection.createStatement().executeQuery("""
                        select table_schema || '.' || table_name from information_schema.tables
                        where table_schema not in ('pg_catalog', 'information_schema') and table_type = 'BASE TABLE'
                        """)) {
            while (tables.next()) {
                var table = tables.getString(1);
                try (var rows = connection.prepareStatement(
                        "select exists (select 1 from " + table + " t where strpos(t::text, ?) > 0)")) {
                    rows.setString(1, text);
                    var row = rows.executeQuery();
                    row.next();
                    if (row.getBoolean(1)) {
                        found.add(table);
                    }
                }
            }
        }
        return found;
    }

    /** Files below the demo's folder, the database's own and its logs among them, that hold {@code text}. */
    List<Path> filesHolding(String text) throws IOException {
        var wanted = text.getBytes(StandardCharsets.US_ASCII);
        try (var files = Files.walk(folder())) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> holds(file, wanted))
                    .toList();
        }
    }

    private static boolean holds(Path file, byte[] wanted) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                    .contains(new String(wanted, StandardCharsets.ISO_8859_1));
        } catch (NoSuchFileException e) {
            // The running database recycles its files.
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Connection database() throws SQLException {
        var running = RunningPostgres.find(folder().resolve("data")).orElseThrow();
        return DriverManager.getConnection(running.jdbcUrl(), running.user(), running.password());
    }

    /** What the API answers to a JSON body. */
    String post(String path, String authorization, String body) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(address + path))
                                .header("Authorization", authorization)
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.ofString())
                .body();
    }

    /** The Authorization header of a demo client. */
    String bearer(String client) throws IOException, InterruptedException {
        var basic = Base64.getEncoder().encodeToString((client + ":demo").getBytes(StandardCharsets.UTF_8));
        var answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(address + "/oauth2/token"))
                                .header("Authorization", "Basic " + basic)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                                .build(),
                        BodyHandlers.ofString());
        return "Bearer " + answer.body().replaceAll("(?s).*\"access_token\"\\s*:\\s*\"([^\"]+)\".*", "$1");
    }

    /** Ends it as {@code kill -9} would. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Ends it as TERM would; it has twenty seconds. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("the demo did not stop within 20 seconds of TERM");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
