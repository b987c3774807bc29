package org.xinheng.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code serve} as an operator meets it: in a process of its own, started, stopped and refused. */
class ServeCommandTest {

    @TempDir
    Path folder;

    @Test
    void itMakesItsKeysInvitesTheFirstAdministratorStopsCleanlyAndRefusesDataWithoutItsKey() throws Exception {
        var data = folder.resolve("data");
        var keys = folder.resolve("data.keys");
        int port = freePort();

        var first = serve(data, port);
        assertThat(first.inputReader().readLine()).isEqualTo("ready on http://localhost:" + port);

        assertThat(Files.getPosixFilePermissions(keys)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(get(port + 1, "/actuator/health/readiness")).isEqualTo(200);
        assertThat(get(port, "/")).isEqualTo(200);
        assertThat(stopped(first)).isEqualTo(143);
        assertThat(folder.resolve("data/data/postmaster.pid")).doesNotExist();
        var talk = Files.readString(folder.resolve("errors"));
        assertThat(talk).contains(keys.toString(), "/first-administrator?invitation=");
        var logged = talk.lines().filter(line -> line.startsWith("{")).toList();
        assertThat(logged).isNotEmpty().allMatch(line -> line.contains("\"ecs\""));

        Files.move(keys, folder.resolve("elsewhere"));
        var refused = serve(data, port);
        assertThat(refused.waitFor()).isEqualTo(3);
        assertThat(Files.readString(folder.resolve("errors"))).contains("its key", keys.toString());
        assertThat(keys).doesNotExist();
    }

    private static int stopped(Process process) throws Exception {
        process.toHandle().destroy();
        return process.waitFor();
    }

    private Process serve(Path data, int port) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx512m",
                "-Dxinheng.packs=" + Path.of(System.getProperty("xinheng.home")).resolve("packs"),
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "org.xinheng.platform.Serve",
                "--data",
                data.toString(),
                "--port",
                Integer.toString(port),
                "--log",
                "json"));
        return new ProcessBuilder(command)
                .redirectError(folder.resolve("errors").toFile())
                .start();
    }

    private static int get(int port, String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                .build(),
                        BodyHandlers.discarding())
                .statusCode();
    }

    /** One whose successor is free too. */
    private static int freePort() throws IOException {
        while (true) {
            try (var one = new ServerSocket(0)) {
                int port = one.getLocalPort();
                try (var next = new ServerSocket(port + 1)) {
                    return next.getLocalPort() - 1;
                } catch (IOException e) {
                    // Taken: another pair is tried.
                    continue;
                }
            }
        }
    }
}
